import { endOwnLimit, setOwnLimit, settled, useApi, type LimitStanding, type Subject } from '@qiao/api';
import { money, parseAmount, useFormat, useWords } from '@qiao/i18n';
import { individualLimitWords } from '@qiao/i18n/individual-limits';
import { rolesWords } from '@qiao/i18n/roles';
import { Field } from '@qiao/ui';
import { useLimitName } from '@qiao/verification';
import { useState } from 'react';
import { ChangeSheet } from './ChangeSheet';

interface Props {
  subject: Subject;
  limit: LimitStanding;
  onClose: () => void;
}

/** Sets another cap for somebody's limit, until a day. */
export function LimitSheet({ subject, limit, onClose }: Props) {
  const words = useWords(individualLimitWords);
  const roles = useWords(rolesWords);
  const format = useFormat();
  const api = useApi();
  const nameOf = useLimitName();
  const [amount, setAmount] = useState('');
  const [until, setUntil] = useState('');
  const { currency } = limit.used;
  const cap = parseAmount(amount, currency);
  const now = limit.cap;
  // A law's cap is the tier's own, also while less was set for this person.
  const law = limit.statutory ? (limit.own?.usual ?? now) : null;
  const lowers = cap !== null && now !== null && cap < now.amount;
  const fault =
    cap === null || cap === 0
      ? words.capMissing
      : law && cap > law.amount
        ? words.capOverLaw(format.money(law))
        : now && cap === now.amount && !limit.own
          ? words.same
          : /^\d{4}-\d{2}-\d{2}$/.test(until.trim())
            ? undefined
            : words.untilMissing;
  return (
    <ChangeSheet
      title={words.changeOf(nameOf(limit))}
      lead={law ? words.leadLaw(format.money(law)) : words.lead}
      label={lowers || law ? words.lowerNow : roles.propose}
      fault={fault}
      send={(reason) =>
        settled(
          setOwnLimit(api, subject, limit.id, {
            cap: money(cap ?? 0, currency),
            until: until.trim(),
            reason,
          }),
        )
      }
      onClose={onClose}
    >
      <Field
        label={words.cap}
        hint={words.capHint(now ? format.money(now) : words.none)}
        value={amount}
        onChange={setAmount}
        inputMode="decimal"
        maxLength={20}
        autoComplete="off"
      />
      <Field
        label={words.until}
        hint={words.untilHint}
        value={until}
        onChange={setUntil}
        maxLength={10}
        autoComplete="off"
      />
    </ChangeSheet>
  );
}

/** Lets the tier's limit hold again. */
export function RestoreSheet({ subject, limit, onClose }: Props) {
  const words = useWords(individualLimitWords);
  const roles = useWords(rolesWords);
  const format = useFormat();
  const api = useApi();
  const nameOf = useLimitName();
  const usual = limit.own?.usual;
  return (
    <ChangeSheet
      title={words.restoreOf(nameOf(limit))}
      lead={words.restoreLead(usual ? format.money(usual) : words.none)}
      label={limit.own?.raises ? words.restoreNow : roles.propose}
      send={(reason) => settled(endOwnLimit(api, subject, limit.id, reason))}
      onClose={onClose}
    />
  );
}
