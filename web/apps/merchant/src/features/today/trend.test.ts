import { describe, expect, it } from 'vitest';
import { trend, writtenTrend } from './trend';

describe('trend', () => {
  it('is in tenths of a percent', () => {
    expect(trend(864250, 768900)).toBe(124);
    expect(trend(9700, 10000)).toBe(-30);
  });

  it('compares with nothing only when there was something', () => {
    expect(trend(500, 0)).toBeNull();
    expect(trend(500, -20)).toBeNull();
  });
});

describe('writtenTrend', () => {
  it.each([
    [124, '+12.4%'],
    [-30, '\u22123.0%'],
    [-4, '\u22120.4%'],
    [0, '0.0%'],
    [12345, '+1234.5%'],
  ])('writes %d', (tenths, text) => {
    expect(writtenTrend(tenths)).toBe(text);
  });
});
