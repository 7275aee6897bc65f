/** One hour of a comparison: `value` is now, `before` is the same hour a week ago. Both are whole numbers of one unit. */
export interface HourPair {
  hour: number;
  value: number;
  before: number;
}

/** Where one pair stands: x of its left edge, and the two outlines (SVG path data). */
export interface Arch {
  hour: number;
  x: number;
  above: string;
  below: string;
  height: number;
}

export interface Plot {
  width: number;
  /** y of the water: arches stand on it, reflections hang four pixels under it. */
  water: number;
  /** Tallest arch and deepest reflection, in pixels. */
  rise: number;
  depth: number;
  /** Widest arch; narrower when there are many hours. */
  span: number;
}

const GAP_UNDER_WATER = 4;
const EMPTY_DAY = { from: 8, to: 20 };
const HOURS_MIN = 8;

/**
 * The hours worth drawing, without holes: from the first hour in which anything happened on either day up to now.
 * A day with nothing at all shows shop hours, so that an empty chart still reads as a day; a day that has just begun
 * shows the hours before as well, so that few arches do not swell.
 */
export function drawnHours(hours: readonly HourPair[], now: number): HourPair[] {
  const busy = hours.filter((h) => h.hour <= now && (h.value !== 0 || h.before !== 0)).map((h) => h.hour);
  const first = busy.length > 0 ? Math.min(...busy) : Math.min(EMPTY_DAY.from, now);
  const to = Math.max(now, busy.length > 0 ? Math.max(...busy) : EMPTY_DAY.to);
  const from = Math.max(0, Math.min(first, to - HOURS_MIN + 1));
  const byHour = new Map(hours.map((h) => [h.hour, h]));
  return Array.from(
    { length: to - from + 1 },
    (_, i) => byHour.get(from + i) ?? { hour: from + i, value: 0, before: 0 },
  );
}

/** The highest hour of today, or undefined on a day without takings. The first of equals wins. */
export function peak(hours: readonly HourPair[]): HourPair | undefined {
  const highest = hours.reduce<HourPair | undefined>(
    (best, h) => (best && best.value >= h.value ? best : h),
    undefined,
  );
  return highest && highest.value > 0 ? highest : undefined;
}

/**
 * Both days share one scale of values, so a taller arch than its reflection means a better hour.
 * Values below zero (an hour with more refunds than takings) stand at zero height.
 */
export function arches(hours: readonly HourPair[], plot: Plot): Arch[] {
  if (hours.length === 0) return [];
  const top = Math.max(1, ...hours.map((h) => Math.max(h.value, h.before)));
  const pitch = plot.width / hours.length;
  const span = Math.min(plot.span, pitch * 0.72);
  return hours.map((h, i) => {
    const x = pitch * i + (pitch - span) / 2;
    const height = (Math.max(0, h.value) / top) * plot.rise;
    const depth = (Math.max(0, h.before) / top) * plot.depth;
    return {
      hour: h.hour,
      x: x + span / 2,
      height,
      above: arch(x, plot.water, span, height),
      below: reflection(x, plot.water, span, depth),
    };
  });
}

function arch(x: number, water: number, span: number, height: number): string {
  if (height <= 0) return '';
  const radius = span / 2;
  const round = Math.min(radius, height);
  return `M${n(x)} ${n(water)}V${n(water - height + round)}a${n(radius)} ${n(round)} 0 0 1 ${n(span)} 0V${n(water)}Z`;
}

function reflection(x: number, water: number, span: number, depth: number): string {
  if (depth <= 0) return '';
  const radius = span / 2;
  const round = Math.min(radius, depth);
  const from = water + GAP_UNDER_WATER;
  return `M${n(x)} ${n(from)}v${n(depth - round)}a${n(radius)} ${n(round)} 0 0 0 ${n(span)} 0V${n(from)}`;
}

/** A smooth line through the values, flat where they are all equal. `undefined` when there are fewer than two. */
export function sparkPath(
  values: readonly number[],
  width: number,
  height: number,
  inset = 2,
): string | undefined {
  if (values.length < 2) return undefined;
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  const step = width / (values.length - 1);
  const y = (v: number) =>
    range === 0 ? height / 2 : height - inset - ((v - low) / range) * (height - inset * 2);
  return values.slice(1).reduce(
    (path, v, i) => {
      const middle = step * (i + 0.5);
      return `${path}C${n(middle)} ${n(y(values[i] as number))} ${n(middle)} ${n(y(v))} ${n(step * (i + 1))} ${n(y(v))}`;
    },
    `M0 ${n(y(values[0] as number))}`,
  );
}

/** Every how many hours the axis carries a number, so that labels keep at least `room` pixels each. */
export function labelEvery(count: number, width: number, room = 34): number {
  return Math.max(1, Math.ceil((count * room) / Math.max(width, 1)));
}

const n = (value: number) => Math.round(value * 10) / 10;
