import { passkeysWork, useSession } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { Button } from '@qiao/ui';
import { Fault } from './fault';
import { useAct } from './use-act';

/** Signs in whoever's passkey answers: no name has to be typed. Nothing where the browser knows no passkeys. */
export function PasskeySignIn() {
  const words = useWords(securityWords);
  const { signInWithPasskey } = useSession();
  const act = useAct();
  if (!passkeysWork()) return null;
  return (
    <>
      <Button
        kind="quiet"
        icon="face"
        busy={act.busy}
        onClick={() =>
          act.run(async () => {
            await signInWithPasskey();
          })
        }
      >
        {words.signInWithPasskey}
      </Button>
      <Fault failure={act.failure} />
    </>
  );
}
