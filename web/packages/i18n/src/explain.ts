import { momentWithin } from './dates';
import {
  deviceErrorWords,
  errorWords,
  moneyWords,
  type DeviceErrorCode,
  type ErrorCode,
  type ErrorWords,
} from './errors';
import type { Language } from './language';
import { limitNames } from './limits';
import { formatMoney, money } from './money';

/** The part of a problem that words are made from. */
export interface Fault {
  readonly code: string;
  readonly money: 'not_taken' | 'taken' | 'unknown' | 'not_involved';
  readonly reference: string;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
}

/** What happened · whether money was taken · what to do · what to quote. */
export interface Explained {
  readonly what: string;
  /** Null when no money was in play. */
  readonly money: string | null;
  readonly todo: string;
  readonly reference: string;
}

const AMOUNTS = ['limit', 'available', 'refundable', 'cap', 'left'];

/** Puts a fault into words. A code that this build does not know yet reads as an internal fault. */
export function explain(fault: Fault, language: Language, now: Date): Explained {
  const words = wordsOf(fault.code, language);
  const parameters = readable(fault, language, now);
  return {
    what: fill(words.what, parameters),
    money: moneyWords[language][fault.money],
    todo: fill(words.todo, parameters),
    reference: fault.reference,
  };
}

function wordsOf(code: string, language: Language): ErrorWords {
  if (isErrorCode(code)) return errorWords[language][code];
  if (isDeviceErrorCode(code)) return deviceErrorWords[language][code];
  return errorWords[language].internal;
}

function isDeviceErrorCode(code: string): code is DeviceErrorCode {
  return Object.hasOwn(deviceErrorWords['zh-CN'], code);
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorWords['zh-CN'], code);
}

function fill(text: string, parameters: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '—');
}

function readable(fault: Fault, language: Language, now: Date): Record<string, string> {
  const currency = String(fault.parameters['currency'] ?? 'CNY');
  return Object.fromEntries(
    Object.entries(fault.parameters).map(([name, value]) => {
      if (name === 'until') return [name, momentWithin(String(value), now, language)];
      if (AMOUNTS.includes(name) && typeof value === 'number')
        return [name, formatMoney(money(value, currency))];
      return [name, limitNames[language][name]?.[String(value)] ?? String(value)];
    }),
  );
}
