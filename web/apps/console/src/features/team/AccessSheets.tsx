import { inviteOperatorAgain, problemOf, resetOperator, settled, useApi, type OperatorLine } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { resetWords } from '@qiao/i18n/resets';
import { rolesWords } from '@qiao/i18n/roles';
import { useGuardedAct } from '@qiao/security';
import { Button, Segments, Sheet, Stack } from '@qiao/ui';
import { LinkToHand, ProblemCard } from '@qiao/ui/desk';
import { useState } from 'react';
import { ChangeSheet } from '../../parts/ChangeSheet';

type Lost = 'password' | 'everything';
const LOST: readonly Lost[] = ['password', 'everything'];

/** Proposes that an operator who cannot sign in is invited anew. */
export function ResetSheet({ operator, onClose }: { operator: OperatorLine; onClose: () => void }) {
  const words = useWords(resetWords);
  const roles = useWords(rolesWords);
  const api = useApi();
  const [lost, setLost] = useState<Lost>('password');
  return (
    <ChangeSheet
      title={words.resetOf(operator.name)}
      lead={words.operatorLead}
      label={roles.propose}
      send={(reason) => settled(resetOperator(api, operator.id, lost, reason))}
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

/** Makes a new link for who has not come yet. */
export function LinkSheet({ operator, onClose }: { operator: OperatorLine; onClose: () => void }) {
  const words = useWords(resetWords);
  const api = useApi();
  const act = useGuardedAct();
  const [made, setMade] = useState<{ path: string | null } | null>(null);
  if (made) {
    return (
      <Sheet title={words.linkOf(operator.name)} onClose={onClose}>
        <LinkToHand
          link={made.path && location.origin + made.path}
          what={words.linkOf(operator.name)}
          note={words.linkTodo}
          onDone={onClose}
        />
      </Sheet>
    );
  }
  return (
    <>
      <Sheet title={words.newLinkOf(operator.name)} onClose={onClose} locked={act.busy}>
        <Stack>
          <p>{words.newLinkText}</p>
          {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
          <Button
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                const invited = await settled(inviteOperatorAgain(api, operator.id));
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
