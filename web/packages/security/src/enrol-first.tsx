import { passkeysWork, useSession } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { Button } from '@qiao/ui';
import { useState } from 'react';
import { AuthenticatorSetup } from './authenticator';
import { Fault } from './fault';
import { useAddPasskey } from './passkeys';
import css from './security.module.css';

/** For those who may do nothing until they have a second factor: they choose one and set it up. */
export function EnrolFirst() {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const { reload, signOut } = useSession();
  const [way, setWay] = useState<'choose' | 'authenticator'>('choose');
  const passkey = useAddPasskey(reload);

  return (
    <div className={css.form}>
      {way === 'authenticator' ? (
        <AuthenticatorSetup onDone={reload} />
      ) : (
        <>
          {passkeysWork() && (
            <Button icon="face" busy={passkey.busy} onClick={passkey.start}>
              {words.enrolPasskey}
            </Button>
          )}
          <Fault failure={passkey.failure} />
          <Button kind="quiet" icon="shield" onClick={() => setWay('authenticator')}>
            {words.enrolAuthenticator}
          </Button>
          {passkey.sheet}
        </>
      )}
      <Button kind="quiet" size="m" icon="out" onClick={() => void signOut()}>
        {common.signOut}
      </Button>
    </div>
  );
}
