import { usePlatform } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Link } from '@tanstack/react-router';
import css from './inbox-link.module.css';

/** In demo mode, where the code is: in an inbox of its own, shown for one contact where that is known. */
export function InboxLink({ contact = '' }: { contact?: string }) {
  const words = useWords(walletWords);
  const platform = usePlatform();
  if (!platform.data?.demo) return null;
  return (
    <Link
      to="/inbox"
      hash={contact && `phone=${encodeURIComponent(contact.replace(/[\s-]/g, ''))}`}
      target="_blank"
      className={css.link}
    >
      {words.seeInbox}
    </Link>
  );
}
