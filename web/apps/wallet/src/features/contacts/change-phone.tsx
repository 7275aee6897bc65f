import { answer, useApi, useSession } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { useGuardedAct } from '@qiao/security';
import { Button, Sheet, Stack } from '@qiao/ui';
import { useState } from 'react';
import { ProveContact, type ShownCode } from '../../parts/prove-contact';
import css from './contacts.module.css';

/** First what the wallet is known by now, or the word that it is gone; then the new number. */
export function ChangePhone({
  known,
  onDone,
  onClose,
}: {
  known: boolean;
  onDone: (dueAt: string | null) => void;
  onClose: () => void;
}) {
  const words = useWords(recoveryWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const { open } = useSession();
  const act = useGuardedAct();
  const [present, setPresent] = useState<ShownCode | 'gone' | null>(known ? null : 'gone');

  return (
    <>
      <Sheet title={words.changePhone} onClose={onClose} locked={act.busy}>
        {present === null ? (
          <Stack>
            <h3>{words.presentContact}</h3>
            <p className={css.text}>{words.presentContactText}</p>
            <ProveContact key="present" purpose="change_phone" act={common.next} onCode={setPresent} />
            <Button kind="quiet" size="m" onClick={() => setPresent('gone')}>
              {words.cannotReceive}
            </Button>
          </Stack>
        ) : (
          <ProveContact
            key="new"
            purpose="add_contact"
            kind="phone"
            label={words.newPhone}
            act={words.changePhone}
            busy={act.busy}
            failure={act.failure}
            onCode={(shown) =>
              act.run(async () => {
                const changed = await answer(
                  http.POST('/v1/me/phone', {
                    body: {
                      ...shown,
                      ...(present !== 'gone' && {
                        present_code_id: present.code_id,
                        present_code: present.code,
                      }),
                    },
                  }),
                );
                open(await answer(http.GET('/v1/session')));
                onDone(changed.due_at ?? null);
              })
            }
          />
        )}
      </Sheet>
      {act.sheet}
    </>
  );
}
