import { useId, type ReactNode } from 'react';
import css from './panel.module.css';

export interface PanelProps {
  title?: ReactNode;
  /** Stepped back beside the title. */
  note?: ReactNode;
  /** At the far end of the title's line. */
  action?: ReactNode;
  /** A jade dot after the title: the content renews itself. */
  live?: boolean;
  /** With room around the content; tables and lists bring their own. */
  padded?: boolean;
  /** On phones the content stands on the page itself, without a card. */
  bare?: boolean;
  children: ReactNode;
}

export function Panel({ title, note, action, live, padded, bare, children }: PanelProps) {
  const id = useId();
  return (
    <section className={css.panel} data-bare={bare || undefined} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className={css.header}>
          <h2 id={id} data-live={live || undefined}>
            {title}
          </h2>
          {note && <span className={css.note}>{note}</span>}
          {action && <div className={css.action}>{action}</div>}
        </header>
      )}
      <div className={css.body} data-padded={padded || undefined} data-titled={title ? true : undefined}>
        {children}
      </div>
    </section>
  );
}
