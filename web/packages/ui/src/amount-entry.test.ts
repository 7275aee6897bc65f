import { describe, expect, it } from 'vitest';
import { amountOf, isSum, press, spoken, type KeypadKey } from './amount-entry';

function typed(...keys: string[]): string {
  return keys.reduce((entry, key) => press(entry, key as KeypadKey), '');
}

describe('typing an amount', () => {
  it.each([
    [['3', '8'], '38', 3800],
    [['3', '8', '.', '5'], '38.5', 3850],
    [['.', '5'], '0.5', 50],
    [['0', '0', '7'], '7', 700],
    [['1', '00'], '100', 10000],
    [['00'], '', null],
    [['1', '.', '2', '3', '4'], '1.23', 123],
    [['1', '.', '.', '2'], '1.2', 120],
    [['1', 'delete'], '', null],
  ])('%j becomes %j', (keys, entry, amount) => {
    expect(typed(...keys)).toBe(entry);
    expect(amountOf(typed(...keys))).toBe(amount);
  });

  it('stops before an amount gets too long to be counted', () => {
    const entry = typed(...'9'.repeat(30).split(''));
    expect(entry).toHaveLength(9);
    expect(amountOf(entry)).toBe(99999999900);
  });
});

describe('a running sum', () => {
  it.each([
    [['1', '8', '+', '2', '0'], '18 + 20', 3800],
    [['1', '8', '+'], '18 + ', 1800],
    [['1', '6', '.', '5', '×', '3'], '16.5 × 3', 4950],
    [['2', '0', '−', '5', '.', '5'], '20 − 5.5', 1450],
    [['5', '−', '8'], '5 − 8', -300],
    [['5', '+', '−', '8'], '5 − 8', -300],
  ])('%j reads %j', (keys, text, amount) => {
    const entry = typed(...keys);
    expect(isSum(entry)).toBe(true);
    expect(spoken(entry)).toBe(text);
    expect(amountOf(entry)).toBe(amount);
  });

  it('counts how many, never how much of one', () => {
    expect(typed('1', '0', '×', '1', '.', '5')).toBe('10×15');
  });

  it('does not begin with an operator', () => {
    expect(typed('+', '×', '5')).toBe('5');
  });
});
