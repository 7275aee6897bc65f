import { commonWords, useWords } from '@qiao/i18n';
import { Button } from '../button';
import { CopyButton } from '../copy-button';
import css from './link-to-hand.module.css';

/** A link that is shown once, to be copied and handed over. */
export function LinkToHand({
  link,
  what,
  note,
  onDone,
}: {
  link: string;
  what: string;
  note: string;
  onDone: () => void;
}) {
  const words = useWords(commonWords);
  return (
    <div className={css.box}>
      <p>{note}</p>
      <div className={css.link}>
        <code>{link}</code>
        <CopyButton text={link} what={what} />
      </div>
      <Button onClick={onDone}>{words.done}</Button>
    </div>
  );
}
