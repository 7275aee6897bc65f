import { arches, drawnHours, labelEvery, peak, type HourPair } from './arches';
import { useWidth } from './use-width';
import css from './hour-chart.module.css';

export interface HourChartProps {
  hours: readonly HourPair[];
  /** The hour that is running, 0–23, in platform time. */
  now: number;
  /** On the dark deck, or on a card. */
  ground: 'deck' | 'card';
  /** The whole chart in one sentence, for people who do not see it. */
  sentence: string;
  words: { title?: string; today: string; before: string };
  /** Prints the value of the highest hour above its arch. */
  print: (value: number) => string;
}

const DECK = { height: 268, water: 158, rise: 112, depth: 66, span: 30, axis: 262 };
const CARD = { height: 190, water: 118, rise: 84, depth: 40, span: 26, axis: 184 };

/** Today's hours stand above the water; the same hours a week ago are their reflection. */
export function HourChart({ hours, now, ground, sentence, words, print }: HourChartProps) {
  const [box, width] = useWidth<HTMLDivElement>(640);
  const shape = ground === 'deck' ? DECK : CARD;
  const shown = drawnHours(hours, now);
  const drawn = arches(shown, { ...shape, width });
  const best = peak(shown);
  const every = labelEvery(shown.length, width);
  const last = shown.findIndex((h) => h.hour === now);
  return (
    <div className={css.plot} data-ground={ground}>
      <p className={css.legend} aria-hidden="true">
        {words.title && <b>{words.title}</b>}
        <span>
          <i />
          {words.today}
        </span>
        <span>
          <i className={css.outline} />
          {words.before}
        </span>
      </p>
      <div ref={box}>
        <svg
          width={width}
          height={shape.height}
          viewBox={`0 0 ${width} ${shape.height}`}
          role="img"
          aria-label={sentence}
        >
          <line className={css.water} x1="0" x2={width} y1={shape.water + 2} y2={shape.water + 2} />
          {drawn.map((arch) => (
            <g key={arch.hour}>
              <path
                className={css.above}
                data-now={arch.hour === now || undefined}
                data-peak={arch.hour === best?.hour || undefined}
                d={arch.above}
              />
              <path className={css.below} d={arch.below} />
            </g>
          ))}
          {drawn.map((arch, i) =>
            Math.abs(last - i) % every === 0 ? (
              <text key={arch.hour} x={arch.x} y={shape.axis}>
                {arch.hour}
              </text>
            ) : null,
          )}
          {best &&
            drawn
              .filter((arch) => arch.hour === best.hour)
              .map((arch) => (
                <text
                  key="peak"
                  className={css.peak}
                  x={Math.min(Math.max(arch.x, 30), width - 30)}
                  y={shape.water - arch.height - 8}
                >
                  {print(best.value)}
                </text>
              ))}
        </svg>
      </div>
    </div>
  );
}
