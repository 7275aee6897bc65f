import type { Payee } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { PersonTile, RowContent } from '@qiao/ui';
import type { ReactNode } from 'react';
import { CategoryTile } from '../../parts/category-tile';
import css from './pay.module.css';

/** Whom the money goes to. */
export function PayeeHead({ payee, children }: { payee: Payee; children?: ReactNode }) {
  const words = useWords(walletWords);
  const format = useFormat();
  return (
    <div className={css.payee}>
      <RowContent
        tile={<PayeeTile payee={payee} />}
        title={payee.kind === 'person' ? words.toPerson(format.name(payee)) : words.payTo(format.name(payee))}
        note={payee.store ? format.name(payee.store) : payee.masked}
      />
      {children}
    </div>
  );
}

export function PayeeTile({ payee, size }: { payee: Payee; size?: 'l' }) {
  const format = useFormat();
  if (payee.kind === 'person') return <PersonTile name={format.name(payee)} size={size} />;
  return <CategoryTile category={payee.category} />;
}
