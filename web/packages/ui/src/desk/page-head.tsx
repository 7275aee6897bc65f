import type { ReactNode } from 'react';
import css from './page-head.module.css';

/** The title of a page with what it covers beside it, and its actions at the far end. */
export function PageHead({
  title,
  note,
  live,
  back,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  live?: ReactNode;
  back?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={css.head}>
      {back && <div className={css.back}>{back}</div>}
      <h1>{title}</h1>
      {note && <span className={css.note}>{note}</span>}
      {live && <span className={css.live}>{live}</span>}
      {children && <div className={css.actions}>{children}</div>}
    </div>
  );
}
