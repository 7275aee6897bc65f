import { problemOf, useAudit, type AuditSearch } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { actWords } from '@qiao/i18n/acts';
import { consoleWords } from '@qiao/i18n/console';
import { Button, Chips, EmptyState, Icon } from '@qiao/ui';
import { Blank, PageHead, Panel, ProblemCard, Search, Toolbar } from '@qiao/ui/desk';
import css from './audit.module.css';
import { AuditTable } from './AuditTable';

const KINDS = ['person', 'staff', 'operator', 'system'] as const;
type Kind = (typeof KINDS)[number];

interface Props {
  search: AuditSearch;
  /** With the conditions that change; an empty one is dropped. */
  onSearch: (change: AuditSearch) => void;
}

/** The trail of everything that people, staff, operators and the system did. */
export function Audit({ search, onSearch }: Props) {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const audit = useAudit(search);
  const entries = audit.data?.pages.flatMap((page) => page.items);
  const kind = KINDS.find((one) => one === search.actor);
  return (
    <>
      <PageHead title={words.audit} note={words.auditLead} />
      <Toolbar>
        <Search label={words.auditFind} value={search.q ?? ''} onSearch={(q) => onSearch({ q })} />
        <Chips<Kind | 'all' | 'one'>
          label={words.auditActors}
          value={kind ?? (search.actor ? 'one' : 'all')}
          options={[
            { value: 'all', label: words.everybody },
            ...KINDS.map((value) => ({ value, label: words.actors[value] })),
          ]}
          onChange={(value) => onSearch({ actor: value === 'all' || value === 'one' ? '' : value })}
        />
        <div className={css.days}>
          <Day label={words.auditFrom} value={search.from} onChange={(from) => onSearch({ from })} />
          <Day label={words.auditTo} value={search.to} onChange={(to) => onSearch({ to })} />
        </div>
      </Toolbar>
      <Conditions search={search} kind={kind} onSearch={onSearch} />
      <Panel>
        {entries === undefined ? (
          audit.isError ? (
            <ProblemCard
              problem={{ ...problemOf(audit.error), money: 'not_involved' }}
              onRetry={() => void audit.refetch()}
            />
          ) : (
            <Blank height={480} />
          )
        ) : entries.length === 0 ? (
          <EmptyState title={words.noAudit}>{words.noAuditTodo}</EmptyState>
        ) : (
          <AuditTable entries={entries} onPick={onSearch} />
        )}
        {audit.hasNextPage && (
          <div className={css.more}>
            <Button
              kind="quiet"
              size="m"
              busy={audit.isFetchingNextPage}
              onClick={() => void audit.fetchNextPage()}
            >
              {common.loadMore}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}

function Day({
  label,
  value = '',
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (day: string) => void;
}) {
  return (
    <label className={css.day}>
      <span>{label}</span>
      <input type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}

/** What was picked in the table, each to be dropped again. */
function Conditions({ search, kind, onSearch }: Props & { kind: Kind | undefined }) {
  const words = useWords(consoleWords);
  const acts = useWords(actWords);
  const picked = [
    ...(search.actor && !kind ? [{ name: 'actor' as const, label: search.actor }] : []),
    ...(search.act
      ? [{ name: 'act' as const, label: words.acts[search.act] ?? acts[search.act] ?? search.act }]
      : []),
    ...(search.object ? [{ name: 'object' as const, label: search.object }] : []),
  ];
  if (picked.length === 0) return null;
  return (
    <ul className={css.picked}>
      {picked.map(({ name, label }) => (
        <li key={name}>
          <button type="button" aria-label={words.auditDrop(label)} onClick={() => onSearch({ [name]: '' })}>
            <span>{label}</span>
            <Icon name="close" size="s" />
          </button>
        </li>
      ))}
    </ul>
  );
}
