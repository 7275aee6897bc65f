import { answer, useApi, useRecentPayees, type Payee, type RecentPayee } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, Field, PersonTile, RowContent, rowClass, Rows, SectionHead } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFaultLine } from '../../parts/fault-card';
import css from './pay.module.css';

/** Finds the person to transfer to, by phone number or among the recent ones. */
export function PayeePicker({ onPayee }: { onPayee: (payee: Payee) => void }) {
  const words = useWords(walletWords);
  const format = useFormat();
  const { http } = useApi();
  const faultLine = useFaultLine();
  const [phone, setPhone] = useState('');
  const recent = useRecentPayees();
  const find = useMutation({
    mutationFn: () => answer(http.POST('/v1/payees', { body: { phone: phone.replace(/[\s-]/g, '') } })),
    onSuccess: onPayee,
  });

  return (
    <>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          find.mutate();
        }}
      >
        <Field
          label={words.phoneOfPayee}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          value={phone}
          onChange={setPhone}
          error={find.error && faultLine(find.error)}
          autoFocus
        />
        <Button type="submit" busy={find.isPending} disabled={phone.trim() === ''}>
          {words.choosePerson}
        </Button>
      </form>
      {recent.data && recent.data.items.length > 0 && (
        <section className={css.recent} aria-label={words.recentPeople}>
          <SectionHead title={words.recentPeople} />
          <Rows>
            {recent.data.items.map((payee) => (
              <li key={`${payee.name} ${payee.masked}`}>
                <button type="button" className={rowClass} onClick={() => onPayee(payeeOf(payee))}>
                  <RowContent
                    tile={<PersonTile name={payee.name} />}
                    title={payee.name}
                    note={[payee.masked, words.lastTransfer(format.momentWithin(payee.last_at))]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                </button>
              </li>
            ))}
          </Rows>
        </section>
      )}
    </>
  );
}

function payeeOf({ name, masked, payee_id }: RecentPayee): Payee {
  return { kind: 'person', name, name_en: null, store: null, category: null, masked, payee_id };
}
