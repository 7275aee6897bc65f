import type { AuditEntry, AuditSearch } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { actWords } from '@qiao/i18n/acts';
import { consoleWords, reasonIn } from '@qiao/i18n/console';
import { DataTable, Tag, type Tone } from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import css from './audit.module.css';

const TONES: Record<string, Tone> = { done: 'jade', succeeded: 'jade', processing: 'amber' };

/**
 * Who did what to what, from where, and how it ended. On a page about one thing, `of` leaves out to what. Where
 * something can be picked, it narrows the search to the like.
 */
export function AuditTable({
  entries,
  of = 'everything',
  onPick,
}: {
  entries: readonly AuditEntry[];
  of?: 'everything' | 'one';
  onPick?: (change: AuditSearch) => void;
}) {
  const words = useWords(consoleWords);
  const acts = useWords(actWords);
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
              {e.actor_kind === 'system' ? (
                words.actors.system
              ) : (
                <Pick title={words.auditOnly.actor} onPick={onPick} change={{ actor: e.actor_id ?? '' }}>
                  {e.actor || '—'}
                </Pick>
              )}{' '}
              {e.actor_kind !== 'system' && <span className={css.kind}>{words.actors[e.actor_kind]}</span>}
            </>
          ),
        },
        {
          key: 'act',
          head: words.columns.act,
          phone: 'end',
          cell: (e) => (
            <Pick title={words.auditOnly.act} onPick={onPick} change={{ act: e.act }}>
              {words.acts[e.act] ?? acts[e.act] ?? e.act}
            </Pick>
          ),
        },
        ...(of === 'one'
          ? []
          : [
              {
                key: 'object',
                head: words.columns.object,
                cell: (e: AuditEntry) => (
                  <span className={css.number}>
                    <Pick title={words.auditOnly.object} onPick={onPick} change={{ object: e.object }}>
                      {e.object}
                    </Pick>
                  </span>
                ),
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

function Pick({
  title,
  change,
  onPick,
  children,
}: {
  title: string;
  change: AuditSearch;
  onPick: ((change: AuditSearch) => void) | undefined;
  children: ReactNode;
}) {
  if (!onPick || Object.values(change).includes('')) return children;
  return (
    <button type="button" className={css.pick} title={title} onClick={() => onPick(change)}>
      {children}
    </button>
  );
}
