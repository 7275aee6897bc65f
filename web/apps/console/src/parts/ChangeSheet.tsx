import { problemOf, type ChangeOutcome } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { rolesWords } from '@qiao/i18n/roles';
import { useGuardedAct } from '@qiao/security';
import { Button, buttonClass, Field, Sheet, Stack } from '@qiao/ui';
import { ProblemCard } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';

interface Props {
  title: string;
  lead: string;
  /** What is chosen, above the reason. */
  children?: ReactNode;
  /** Of the button. */
  label: string;
  /** It takes something away or closes it. */
  danger?: boolean;
  /** Why it cannot be sent as it is chosen. */
  fault?: string | undefined;
  send: (reason: string) => Promise<ChangeOutcome>;
  onClose: () => void;
}

/** Asks for the reason of a change, has it made or proposed, and says which it was. */
export function ChangeSheet({ title, lead, children, label, danger = false, fault, send, onClose }: Props) {
  const words = useWords(rolesWords);
  const common = useWords(commonWords);
  const queries = useQueryClient();
  const act = useGuardedAct();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<ChangeOutcome | null>(null);

  if (done) {
    return (
      <Sheet title={title} onClose={onClose}>
        <Stack>
          <p role="status">
            <b>{done.proposal_id ? words.proposed : words.switched}</b>
            {done.proposal_id && <> · {words.proposedText}</>}
          </p>
          {done.proposal_id && (
            <Link to="/proposals/$id" params={{ id: done.proposal_id }} className={buttonClass()}>
              {words.seeProposal}
            </Link>
          )}
          <Button kind={done.proposal_id ? 'quiet' : 'primary'} onClick={onClose}>
            {common.done}
          </Button>
        </Stack>
      </Sheet>
    );
  }
  return (
    <>
      <Sheet title={title} onClose={onClose} locked={act.busy}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (fault || reason.trim() === '') return;
            act.run(async () => {
              setDone(await send(reason.trim()));
              void queries.invalidateQueries();
            });
          }}
        >
          <Stack>
            <p>{lead}</p>
            {children}
            {tried && fault && <p role="alert">{fault}</p>}
            <Field
              label={words.reason}
              hint={words.reasonHint}
              value={reason}
              onChange={setReason}
              maxLength={200}
              autoComplete="off"
              error={tried && reason.trim() === '' ? words.reasonMissing : undefined}
            />
            {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
            <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={act.busy}>
              {label}
            </Button>
          </Stack>
        </form>
      </Sheet>
      {act.sheet}
    </>
  );
}
