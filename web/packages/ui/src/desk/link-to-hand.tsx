import { commonWords, useWords } from '@qiao/i18n';
import { Button } from '../button';
import { CopyButton } from '../copy-button';
import css from './link-to-hand.module.css';

/** A link that is shown once, to be copied and handed over. Null when it was lost on its way: `note` says what then. */
export function LinkToHand({
  link,
  what,
  note,
  onDone,
}: {
  link: string | null;
  what: string;
  note: string;
  onDone: () => void;
}) {
  const words = useWords(commonWords);
  return (
    <div className={css.box}>
      <p>{note}</p>
      {link && (
        <div className={css.link}>
          <code>{link}</code>
          <CopyButton text={link} what={what} />
        </div>
      )}
      <Button onClick={onDone}>{words.done}</Button>
    </div>
  );
}
