import type { Language } from './language';

/** The platform's time zone: a day is the platform's day, wherever the reader is. */
export const ZONE = 'Asia/Shanghai';

const fields = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** The platform's day of a moment: 2026-11-21. */
export function dayOf(at: string | Date): string {
  const { year, month, day } = partsOf(at);
  return `${year}-${month}-${day}`;
}

/** 20:12 */
export function timeOf(at: string | Date): string {
  const { hour, minute } = partsOf(at);
  return `${hour}:${minute}`;
}

/** 今天, 昨天, 11月21日, 2025年11月21日; Today, Yesterday, 21 Nov, 21 Nov 2025. */
export function dayName(day: string, now: Date, language: Language): string {
  const zh = language === 'zh-CN';
  if (day === dayOf(now)) return zh ? '今天' : 'Today';
  if (day === shift(dayOf(now), -1)) return zh ? '昨天' : 'Yesterday';
  if (day === shift(dayOf(now), 1)) return zh ? '明天' : 'Tomorrow';
  return dateName(day, now, language);
}

/** 11月21日, 21 Nov; with its year when that is not this one. */
export function dateName(day: string, now: Date, language: Language): string {
  const [year, month, date] = numbers(day);
  const otherYear = year !== numbers(dayOf(now))[0];
  if (language === 'zh-CN') return `${otherYear ? `${year}年` : ''}${month}月${date}日`;
  return `${date} ${MONTHS[month - 1]}${otherYear ? ` ${year}` : ''}`;
}

/** 周六, Sat */
export function weekdayName(day: string, language: Language): string {
  return WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

/** 11月21日 周六, Sat 21 Nov */
export function dateAndWeekday(day: string, now: Date, language: Language): string {
  const date = dateName(day, now, language);
  const weekday = weekdayName(day, language);
  return language === 'zh-CN' ? `${date} ${weekday}` : `${weekday} ${date}`;
}

/** 今天 20:12, Today 20:12 */
export function moment(at: string | Date, now: Date, language: Language): string {
  return `${dayName(dayOf(at), now, language)} ${timeOf(at)}`;
}

/** As within a sentence: 今天 20:12, today 20:12. */
export function momentWithin(at: string | Date, now: Date, language: Language): string {
  return moment(at, now, language).replace(/^(Today|Yesterday|Tomorrow)/, (day) => day.toLowerCase());
}

/** 2026年11月21日 20:12:46, 21 Nov 2026 20:12:46 */
export function fullMoment(at: string | Date, language: Language): string {
  const { hour, minute, second } = partsOf(at);
  const [year, month, date] = numbers(dayOf(at));
  const clock = `${hour}:${minute}:${second}`;
  if (language === 'zh-CN') return `${year}年${month}月${date}日 ${clock}`;
  return `${date} ${MONTHS[month - 1]} ${year} ${clock}`;
}

/** Of "2026-11": 11 月, November; with its year when that is not this one. */
export function monthName(month: string, now: Date, language: Language): string {
  const [year, number] = numbers(`${month}-01`);
  const otherYear = year !== numbers(dayOf(now))[0];
  if (language === 'zh-CN') return `${otherYear ? `${year} 年 ` : ''}${number} 月`;
  return `${LONG_MONTHS[number - 1]}${otherYear ? ` ${year}` : ''}`;
}

/** The latest months up to now, newest first: ["2026-11", "2026-10", …]. */
export function latestMonths(now: Date, count: number): string[] {
  const [year, month] = numbers(dayOf(now));
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + (month - 1) - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

function shift(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function numbers(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function partsOf(at: string | Date): Record<Intl.DateTimeFormatPartTypes, string> {
  const moment = typeof at === 'string' ? new Date(at) : at;
  return Object.fromEntries(fields.formatToParts(moment).map((part) => [part.type, part.value])) as Record<
    Intl.DateTimeFormatPartTypes,
    string
  >;
}
