import { decideProposal, problemOf, settled, useApi, withdrawProposal, type Proposal } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { rolesWords } from '@qiao/i18n/roles';
import { useGuardedAct } from '@qiao/security';
import { Button, Field } from '@qiao/ui';
import { Panel, ProblemCard } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './proposals.module.css';

/** What this operator can do about a proposal, or what was done. */
export function Decide({ proposal }: { proposal: Proposal }) {
  const words = useWords(rolesWords);
  return (
    <Panel title={words.decision} padded>
      {proposal.state !== 'proposed' ? (
        <Decided proposal={proposal} />
      ) : proposal.mine ? (
        <Withdraw proposal={proposal} />
      ) : proposal.may_decide ? (
        <ByMe proposal={proposal} />
      ) : (
        <p className={css.lead}>{words.mayNot}</p>
      )}
    </Panel>
  );
}

function Decided({ proposal }: { proposal: Proposal }) {
  const words = useWords(rolesWords);
  const format = useFormat();
  return (
    <div className={css.said}>
      {proposal.decided_by && (
        <p className={css.lead}>
          {words.decidedBy(proposal.decided_by.name)} ·{' '}
          {proposal.decided_at && format.moment(proposal.decided_at)}
        </p>
      )}
      {proposal.decision_reason && <p>{proposal.decision_reason}</p>}
      {proposal.state === 'withdrawn' && <p className={css.lead}>{words.withdrawnText}</p>}
      {proposal.state === 'expired' && <p className={css.lead}>{words.expiredText}</p>}
    </div>
  );
}

function useDeciding(proposal: Proposal) {
  const queries = useQueryClient();
  const act = useGuardedAct();
  return {
    ...act,
    run: (step: () => Promise<Proposal>) =>
      act.run(async () => {
        try {
          queries.setQueryData(['proposal', proposal.id], await step());
        } finally {
          // Somebody else may have been faster: what it is now says more than what failed.
          void queries.invalidateQueries();
        }
      }),
  };
}

function Withdraw({ proposal }: { proposal: Proposal }) {
  const words = useWords(rolesWords);
  const api = useApi();
  const act = useDeciding(proposal);
  return (
    <div className={css.form}>
      <p className={css.lead}>{words.mine}</p>
      {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
      <Button
        kind="quiet"
        size="m"
        busy={act.busy}
        onClick={() => act.run(() => settled(withdrawProposal(api, proposal.id)))}
      >
        {words.withdraw}
      </Button>
    </div>
  );
}

function ByMe({ proposal }: { proposal: Proposal }) {
  const words = useWords(rolesWords);
  const api = useApi();
  const act = useDeciding(proposal);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = (verb: 'approve' | 'reject') => {
    setTried(true);
    if (reason.trim() === '') return;
    act.run(() => settled(decideProposal(api, proposal.id, verb, reason.trim())));
  };
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!proposal.stale) decide('approve');
      }}
    >
      <Field
        label={words.decisionReason}
        hint={words.decisionReasonHint}
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoComplete="off"
        error={tried && reason.trim() === '' ? words.reasonMissing : undefined}
      />
      {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
      <Button type="submit" busy={act.busy} disabled={proposal.stale}>
        {words.approve}
      </Button>
      <Button kind="danger" size="m" busy={act.busy} onClick={() => decide('reject')}>
        {words.reject}
      </Button>
      {act.sheet}
    </form>
  );
}
