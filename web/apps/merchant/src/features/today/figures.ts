import type { MerchantToday } from '@qiao/api';
import { money, type Format } from '@qiao/i18n';
import type { MerchantWords } from '@qiao/i18n/merchant';
import { drawnHours, peak, type HourPair } from '@qiao/ui/desk';

/** The hours of today beside those of a week ago, in minor units. */
export function pairs(today: MerchantToday): HourPair[] {
  return today.hours.map((h) => ({ hour: h.hour, value: h.amount, before: h.last_week }));
}

/** The hour that is running, in platform time. */
export function runningHour(today: MerchantToday, format: Format): number {
  return Number(format.time(today.as_of).slice(0, 2));
}

/** The chart in one sentence. */
export function sentence(
  today: MerchantToday,
  format: Format,
  words: MerchantWords,
  hidden: boolean,
): string {
  const shown = drawnHours(pairs(today), runningHour(today, format));
  const best = peak(shown);
  const first = shown[0];
  const last = shown.at(-1);
  if (!best || !first || !last) return words.hoursEmpty;
  const amount = hidden ? '••••' : format.money(money(best.value, today.net.currency));
  return words.hoursSentence(first.hour, last.hour, best.hour, amount);
}
