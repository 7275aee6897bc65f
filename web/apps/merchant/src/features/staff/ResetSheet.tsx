import { problemOf, resetStaff, settled, useApi, type Staff } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { resetWords } from '@qiao/i18n/resets';
import { useGuardedAct } from '@qiao/security';
import { Button, Segments, Sheet } from '@qiao/ui';
import { LinkToHand, ProblemCard } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './staff.module.css';

type Lost = 'password' | 'everything';
const LOST: readonly Lost[] = ['password', 'everything'];

/** Ends what opened the account of somebody who cannot show it any more, and makes a link for them. */
export function ResetSheet({ member, onClose }: { member: Staff; onClose: () => void }) {
  const words = useWords(resetWords);
  const api = useApi();
  const queries = useQueryClient();
  const act = useGuardedAct();
  const [lost, setLost] = useState<Lost>('password');
  const [made, setMade] = useState<{ path: string | null } | null>(null);

  if (made) {
    return (
      <Sheet title={words.linkOf(member.name)} onClose={onClose}>
        <LinkToHand
          link={made.path && location.origin + made.path}
          what={words.linkOf(member.name)}
          note={made.path ? words.linkTodo : words.linkLost}
          onDone={onClose}
        />
      </Sheet>
    );
  }
  return (
    <>
      <Sheet title={words.resetOf(member.name)} onClose={onClose} locked={act.busy}>
        <div className={css.form}>
          <p>{words.staffLead}</p>
          <div>
            <Segments
              label={words.lost}
              value={lost}
              options={LOST.map((value) => ({ value, label: words.lostOf[value] }))}
              onChange={setLost}
            />
            <p className={css.can}>{words.lostText[lost]}</p>
          </div>
          {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
          <Button
            kind="danger"
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                const reset = await settled(resetStaff(api, member.id, lost));
                setMade({ path: reset.invitation_path });
                void queries.invalidateQueries({ queryKey: ['staff'] });
              })
            }
          >
            {words.reset}
          </Button>
        </div>
      </Sheet>
      {act.sheet}
    </>
  );
}
