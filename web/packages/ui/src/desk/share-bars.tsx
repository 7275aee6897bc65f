import type { ReactNode } from 'react';
import css from './share-bars.module.css';

export interface Share {
  key: string;
  name: ReactNode;
  note?: string;
  value: ReactNode;
  /** Whole minor units; the bar is its part of the sum. */
  amount: number;
}

/** Where money came from: name and value with a bar of its share under them. */
export function ShareBars({ items }: { items: readonly Share[] }) {
  const sum = items.reduce((total, share) => total + Math.max(0, share.amount), 0);
  return (
    <ul className={css.list}>
      {items.map((share) => (
        <li key={share.key}>
          <span>
            {share.name} {share.note && <small>{share.note}</small>}
          </span>
          <b>{share.value}</b>
          <span className={css.track} aria-hidden="true">
            <i style={{ width: sum > 0 ? `${(Math.max(0, share.amount) / sum) * 100}%` : 0 }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
