/** How today compares, in tenths of a percent: up 12.4 % is 124. Null when there is nothing to compare with. */
export function trend(now: number, before: number): number | null {
  if (before <= 0) return null;
  return Math.round(((now - before) * 1000) / before);
}

/** +12.4%, −3.0%, 0.0% */
export function writtenTrend(tenths: number): string {
  const sign = tenths > 0 ? '+' : tenths < 0 ? '\u2212' : '';
  const size = Math.abs(tenths);
  return `${sign}${Math.floor(size / 10)}.${size % 10}%`;
}
