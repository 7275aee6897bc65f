import { commonWords, useWords } from '@qiao/i18n';
import { Icon, IconButton, iconButtonClass } from '@qiao/ui';
import { Link, useCanGoBack, useRouter } from '@tanstack/react-router';

/** To where the person came from, or home when they came from nowhere. */
export function BackLink() {
  const words = useWords(commonWords);
  const router = useRouter();
  const canGoBack = useCanGoBack();
  if (canGoBack) return <IconButton icon="left" label={words.back} onClick={() => router.history.back()} />;
  return <HomeLink />;
}

/** Home, when going back would lead into something that is over. */
export function HomeLink() {
  const words = useWords(commonWords);
  return (
    <Link to="/" className={iconButtonClass} aria-label={words.back}>
      <Icon name="left" />
    </Link>
  );
}
