import { expect, it } from 'vitest';
import { percent } from './percent';

it.each([
  [9972, '99.72'],
  [10000, '100.00'],
  [5, '0.05'],
  [0, '0.00'],
])('writes %d basis points', (basisPoints, text) => {
  expect(percent(basisPoints)).toBe(text);
});
