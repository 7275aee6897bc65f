import { expect, it } from 'vitest';
import { draw } from './qr-code';

it('keeps the quiet zone that scanners need', () => {
  const { path, size } = draw('qiao');
  expect(size).toBe(21 + 2 * 4);
  const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => [
    Number(x),
    Number(y),
    Number(run),
  ]);
  expect(starts.length).toBeGreaterThan(0);
  for (const [x = 0, y = 0, run = 0] of starts) {
    expect(x).toBeGreaterThanOrEqual(4);
    expect(y).toBeGreaterThanOrEqual(4);
    expect(x + run).toBeLessThanOrEqual(size - 4);
    expect(y).toBeLessThan(size - 4);
  }
});
