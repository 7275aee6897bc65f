import { problemOf, useProposals, type Proposal } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { rolesWords } from '@qiao/i18n/roles';
import { Button, Chips, EmptyState } from '@qiao/ui';
import { Blank, DataTable, PageHead, Panel, ProblemCard, Tag, Toolbar, type Tone } from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import { ChangeText } from './ChangeText';
import css from './proposals.module.css';

export type ProposalFilter = 'proposed' | 'all';

const TONES: Record<Proposal['state'], Tone> = {
  proposed: 'amber',
  approved: 'jade',
  rejected: 'verm',
  withdrawn: 'plain',
  expired: 'plain',
};

export function StateTag({ state }: { state: Proposal['state'] }) {
  const words = useWords(rolesWords);
  return <Tag tone={TONES[state]}>{words.states[state]}</Tag>;
}

/** What waits for a second operator, and what became of what did. */
export function Proposals({
  filter,
  onFilter,
  link,
}: {
  filter: ProposalFilter;
  onFilter: (filter: ProposalFilter) => void;
  link: (proposal: Proposal, className: string, text: string) => ReactNode;
}) {
  const words = useWords(rolesWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const proposals = useProposals(filter === 'all' ? undefined : filter);
  const items = proposals.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHead title={words.proposals} note={words.proposalsLead} />
      <Toolbar>
        <Chips<ProposalFilter>
          label={words.filter}
          value={filter}
          options={[
            { value: 'proposed', label: words.filters.proposed },
            { value: 'all', label: words.filters.all },
          ]}
          onChange={onFilter}
        />
      </Toolbar>
      <Panel>
        {items === undefined ? (
          proposals.isError ? (
            <ProblemCard problem={problemOf(proposals.error)} onRetry={() => void proposals.refetch()} />
          ) : (
            <Blank height={240} />
          )
        ) : items.length === 0 ? (
          <EmptyState title={filter === 'all' ? words.noneEver : words.none}>{words.noneTodo}</EmptyState>
        ) : (
          <DataTable
            label={words.proposals}
            items={items}
            keyOf={(p) => p.id}
            columns={[
              {
                key: 'what',
                head: words.columns.what,
                phone: 'title',
                cell: (p) => link(p, css.row ?? '', words.kinds[p.kind] ?? p.kind),
              },
              { key: 'about', head: words.columns.about, phone: 'note', cell: (p) => format.name(p) },
              {
                key: 'change',
                head: words.columns.change,
                phone: 'end',
                cell: (p) => <ChangeText changes={p.changes} />,
              },
              { key: 'by', head: words.columns.by, cell: (p) => p.proposed_by.name },
              { key: 'until', head: words.columns.until, cell: (p) => format.moment(p.expires_at) },
              {
                key: 'state',
                head: words.columns.state,
                phone: 'endNote',
                cell: (p) => <StateTag state={p.state} />,
              },
            ]}
          />
        )}
        {proposals.hasNextPage && (
          <div className={css.more}>
            <Button
              kind="quiet"
              size="m"
              busy={proposals.isFetchingNextPage}
              onClick={() => void proposals.fetchNextPage()}
            >
              {common.loadMore}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}
