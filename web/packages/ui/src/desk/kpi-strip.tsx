import type { ReactNode } from 'react';
import css from './kpi-strip.module.css';

export interface Kpi {
  key: string;
  label: string;
  value: ReactNode;
  /** A small unit set after the value, such as % or 万. */
  unit?: string;
  baseline?: ReactNode;
  tone?: 'amber' | 'verm';
}

/** One strip of figures with hairlines between: label, value, baseline. */
export function KpiStrip({ items, label }: { items: readonly Kpi[]; label: string }) {
  return (
    <dl className={css.strip} aria-label={label}>
      {items.map((kpi) => (
        <div key={kpi.key} data-tone={kpi.tone}>
          <dt>{kpi.label}</dt>
          <dd className={css.value}>
            {kpi.value}
            {kpi.unit && <i>{kpi.unit}</i>}
          </dd>
          {kpi.baseline && <dd className={css.baseline}>{kpi.baseline}</dd>}
        </div>
      ))}
    </dl>
  );
}
