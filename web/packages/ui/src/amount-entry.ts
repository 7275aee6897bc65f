import { exponentOf, minor, parseAmount, type Minor } from '@qiao/i18n';

/** What is being typed on a keypad: "12.5", "18+20", "16×3". Empty at first. */
export type Entry = string;

export type KeypadKey =
  '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | '+' | '−' | '×' | 'delete';

const OPERATOR = /[+−×]/;
const WHOLE_DIGITS_MAX = 9;
const LENGTH_MAX = 40;

/** The entry after a key; a key that makes no sense there changes nothing. */
export function press(entry: Entry, key: KeypadKey, currency = 'CNY'): Entry {
  if (key === 'delete') return entry.slice(0, -1);
  if (entry.length >= LENGTH_MAX) return entry;
  const term = lastTerm(entry);
  switch (key) {
    case '+':
    case '−':
    case '×':
      if (entry === '') return entry;
      return term === '' ? entry.slice(0, -1) + key : entry.replace(/\.$/, '') + key;
    case '.':
      if (term.includes('.') || exponentOf(currency) === 0 || isCount(entry)) return entry;
      return entry + (term === '' ? '0.' : '.');
    case '00':
      return term === '' || term === '0' ? entry : press(press(entry, '0', currency), '0', currency);
    default:
      return fits(term, currency) ? (term === '0' ? entry.slice(0, -1) : entry) + key : entry;
  }
}

/** The amount that an entry comes to. Null while it is none, or is more than can be counted. */
export function amountOf(entry: Entry, currency = 'CNY'): Minor | null {
  if (entry === '') return null;
  const terms = entry.replace(/[+−×.]$/, '').split(/([+−])/);
  let sum = 0;
  let sign = 1;
  for (const part of terms) {
    if (part === '+' || part === '−') {
      sign = part === '+' ? 1 : -1;
      continue;
    }
    const product = multiply(part.split('×'), currency);
    if (product === null) return null;
    sum += sign * product;
    if (!Number.isSafeInteger(sum)) return null;
  }
  return minor(sum);
}

/** Whether the entry is a sum still to be shown as such, beside its result. */
export function isSum(entry: Entry): boolean {
  return OPERATOR.test(entry);
}

/** The entry as it is read: 18 + 20. */
export function spoken(entry: Entry): string {
  return entry.replace(/[+−×]/g, ' $& ');
}

/** An amount times counts: only the first factor has decimals, so that nothing is ever rounded. */
function multiply([first = '', ...counts]: string[], currency: string): number | null {
  let product: number | null = parseAmount(first, currency);
  for (const count of counts) {
    if (product === null || !/^\d+$/.test(count)) return null;
    product *= Number(count);
    if (!Number.isSafeInteger(product)) return null;
  }
  return product;
}

function lastTerm(entry: Entry): string {
  return entry.split(/[+−×]/).at(-1) ?? '';
}

/** Behind a × stands how many, not how much. */
function isCount(entry: Entry): boolean {
  return /×[^+−×]*$/.test(entry);
}

function fits(term: string, currency: string): boolean {
  const [whole = '', decimals] = term.split('.');
  return decimals === undefined ? whole.length < WHOLE_DIGITS_MAX : decimals.length < exponentOf(currency);
}
