import { problemOf, useProposal, type Proposal } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { rolesWords } from '@qiao/i18n/roles';
import { Banner, CopyButton, Fact, Facts } from '@qiao/ui';
import { Blank, Columns, DataTable, PageHead, Panel, ProblemCard } from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import { useChangeWords } from './change-words';
import { Decide } from './Decide';
import css from './proposals.module.css';
import { StateTag } from './Proposals';

/** One proposal: what is and what would be, why, and the way to decide it. */
export function ProposalPage({ id, back }: { id: string; back: ReactNode }) {
  const words = useWords(rolesWords);
  const proposal = useProposal(id);
  const title = proposal.data ? (words.kinds[proposal.data.kind] ?? proposal.data.kind) : words.proposals;
  return (
    <>
      <PageHead title={title} back={back}>
        {proposal.data && <StateTag state={proposal.data.state} />}
      </PageHead>
      {proposal.data ? (
        <Columns aside={<Decide proposal={proposal.data} />}>
          <Whole proposal={proposal.data} />
        </Columns>
      ) : proposal.isError ? (
        <ProblemCard problem={problemOf(proposal.error)} onRetry={() => void proposal.refetch()} />
      ) : (
        <Blank height={360} />
      )}
    </>
  );
}

function Whole({ proposal }: { proposal: Proposal }) {
  const words = useWords(rolesWords);
  const format = useFormat();
  const { fieldOf, valueOf } = useChangeWords();
  return (
    <>
      {proposal.stale && (
        <Banner tone="attention" title={words.staleTitle}>
          {words.staleText}
        </Banner>
      )}
      <Panel title={format.name(proposal)} note={words.beforeAfter}>
        <DataTable
          label={words.beforeAfter}
          items={proposal.changes}
          keyOf={(change) => change.field}
          columns={[
            {
              key: 'field',
              head: words.field,
              phone: 'title',
              cell: (change) => fieldOf(change.field),
            },
            {
              key: 'before',
              head: words.before,
              phone: 'endNote',
              cell: (change) => valueOf(change.field, change.before),
            },
            {
              key: 'after',
              head: words.after,
              phone: 'end',
              cell: (change) => <b>{valueOf(change.field, change.after)}</b>,
            },
          ]}
        />
      </Panel>
      <Panel title={words.why} padded>
        <p className={css.why}>{proposal.reason}</p>
        <Facts>
          <Fact name={words.facts.by}>{proposal.proposed_by.name}</Fact>
          <Fact name={words.facts.at}>{format.fullMoment(proposal.proposed_at)}</Fact>
          <Fact name={words.facts.until}>{format.fullMoment(proposal.expires_at)}</Fact>
          <Fact name={words.facts.subject}>
            <span className={css.id}>{proposal.subject}</span>
          </Fact>
          <Fact name={words.facts.id}>
            <span className={css.id}>{proposal.id}</span>
            <CopyButton text={proposal.id} what={words.facts.id} />
          </Fact>
        </Facts>
      </Panel>
    </>
  );
}
