import type { Language } from './language';

/** A whole number of a currency's smallest parts: 1250 of CNY is ¥12.50. Never a fraction. */
export type Minor = number & { readonly brand: 'minor' };

export interface Money {
  readonly amount: Minor;
  readonly currency: string;
}

/** What an amount looks like, in the pieces that are drawn at different sizes. */
export interface MoneyParts {
  readonly symbol: string;
  readonly whole: string;
  /** With its point; empty for a currency without parts. */
  readonly decimals: string;
}

const MINUS = '\u2212';
const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥' };
const EXPONENTS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0 };

export const HIDDEN_AMOUNT = '••••';

/** Marks a number as minor units. Throws for what no amount can be: that is a bug, not an input. */
export function minor(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not whole minor units: ${value}`);
  return value as Minor;
}

export function money(amount: number, currency = 'CNY'): Money {
  return { amount: minor(amount), currency };
}

export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

/** The pieces of an amount without its sign. */
export function moneyParts({ amount, currency }: Money): MoneyParts {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const cut = digits.length - exponent;
  return {
    symbol: SYMBOLS[currency] ?? `${currency} `,
    whole: grouped(digits.slice(0, cut)),
    decimals: exponent === 0 ? '' : `.${digits.slice(cut)}`,
  };
}

/** For balances and payables: ¥88.00, −¥2.00. */
export function formatMoney(value: Money): string {
  const { symbol, whole, decimals } = moneyParts(value);
  return `${value.amount < 0 ? MINUS : ''}${symbol}${whole}${decimals}`;
}

/** For lists of totals, where the currency is clear: 3,268.40. */
export function formatPlain(value: Money): string {
  const { whole, decimals } = moneyParts(value);
  return `${value.amount < 0 ? MINUS : ''}${whole}${decimals}`;
}

/** For feeds: +200.00, −38.00. */
export function formatSigned(value: Money, direction: 'in' | 'out'): string {
  const { whole, decimals } = moneyParts(value);
  return `${direction === 'in' ? '+' : MINUS}${whole}${decimals}`;
}

/** For large totals: ¥1.86 亿, ¥4.14 万; in English ¥186.20 M. Smaller ones are written in full. */
export function formatLarge(value: Money, language: Language): string {
  const units = Math.abs(value.amount) / 10 ** exponentOf(value.currency);
  const steps = language === 'zh-CN' ? ZH_STEPS : EN_STEPS;
  const step = steps.find(([from]) => units >= from);
  if (!step) return formatMoney(value);
  const [, size, name] = step;
  const [whole = '', decimals = ''] = (units / size).toFixed(2).split('.');
  const trimmed = decimals.replace(/0+$/, '');
  const sign = value.amount < 0 ? MINUS : '';
  const symbol = SYMBOLS[value.currency] ?? `${value.currency} `;
  return `${sign}${symbol}${grouped(whole)}${trimmed && `.${trimmed}`} ${name}`;
}

const ZH_STEPS: readonly [from: number, size: number, name: string][] = [
  [100_000_000, 100_000_000, '亿'],
  [100_000, 10_000, '万'],
];
const EN_STEPS: readonly [from: number, size: number, name: string][] = [
  [1_000_000_000, 1_000_000_000, 'B'],
  [1_000_000, 1_000_000, 'M'],
];

/** Reads what a person typed ("12", "12.5", "1,280.00"). Null when it is no amount of this currency. */
export function parseAmount(text: string, currency = 'CNY'): Minor | null {
  const exponent = exponentOf(currency);
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return null;
  const [, whole = '', decimals = ''] = match;
  if (decimals.length > exponent) return null;
  const value = Number(whole.replaceAll(',', '') + decimals.padEnd(exponent, '0'));
  return Number.isSafeInteger(value) ? (value as Minor) : null;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
