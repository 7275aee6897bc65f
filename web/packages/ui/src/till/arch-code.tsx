import type { ReactNode } from 'react';
import css from './arch-code.module.css';

export interface ArchCodeProps {
  /** Who takes the money, and the note. */
  head: ReactNode;
  amount: ReactNode;
  /** The large line is a name instead of an amount, and the page has its own heading. */
  named?: boolean;
  /** What is left of the time, from 1 to 0; no rim when undefined. */
  fraction?: number;
  /** The code, or what has taken its place. */
  children: ReactNode;
  how?: ReactNode;
  /** The line at the foot; read out when it changes. */
  status: ReactNode;
}

/** Paper under an arch, with its reflection in the water: what a customer sees across the counter. Always paper, for scanners. */
export function ArchCode({ head, amount, named = false, fraction, children, how, status }: ArchCodeProps) {
  return (
    <>
      <section className={css.paper}>
        <svg className={css.shape} viewBox="0 0 358 584" preserveAspectRatio="none" aria-hidden="true">
          <path className={css.ground} d="M0 112A179 112 0 0 1 358 112V578a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6Z" />
          {fraction !== undefined && (
            <g className={css.rim}>
              <path d="M11 118A168 107 0 0 1 347 118" />
              <path
                data-left=""
                pathLength="300"
                strokeDasharray={`${Math.round(fraction * 300)} 400`}
                d="M11 118A168 107 0 0 1 347 118"
              />
            </g>
          )}
        </svg>
        <div className={css.inside}>
          {named ? <h2 className={css.head}>{head}</h2> : <h1 className={css.head}>{head}</h1>}
          <p className={named ? css.name : css.amount}>{amount}</p>
          <div className={css.code}>{children}</div>
          {how && <p className={css.how}>{how}</p>}
        </div>
        <div className={css.status} role="status">
          {status}
        </div>
      </section>
      <svg className={css.reflection} viewBox="0 0 358 16" aria-hidden="true">
        <path d="M6 0a173 15 0 0 0 346 0M62 0a117 8 0 0 0 234 0" />
      </svg>
    </>
  );
}

/** A jade dot that says: still waiting. */
export function WaitingDot() {
  return <i className={css.dot} aria-hidden="true" />;
}
