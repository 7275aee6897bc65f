import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import {
  dateAndWeekday,
  dateName,
  dayName,
  dayOf,
  fullMoment,
  moment,
  momentWithin,
  monthName,
  timeOf,
  weekdayName,
} from './dates';
import { explain, type Explained, type Fault } from './explain';
import { deviceLanguage, rememberLanguage, type Language } from './language';
import { formatLarge, formatMoney, formatPlain, formatSigned, type Money } from './money';
import type { Words } from './words';

interface Speaking {
  readonly language: Language;
  /** Changes the language here and remembers it on this device. */
  readonly setLanguage: (language: Language) => void;
}

const Context = createContext<Speaking | null>(null);

/** Gives everything inside one language, and tells the document. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, set] = useState(deviceLanguage);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const setLanguage = useCallback((next: Language) => {
    rememberLanguage(next);
    set(next);
  }, []);

  const value = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);
  return <Context value={value}>{children}</Context>;
}

export function useLanguage(): Speaking {
  const speaking = useContext(Context);
  if (!speaking) throw new Error('LanguageProvider is missing');
  return speaking;
}

export function useWords<T>(words: Words<T>): T {
  return words[useLanguage().language];
}

/** Amounts, days and faults in the reader's language. */
export interface Format {
  readonly language: Language;
  money(value: Money): string;
  plain(value: Money): string;
  signed(value: Money, direction: 'in' | 'out'): string;
  large(value: Money): string;
  /** 20:12 */
  time(at: string): string;
  /** The platform's day of a moment: 2026-11-21. */
  dayOf(at: string): string;
  /** 今天 */
  day(day: string): string;
  /** 11月21日 */
  date(day: string): string;
  /** 周六 */
  weekday(day: string): string;
  /** 11月21日 周六, Sat 21 Nov; or the weekday alone. */
  dateAndWeekday(day: string, withDate: boolean): string;
  /** 今天 20:12 */
  moment(at: string): string;
  /** As within a sentence: 今天 20:12, today 20:12. */
  momentWithin(at: string): string;
  /** 2026年11月21日 20:12:46 */
  fullMoment(at: string): string;
  /** Of "2026-11": 11 月 */
  month(month: string): string;
  /** The name in the reader's language, of something that may have an English one. */
  name(of: { name: string; name_en: string | null }): string;
  fault(fault: Fault): Explained;
}

export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => formatIn(language), [language]);
}

export function formatIn(language: Language, clock: () => Date = () => new Date()): Format {
  return {
    language,
    money: formatMoney,
    plain: formatPlain,
    signed: formatSigned,
    large: (value) => formatLarge(value, language),
    time: timeOf,
    dayOf,
    day: (day) => dayName(day, clock(), language),
    date: (day) => dateName(day, clock(), language),
    weekday: (day) => weekdayName(day, language),
    dateAndWeekday: (day, withDate) =>
      withDate ? dateAndWeekday(day, clock(), language) : weekdayName(day, language),
    moment: (at) => moment(at, clock(), language),
    momentWithin: (at) => momentWithin(at, clock(), language),
    fullMoment: (at) => fullMoment(at, language),
    month: (month) => monthName(month, clock(), language),
    name: (of) => (language === 'en' && of.name_en) || of.name,
    fault: (fault) => explain(fault, language, clock()),
  };
}
