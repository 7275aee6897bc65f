import { answer, useApi, usePlatform, useSession, type App, type SecondFactor } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { Button, Field } from '@qiao/ui';
import { useState } from 'react';
import { useFaultLine } from './fault';
import { PasskeySignIn } from './passkey-sign-in';
import css from './security.module.css';
import { useAct } from './use-act';

/** Asks for the second factor: a code of the authenticator, a recovery code, or the passkey instead of both. */
export function SecondStep({ app, second }: { app: App; second: SecondFactor }) {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const { signIn, startOver } = useSession();
  const faultLine = useFaultLine();
  const act = useAct();
  const [method, setMethod] = useState<'totp' | 'recovery_code'>('totp');
  const [code, setCode] = useState('');
  const demo = useDemoCode(app);
  const asksCode = second.methods.includes('totp');
  const byTotp = method === 'totp';

  function change(next: 'totp' | 'recovery_code'): void {
    setMethod(next);
    setCode('');
    act.forget();
  }

  async function fillIn(): Promise<void> {
    const platform = await answer(http.GET('/v1/platform'));
    setCode(platform.demo_logins.find((login) => login.app === app && login.code)?.code ?? '');
  }

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await signIn({ method, second_factor_token: second.token, code });
        });
      }}
    >
      <p className={css.text}>{asksCode ? words.secondStepText : words.secondStepPasskey}</p>
      {asksCode && (
        <>
          <Field
            key={method}
            label={byTotp ? words.totpCode : words.recoveryCode}
            inputMode={byTotp ? 'numeric' : 'text'}
            autoComplete={byTotp ? 'one-time-code' : 'off'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={byTotp ? 6 : 30}
            value={code}
            onChange={(typed) => setCode(byTotp ? typed.replace(/\D/g, '') : typed)}
            error={faultLine(act.failure)}
            autoFocus
          />
          <Button type="submit" busy={act.busy} disabled={byTotp ? code.length !== 6 : code.trim() === ''}>
            {common.signIn}
          </Button>
          {demo && byTotp && (
            <Button kind="quiet" size="m" onClick={() => void fillIn()}>
              {words.fillDemoCode}
            </Button>
          )}
          <Button kind="quiet" size="m" onClick={() => change(byTotp ? 'recovery_code' : 'totp')}>
            {byTotp ? words.useRecoveryCode : words.useTotp}
          </Button>
        </>
      )}
      {second.methods.includes('passkey') && <PasskeySignIn />}
      <Button kind="quiet" size="m" onClick={startOver}>
        {words.startOver}
      </Button>
    </form>
  );
}

function useDemoCode(app: App): boolean {
  const platform = usePlatform();
  return (platform.data?.demo_logins ?? []).some((login) => login.app === app && login.code);
}
