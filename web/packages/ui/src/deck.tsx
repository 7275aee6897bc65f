import type { ReactNode } from 'react';
import css from './deck.module.css';

interface Props {
  label: string;
  /** What the figure is, and the eye. */
  head: ReactNode;
  figure: ReactNode;
  /** A quiet line under the figure. */
  foot: ReactNode;
  /** Four links with an icon and a word: the spans of the bridge. */
  keys: ReactNode;
  keysLabel: string;
}

/** The balance card: a bridge deck that stands in the water on four spans, which are its keys. */
export function Deck({ label, head, figure, foot, keys, keysLabel }: Props) {
  return (
    <section className={css.deck} aria-label={label}>
      <div className={css.top}>
        <div className={css.head}>{head}</div>
        <p className={css.figure}>{figure}</p>
        <p className={css.line}>{foot}</p>
      </div>
      <nav className={css.keys} aria-label={keysLabel}>
        {keys}
      </nav>
    </section>
  );
}
