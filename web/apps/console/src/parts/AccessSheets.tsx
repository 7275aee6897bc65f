import { problemOf, type ChangeOutcome } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { resetWords } from '@qiao/i18n/resets';
import { rolesWords } from '@qiao/i18n/roles';
import { useGuardedAct } from '@qiao/security';
import { Button, Segments, Sheet, Stack } from '@qiao/ui';
import { LinkToHand, ProblemCard } from '@qiao/ui/desk';
import { useState } from 'react';
import { ChangeSheet } from './ChangeSheet';

export type Lost = 'password' | 'everything';
const LOST: readonly Lost[] = ['password', 'everything'];

interface ResetProps {
  name: string;
  propose: (lost: Lost, reason: string) => Promise<ChangeOutcome>;
  onClose: () => void;
}

/** Proposes that somebody who cannot sign in is invited anew. */
export function ResetSheet({ name, propose, onClose }: ResetProps) {
  const words = useWords(resetWords);
  const roles = useWords(rolesWords);
  const [lost, setLost] = useState<Lost>('password');
  return (
    <ChangeSheet
      title={words.resetOf(name)}
      lead={words.operatorLead}
      label={roles.propose}
      send={(reason) => propose(lost, reason)}
      onClose={onClose}
    >
      <Segments
        label={words.lost}
        value={lost}
        options={LOST.map((value) => ({ value, label: words.lostOf[value] }))}
        onChange={setLost}
      />
      <p>{words.lostText[lost]}</p>
    </ChangeSheet>
  );
}

interface LinkProps {
  name: string;
  invite: () => Promise<{ invitation_path: string | null }>;
  onClose: () => void;
}

/** Makes a new link for who has not come yet. */
export function LinkSheet({ name, invite, onClose }: LinkProps) {
  const words = useWords(resetWords);
  const act = useGuardedAct();
  const [made, setMade] = useState<{ path: string | null } | null>(null);
  if (made) {
    return (
      <Sheet title={words.linkOf(name)} onClose={onClose}>
        <LinkToHand
          link={made.path && location.origin + made.path}
          what={words.linkOf(name)}
          note={words.linkTodo}
          onDone={onClose}
        />
      </Sheet>
    );
  }
  return (
    <>
      <Sheet title={words.newLinkOf(name)} onClose={onClose} locked={act.busy}>
        <Stack>
          <p>{words.newLinkText}</p>
          {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
          <Button
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                const invited = await invite();
                setMade({ path: invited.invitation_path });
              })
            }
          >
            {words.makeLink}
          </Button>
        </Stack>
      </Sheet>
      {act.sheet}
    </>
  );
}
