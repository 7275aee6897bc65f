import type { LimitStanding } from '@qiao/api';
import { money, useFormat, useWords } from '@qiao/i18n';
import { individualLimitWords } from '@qiao/i18n/individual-limits';
import { rolesWords, valueIn } from '@qiao/i18n/roles';
import { useLimitName } from '@qiao/verification';

/** A limit as proposals name it: what it counts, over what, and in which currency. */
const CAP = /^cap:([a-z_+]+):([a-z_]+):([A-Z]{3})$/;

/** What a proposal's fields and values are called. */
export function useChangeWords() {
  const words = useWords(rolesWords);
  const own = useWords(individualLimitWords);
  const format = useFormat();
  const nameOf = useLimitName();
  return {
    fieldOf(field: string): string {
      const [, counts, window] = CAP.exec(field) ?? [];
      if (!counts || !window) return words.fields[field] ?? field;
      return own.capOf(
        nameOf({
          counts: counts.split('+') as LimitStanding['counts'],
          window: window as LimitStanding['window'],
        }),
      );
    },
    valueOf(field: string, value: string | null): string {
      const currency = CAP.exec(field)?.[3];
      if (currency) return value === null ? own.none : format.money(money(Number(value), currency));
      if (field === 'until' && value !== null) return format.date(value);
      return valueIn(words, field, value);
    },
  };
}
