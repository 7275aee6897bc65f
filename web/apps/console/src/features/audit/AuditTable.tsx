import type { AuditEntry, AuditSearch } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { actWords } from '@qiao/i18n/acts';
import { consoleWords } from '@qiao/i18n/console';
import { reasonIn, trailWords } from '@qiao/i18n/trail';
import { DataTable, Tag, type Tone } from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import css from './audit.module.css';

const TONES: Record<string, Tone> = {
  done: 'jade',
  succeeded: 'jade',
  approved: 'jade',
  begun: 'jade',
  processing: 'amber',
  pending: 'amber',
  unknown: 'amber',
  held: 'amber',
  cooling: 'amber',
  more_needed: 'amber',
  refused: 'verm',
  failed: 'verm',
  locked: 'verm',
};

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
  const trail = useWords(trailWords);
  const actOf = (act: string) => words.acts[act] ?? acts[act];
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
              {isNobody(e) ? (
                words.actors[e.actor_kind]
              ) : (
                <Pick title={words.auditOnly.actor} onPick={onPick} change={{ actor: e.actor_id ?? '' }}>
                  {e.actor || '—'}
                </Pick>
              )}{' '}
              {!isNobody(e) && <span className={css.kind}>{words.actors[e.actor_kind]}</span>}
            </>
          ),
        },
        {
          key: 'act',
          head: words.columns.act,
          phone: 'end',
          cell: (e) => (
            <Pick title={words.auditOnly.act} onPick={onPick} change={{ act: e.act }}>
              {actOf(e.act) ?? e.act}
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
              <Tag tone={TONES[e.outcome] ?? 'plain'}>{trail.outcomes[e.outcome] ?? e.outcome}</Tag>
              {e.reason && <small>{actOf(e.reason) ?? reasonIn(e.reason, trail, format)}</small>}
            </span>
          ),
        },
      ]}
    />
  );
}

/** Not somebody: nobody was signed in. */
function isNobody(entry: AuditEntry): boolean {
  return entry.actor_kind === 'system' || entry.actor_kind === 'link';
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
