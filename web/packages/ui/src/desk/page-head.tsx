import { useEffect, useRef, type ReactNode } from 'react';
import css from './page-head.module.css';
import { usePageTitle } from './use-page-title';

/**
 * The title of a page with what it covers beside it, and its actions at the far end. It takes the focus when the page
 * opens, so that a reader hears where they are.
 */
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
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(typeof title === 'string' ? title : '');
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={css.head}>
      {back && <div className={css.back}>{back}</div>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {note && <span className={css.note}>{note}</span>}
      {live && <span className={css.live}>{live}</span>}
      {children && <div className={css.actions}>{children}</div>}
    </div>
  );
}
