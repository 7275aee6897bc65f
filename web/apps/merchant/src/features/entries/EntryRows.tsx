import type { MerchantEntry } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Amount, IconTile, RowContent, rowClass, Rows } from '@qiao/ui';
import { Link } from '@tanstack/react-router';
import css from './entries.module.css';
import type { EntryTableProps } from './EntryTable';
import { iconOf, whenOf } from './ways';

/** Payments and refunds on a phone: each row leads to its receipt. */
export function EntryRows({ entries, fresh, today = false, showStore = false }: EntryTableProps) {
  const words = useWords(merchantWords);
  const common = useWords(commonWords);
  const format = useFormat();

  const title = (e: MerchantEntry) =>
    e.kind === 'refund'
      ? `${words.refund} · ${e.reason ?? words.tail(e.payer)}`
      : `${words.ways[e.scene]} · ${words.tail(e.payer)}`;
  const note = (e: MerchantEntry) =>
    [
      fresh.has(e.id) ? words.justNow : whenOf(e.at, today, format),
      showStore ? format.name(e.store) : null,
      e.by && words.byStaff(e.by),
      e.new_customer && e.kind === 'payment' ? words.newCustomer : null,
    ]
      .filter(Boolean)
      .join(' · ');
  const refunded = (e: MerchantEntry) =>
    e.kind === 'payment' && e.refunded && e.refunded.amount > 0
      ? words.refundedPart(format.plain(e.refunded))
      : undefined;
  const open = (e: MerchantEntry) => e.state === 'unknown' || e.state === 'processing';

  return (
    <Rows label={words.entries}>
      {entries.map((e) => (
        <li key={e.id} className={css.row} data-fresh={fresh.has(e.id) || undefined}>
          <Link to="/entries/$id" params={{ id: e.payment_id }} className={rowClass}>
            <RowContent
              tile={<IconTile icon={iconOf(e)} />}
              title={title(e)}
              note={e.state === 'succeeded' ? note(e) : `${common.paymentStates[e.state]} · ${note(e)}`}
              waiting={open(e)}
              end={
                e.state === 'succeeded' ? (
                  <Amount value={e.amount} form="signed" direction={e.kind === 'refund' ? 'out' : 'in'} />
                ) : (
                  <span className={open(e) ? undefined : css.rowState}>
                    <Amount value={e.amount} form="plain" />
                  </span>
                )
              }
              endNote={refunded(e)}
            />
          </Link>
        </li>
      ))}
    </Rows>
  );
}
