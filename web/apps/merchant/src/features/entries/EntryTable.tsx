import type { MerchantEntry } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Amount, Icon } from '@qiao/ui';
import { DataTable, Tag, useWide, type Column, type Tone } from '@qiao/ui/desk';
import { Link } from '@tanstack/react-router';
import css from './entries.module.css';
import { EntryRows } from './EntryRows';
import { iconOf, whenOf } from './ways';

export interface EntryTableProps {
  entries: readonly MerchantEntry[];
  fresh: ReadonlySet<string>;
  /** Entries of today show their time alone. */
  today?: boolean;
  showStore?: boolean;
}

/** Payments and refunds: a table on wide screens, rows on phones. Each row leads to its receipt. */
export function EntryTable(props: EntryTableProps) {
  return useWide(720) ? <WideTable {...props} /> : <EntryRows {...props} />;
}

function WideTable({ entries, fresh, today = false, showStore = false }: EntryTableProps) {
  const words = useWords(merchantWords);
  const format = useFormat();
  const when = (at: string) => whenOf(at, today, format);

  const columns: Column<MerchantEntry>[] = [
    {
      key: 'time',
      head: words.columns.time,
      cell: (e) => <span className={css.time}>{when(e.at)}</span>,
    },
    {
      key: 'way',
      head: words.columns.way,
      cell: (e) => (
        <span className={css.way}>
          <Icon name={iconOf(e)} size="s" />
          {e.kind === 'refund' ? words.refund : words.ways[e.scene]}
        </span>
      ),
    },
    {
      key: 'payer',
      head: words.columns.payer,
      cell: (e) => (
        <>
          {words.tail(e.payer)}{' '}
          {e.new_customer && e.kind === 'payment' && <Tag tone="jade">{words.newCustomer}</Tag>}
          {e.kind === 'refund' && e.reason && <span className={css.quiet}>{e.reason}</span>}
        </>
      ),
    },
    ...(showStore
      ? [{ key: 'store', head: words.columns.store, cell: (e: MerchantEntry) => format.name(e.store) }]
      : []),
    { key: 'by', head: words.columns.by, cell: (e) => e.by ?? '—' },
    {
      key: 'amount',
      head: words.columns.amount,
      numeric: true,
      cell: (e) => <EntryAmount entry={e} />,
    },
    {
      key: 'act',
      head: words.columns.act,
      headHidden: true,
      numeric: true,
      cell: (e) => (
        <Link
          data-row
          to="/entries/$id"
          params={{ id: e.payment_id }}
          className={css.open}
          aria-label={nameOf(e)}
        >
          {words.receipt}
        </Link>
      ),
    },
  ];

  function nameOf(e: MerchantEntry): string {
    const kind = e.kind === 'refund' ? words.refund : words.ways[e.scene];
    return `${words.receipt} ${when(e.at)} ${kind} ${format.money(e.amount)}`;
  }

  return (
    <DataTable
      label={words.entries}
      columns={columns}
      items={entries}
      keyOf={(e) => e.id}
      fresh={(e) => fresh.has(e.id)}
    />
  );
}

/** Money that came or went carries its sign; what did not happen says its state instead. */
function EntryAmount({ entry }: { entry: MerchantEntry }) {
  const words = useWords(merchantWords);
  const format = useFormat();
  if (entry.state !== 'succeeded') {
    return (
      <span className={css.undone}>
        <StateTag state={entry.state} /> <Amount value={entry.amount} form="plain" />
      </span>
    );
  }
  const refunded =
    entry.kind === 'payment' && entry.refunded && entry.refunded.amount > 0 ? entry.refunded : null;
  return (
    <span className={css.amount}>
      {refunded && <small>{words.refundedPart(format.plain(refunded))}</small>}
      <b>
        <Amount value={entry.amount} form="signed" direction={entry.kind === 'refund' ? 'out' : 'in'} />
      </b>
    </span>
  );
}

const TONES: Partial<Record<MerchantEntry['state'], Tone>> = {
  succeeded: 'jade',
  processing: 'amber',
  unknown: 'amber',
  requires_confirmation: 'slate',
};

export function StateTag({ state }: { state: MerchantEntry['state'] }) {
  const common = useWords(commonWords);
  return <Tag tone={TONES[state] ?? 'plain'}>{common.paymentStates[state]}</Tag>;
}
