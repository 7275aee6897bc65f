import { sparkPath } from './arches';
import css from './sparkline.module.css';

/** A line of the last hours. Decorative: the row says the number. A dash when there is too little to draw. */
export function Sparkline({ values, tone = 'jade' }: { values: readonly number[]; tone?: 'jade' | 'amber' }) {
  const path = sparkPath(values, 84, 24);
  return (
    <svg className={css.line} data-tone={tone} viewBox="0 0 84 24" width="84" height="24" aria-hidden="true">
      {path ? <path d={path} /> : <path d="M36 12h12" />}
    </svg>
  );
}
