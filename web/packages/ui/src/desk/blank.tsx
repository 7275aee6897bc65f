import { commonWords, useWords } from '@qiao/i18n';
import css from './blank.module.css';

/** The place of something on its way, as tall as it will be. */
export function Blank({ height }: { height: number }) {
  const words = useWords(commonWords);
  return (
    <div className={css.blank} style={{ minHeight: height }} role="status">
      <span className="vh">{words.loading}</span>
    </div>
  );
}
