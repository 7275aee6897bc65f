import type { ReactNode } from 'react';
import css from './columns.module.css';

/** A wide column and a narrow one beside it; below each other where there is no room. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={css.columns}>
      <div className={css.stack}>{children}</div>
      <div className={css.stack}>{aside}</div>
    </div>
  );
}

/** Panels below each other. */
export function Panels({ children }: { children: ReactNode }) {
  return <div className={css.stack}>{children}</div>;
}
