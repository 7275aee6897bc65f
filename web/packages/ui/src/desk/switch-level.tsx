import css from './switch-level.module.css';

export type Level = 'open' | 'limited' | 'refunds_only' | 'stopped';

const SPANS_OPEN: Record<Level, number> = { open: 4, limited: 3, refunds_only: 1, stopped: 0 };
const SPAN_AT = [0, 13, 26, 39];

/** A bridge of four arches, filled where traffic passes. The word always stands beside it. */
export function SwitchLevel({ level, word }: { level: Level; word: string }) {
  return (
    <span className={css.gate} data-level={level}>
      <svg viewBox="0 0 50 14" width="50" height="14" aria-hidden="true">
        {SPAN_AT.map((x, i) => (
          <path
            key={x}
            data-open={i < SPANS_OPEN[level] || undefined}
            d={`M${x + 0.75} 13.25V5.25a4.75 4.5 0 0 1 9.5 0v8Z`}
          />
        ))}
      </svg>
      {word}
    </span>
  );
}
