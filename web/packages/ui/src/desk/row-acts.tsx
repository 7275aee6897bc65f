import type { ReactNode } from 'react';
import css from './row-acts.module.css';

/** Buttons and links at the end of a row, as low as the row lets them be. */
export function RowActs({ children }: { children: ReactNode }) {
  return <span className={css.acts}>{children}</span>;
}
