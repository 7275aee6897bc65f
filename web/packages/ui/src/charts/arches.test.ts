import { describe, expect, it } from 'vitest';
import { arches, drawnHours, labelEvery, peak, sparkPath } from './arches';

const plot = { width: 700, water: 158, rise: 128, depth: 66, span: 30 };
const day = (...pairs: [number, number, number][]) =>
  pairs.map(([hour, value, before]) => ({ hour, value, before }));

describe('drawnHours', () => {
  it('starts at the first hour of either day and ends now', () => {
    const hours = drawnHours(day([7, 0, 500], [9, 300, 0], [23, 0, 900]), 18);
    expect(hours[0]?.hour).toBe(7);
    expect(hours.at(-1)?.hour).toBe(18);
  });

  it('goes back to show eight hours when the day is young', () => {
    const hours = drawnHours(day([7, 0, 500], [9, 300, 0], [23, 0, 900]), 11);
    expect(hours.map((h) => h.hour)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(hours[4]).toEqual({ hour: 8, value: 0, before: 0 });
  });

  it('shows shop hours on an empty day', () => {
    const hours = drawnHours([], 10);
    expect(hours[0]?.hour).toBe(8);
    expect(hours.at(-1)?.hour).toBe(20);
  });

  it('starts by midnight at the latest', () => {
    expect(drawnHours([], 3)[0]?.hour).toBe(3);
    expect(drawnHours(day([2, 5, 0]), 3)[0]?.hour).toBe(0);
  });
});

describe('peak', () => {
  it('is the first of the highest hours', () => {
    expect(peak(day([8, 5, 0], [9, 7, 0], [10, 7, 0]))?.hour).toBe(9);
  });

  it('is nothing on a day without takings', () => {
    expect(peak(day([8, 0, 100], [9, -5, 0]))).toBeUndefined();
  });
});

describe('arches', () => {
  it('measures both days on one scale', () => {
    const [first, second] = arches(day([8, 1000, 500], [9, 500, 0]), plot);
    expect(first?.height).toBe(128);
    expect(second?.height).toBe(64);
    expect(first?.below).toContain('v18');
    expect(second?.below).toBe('');
  });

  it('stands at zero for an hour below zero', () => {
    expect(arches(day([8, -900, 0], [9, 100, 0]), plot)[0]?.above).toBe('');
  });

  it('keeps twenty-four hours inside the width', () => {
    const all = arches(
      Array.from({ length: 24 }, (_, hour) => ({ hour, value: hour, before: 1 })),
      { ...plot, width: 320 },
    );
    expect(all).toHaveLength(24);
    expect(all.at(-1)?.x).toBeLessThan(320);
  });
});

describe('sparkPath', () => {
  it('is flat in the middle when nothing changes', () => {
    expect(sparkPath([4, 4, 4], 80, 24)).toBe('M0 12C20 12 20 12 40 12C60 12 60 12 80 12');
  });

  it('puts the highest value at the top', () => {
    expect(sparkPath([0, 10], 80, 24)).toBe('M0 22C40 22 40 2 80 2');
  });

  it('needs two values', () => {
    expect(sparkPath([1], 80, 24)).toBeUndefined();
  });
});

describe('labelEvery', () => {
  it('labels each hour when there is room and fewer when there is not', () => {
    expect(labelEvery(14, 700)).toBe(1);
    expect(labelEvery(24, 280)).toBe(3);
  });
});
