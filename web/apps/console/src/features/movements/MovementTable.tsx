import type { OperationsPayment } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { DataTable, Tag, type Tone } from '@qiao/ui/desk';
import { Link } from '@tanstack/react-router';
import css from './movements.module.css';

/** Payments, refunds, transfers and bank moves in one table; each row leads to its page. */
export function MovementTable({ items, label }: { items: readonly OperationsPayment[]; label: string }) {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const format = useFormat();
  return (
    <DataTable
      label={label}
      items={items}
      keyOf={(m) => m.id}
      columns={[
        {
          key: 'time',
          head: words.columns.time,
          phone: 'note',
          cell: (m) => <span className={css.quiet}>{format.moment(m.at)}</span>,
        },
        {
          key: 'kind',
          head: words.columns.kind,
          phone: 'title',
          cell: (m) => (
            <Link data-row to="/payments/$id" params={{ id: m.id }} className={css.kind}>
              {words.kinds[m.kind] ?? m.kind}
            </Link>
          ),
        },
        {
          key: 'state',
          head: words.columns.state,
          phone: 'endNote',
          cell: (m) => <MovementState state={m.state} />,
        },
        { key: 'payer', head: words.columns.payer, cell: (m) => m.payer },
        {
          key: 'payee',
          head: words.columns.payee,
          phone: 'note',
          cell: (m) => format.name({ name: m.payee, name_en: m.payee_en }),
        },
        {
          key: 'channel',
          head: words.columns.channel,
          cell: (m) => (
            <span className={css.quiet}>
              {format.name(m.channel)} · {common.scenes[m.scene]}
            </span>
          ),
        },
        {
          key: 'receipt',
          head: words.columns.receipt,
          cell: (m) => <span className={css.number}>{m.receipt_number}</span>,
        },
        {
          key: 'amount',
          head: words.columns.amount,
          numeric: true,
          phone: 'end',
          cell: (m) => <b className={css.sum}>{format.plain(m.amount)}</b>,
        },
      ]}
    />
  );
}

const TONES: Record<string, Tone> = {
  succeeded: 'jade',
  posted: 'jade',
  processing: 'amber',
  pending: 'amber',
  unknown: 'amber',
  requires_confirmation: 'slate',
  failed: 'verm',
  refused: 'verm',
};

export function MovementState({ state }: { state: string }) {
  const words = useWords(consoleWords);
  return <Tag tone={TONES[state] ?? 'plain'}>{words.states[state] ?? state}</Tag>;
}
