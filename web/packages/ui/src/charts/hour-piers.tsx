import { drawnHours, labelEvery, peak, type HourPair } from './arches';
import css from './hour-piers.module.css';

export interface HourPiersProps {
  hours: readonly HourPair[];
  now: number;
  sentence: string;
  /** How the running hour is written under its pier, such as "20 时". */
  nowLabel: string;
}

/** The hours of today as piers that carry the deck: the phone's form of the comparison chart. The axis stands below the deck. */
export function HourPiers({ hours, now, sentence }: Omit<HourPiersProps, 'nowLabel'>) {
  const shown = drawnHours(hours, now);
  const top = Math.max(1, ...shown.map((h) => h.value));
  const best = peak(shown);
  return (
    <div className={css.piers} role="img" aria-label={sentence}>
      {shown.map((h) => (
        <span
          key={h.hour}
          style={{ height: `${Math.max(h.value > 0 ? 4 : 0, (Math.max(0, h.value) / top) * 100)}%` }}
          data-now={h.hour === now || undefined}
          data-peak={h.hour === best?.hour || undefined}
        />
      ))}
    </div>
  );
}

export function HourPiersAxis({ hours, now, nowLabel }: Omit<HourPiersProps, 'sentence'>) {
  const shown = drawnHours(hours, now);
  const every = Math.max(labelEvery(shown.length, 300, 34), shown.length > 8 ? 3 : 1);
  const last = shown.findIndex((h) => h.hour === now);
  return (
    <div className={css.axis} aria-hidden="true">
      {shown.map((h, i) => (
        <span key={h.hour} data-now={h.hour === now || undefined}>
          {h.hour === now ? nowLabel : i % every === 0 && Math.abs(last - i) >= 2 ? h.hour : ''}
        </span>
      ))}
    </div>
  );
}
