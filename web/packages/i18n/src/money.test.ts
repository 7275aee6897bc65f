import { describe, expect, it } from 'vitest';
import {
  formatLarge,
  formatMoney,
  formatPlain,
  formatSigned,
  minor,
  money,
  moneyParts,
  parseAmount,
} from './money';

describe('an amount in words', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [8800, '¥88.00'],
    [1248650, '¥12,486.50'],
    [-200, '−¥2.00'],
    [Number.MAX_SAFE_INTEGER, '¥90,071,992,547,409.91'],
  ])('writes %d as %s', (amount, text) => {
    expect(formatMoney(money(amount))).toBe(text);
  });

  it('signs what goes in and out, with a real minus', () => {
    expect(formatSigned(money(20000), 'in')).toBe('+200.00');
    expect(formatSigned(money(3800), 'out')).toBe('−38.00');
    expect(formatPlain(money(326840))).toBe('3,268.40');
  });

  it('writes currencies without parts whole, and unknown ones by their code', () => {
    expect(formatMoney(money(1200, 'JPY'))).toBe('JPY 1,200');
    expect(moneyParts(money(1200, 'JPY')).decimals).toBe('');
  });

  it.each([
    [99_999_99, '¥99,999.99', '¥99,999.99'],
    [4_140_000_00, '¥414 万', '¥4.14 M'],
    [41_430_000_00, '¥4,143 万', '¥41.43 M'],
    [186_200_000_00, '¥1.86 亿', '¥186.2 M'],
  ])('shortens the total %d', (amount, zh, en) => {
    expect(formatLarge(money(amount), 'zh-CN')).toBe(zh);
    expect(formatLarge(money(amount), 'en')).toBe(en);
  });
});

describe('a typed amount', () => {
  it.each([
    ['12', 1200],
    ['12.', 1200],
    ['12.5', 1250],
    ['0.07', 7],
    ['1,280.00', 128000],
    [' 8 ', 800],
  ])('reads %j as %d', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each(['', '.', '1.234', '-1', '+1', '1e3', '12,34', '٣', 'abc', '99999999999999999'])(
    'refuses %j',
    (text) => {
      expect(parseAmount(text)).toBeNull();
    },
  );

  it('is exact where floats are not', () => {
    expect(parseAmount('1.15')).toBe(115);
    expect(parseAmount('4.35')).toBe(435);
  });
});

it('never takes a fraction for minor units', () => {
  expect(() => minor(0.5)).toThrow(RangeError);
  expect(() => minor(2 ** 53)).toThrow(RangeError);
});
