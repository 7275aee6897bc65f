import type { Money } from '@qiao/i18n';
import type { ReactNode } from 'react';
import { Figure } from './amounts';
import css from './confirm.module.css';

interface Props {
  /** The whole in one sentence, for ears. */
  label: string;
  from: { tile: ReactNode; name: string };
  to: { tile: ReactNode; name: string };
  amount: Money;
  note?: ReactNode;
}

/** Two people under one arch: who pays whom how much. */
export function ConfirmArch({ label, from, to, amount, note }: Props) {
  return (
    <section className={css.arch} aria-label={label}>
      <svg viewBox="0 0 358 136" aria-hidden="true" fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path
          className={css.drawn}
          pathLength="1"
          d="M44 52A135 36 0 0 1 314 52"
          stroke="var(--q-jade)"
          strokeWidth="2"
        />
        <circle cx="179" cy="16" r="14" fill="var(--q-jade)" stroke="var(--q-raised)" strokeWidth="4" />
        <path d="M173.5 16h11M180.5 11.8l4.2 4.2-4.2 4.2" stroke="var(--q-on-jade)" strokeWidth="1.9" />
      </svg>
      <div className={css.foot}>
        {from.tile}
        <b>{from.name}</b>
      </div>
      <div className={css.sum}>
        <p>
          <Figure value={amount} size="kpi" even />
        </p>
        {note && <small>{note}</small>}
      </div>
      <div className={css.foot}>
        {to.tile}
        <b>{to.name}</b>
      </div>
    </section>
  );
}
