import { answer, useApi } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { useGuardedAct } from '@qiao/security';
import { Sheet } from '@qiao/ui';
import { ProveContact } from '../../parts/prove-contact';

export function AddEmail({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const words = useWords(recoveryWords);
  const { http } = useApi();
  const act = useGuardedAct();
  return (
    <>
      <Sheet title={words.addEmail} onClose={onClose} locked={act.busy}>
        <ProveContact
          purpose="add_contact"
          kind="email"
          label={words.email}
          hint={words.noEmailText}
          act={words.addEmail}
          busy={act.busy}
          failure={act.failure}
          onCode={(shown) =>
            act.run(async () => {
              await answer(http.POST('/v1/me/emails', { body: shown }));
              onDone();
            })
          }
        />
      </Sheet>
      {act.sheet}
    </>
  );
}
