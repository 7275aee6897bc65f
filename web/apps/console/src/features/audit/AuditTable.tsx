import type { AuditEntry } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { consoleWords, reasonIn } from '@qiao/i18n/console';
import { DataTable, Tag, type Tone } from '@qiao/ui/desk';
import css from './audit.module.css';

const TONES: Record<string, Tone> = { done: 'jade', succeeded: 'jade', processing: 'amber' };

/** Who did what to what, from where, and how it ended. On a page about one thing, `of` leaves out to what. */
export function AuditTable({
  entries,
  of = 'everything',
}: {
  entries: readonly AuditEntry[];
  of?: 'everything' | 'one';
}) {
  const words = useWords(consoleWords);
  const format = useFormat();
  return (
    <DataTable
      label={words.trail}
      items={entries}
      keyOf={(e) => e.id}
      columns={[
        {
          key: 'time',
          head: words.columns.time,
          phone: 'note',
          cell: (e) => <span className={css.quiet}>{format.moment(e.at)}</span>,
        },
        {
          key: 'actor',
          head: words.columns.actor,
          phone: 'title',
          cell: (e) => (
            <>
              {e.actor_kind === 'system' ? words.actors.system : e.actor}{' '}
              {e.actor_kind !== 'system' && <span className={css.kind}>{words.actors[e.actor_kind]}</span>}
            </>
          ),
        },
        { key: 'act', head: words.columns.act, phone: 'end', cell: (e) => words.acts[e.act] ?? e.act },
        ...(of === 'one'
          ? []
          : [
              {
                key: 'object',
                head: words.columns.object,
                cell: (e: AuditEntry) => <span className={css.number}>{e.object}</span>,
              },
            ]),
        { key: 'where', head: words.columns.where, cell: (e) => e.address ?? e.channel ?? '—' },
        {
          key: 'outcome',
          head: words.columns.outcome,
          phone: 'endNote',
          cell: (e) => (
            <span className={css.outcome}>
              <Tag tone={TONES[e.outcome] ?? 'verm'}>{words.outcomes[e.outcome] ?? e.outcome}</Tag>
              {e.reason && <small>{reasonIn(e.reason, words, format)}</small>}
            </span>
          ),
        },
      ]}
    />
  );
}
