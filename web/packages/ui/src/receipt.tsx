import type { ReactNode } from 'react';
import css from './receipt.module.css';

export type ReceiptTone = 'done' | 'waiting' | 'failed';

interface Props {
  tone: ReceiptTone;
  /** The state in a word or two. */
  state: string;
  figure: ReactNode;
  /** With whom. */
  party?: ReactNode;
  /** What the state means for the reader's money. */
  meaning?: ReactNode;
  children: ReactNode;
}

const SCALLOPS = 21;

/** Loose paper on the mat; its lower edge is a row of arches. */
export function Receipt({ tone, state, figure, party, meaning, children }: Props) {
  return (
    <div className={css.receipt}>
      <article className={css.paper}>
        <div className={`${css.head} ${css[tone]}`}>
          <StateMark tone={tone} />
          <h2 aria-live="polite">{state}</h2>
          <p className={css.figure}>{figure}</p>
          {party && <p className={css.party}>{party}</p>}
          {meaning && <p className={css.meaning}>{meaning}</p>}
        </div>
        {children}
      </article>
      <svg className={css.edge} viewBox="0 0 358 14" preserveAspectRatio="none" aria-hidden="true">
        <path d={edge()} />
      </svg>
    </div>
  );
}

/** The arch is whole when it is done, open while waiting, and broken when it failed. */
function StateMark({ tone }: { tone: ReceiptTone }) {
  return (
    <svg className={css.mark} viewBox="0 0 64 64" aria-hidden="true" fill="none" stroke="currentColor">
      <path
        className={css.span}
        strokeWidth="6"
        pathLength="100"
        strokeDasharray={tone === 'failed' ? '40 20' : tone === 'waiting' ? '62 100' : undefined}
        d="M8 31a24 24 0 0 1 48 0"
      />
      {tone === 'waiting' && <path strokeWidth="6" opacity=".22" d="M8 31a24 24 0 0 1 48 0" />}
      <path strokeWidth="2" d="M6 36a26 26 0 0 0 52 0" opacity=".55" />
      <path strokeWidth="2" d="M12 36a20 20 0 0 0 40 0" opacity=".3" />
      <path strokeWidth="4.5" strokeLinecap="round" strokeLinejoin="round" d={MARKS[tone]} />
    </svg>
  );
}

const MARKS: Record<ReceiptTone, string> = {
  done: 'M22.5 33l7 7 13.5-14.5',
  waiting: 'M32 24v9l6 4',
  failed: 'M25 26l14 14M39 26L25 40',
};

/** A lower edge of equal arches, 5 apart, on a width of 358. */
function edge(): string {
  const gap = 5;
  const width = (358 - gap * (SCALLOPS + 1)) / SCALLOPS;
  let path = 'M0 0H358V14';
  for (let index = SCALLOPS; index > 0; index--) {
    const right = index * (gap + width);
    path += `H${round(right)}A${round(width / 2)} 11 0 0 0 ${round(right - width)} 14`;
  }
  return `${path}H0Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
