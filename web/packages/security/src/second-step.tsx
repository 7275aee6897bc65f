import { answer, useApi, usePlatform, useSession, type App, type SecondFactor } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { securityWords, type SecurityWords } from '@qiao/i18n/security';
import { Button, Field, PasswordField } from '@qiao/ui';
import { useState } from 'react';
import { useFaultLine } from './fault';
import { PasskeySignIn } from './passkey-sign-in';
import css from './security.module.css';
import { useAct } from './use-act';

type Typed = 'totp' | 'recovery_code' | 'pin' | 'password';

/** Asks for what is missing after a first factor: something typed, or the passkey in place of all. */
export function SecondStep({ app, second }: { app: App; second: SecondFactor }) {
  const words = useWords(securityWords);
  const typed = second.methods.filter(isTyped);
  const [method, setMethod] = useState<Typed | undefined>(typed[0]);
  const { startOver } = useSession();
  return (
    <div className={css.form}>
      <p className={css.text}>{method ? leadOf(method, words) : words.secondStepPasskey}</p>
      {method && <TypedStep key={method} app={app} token={second.token} method={method} />}
      {typed
        .filter((other) => other !== method)
        .map((other) => (
          <Button key={other} kind="quiet" size="m" onClick={() => setMethod(other)}>
            {words.useInstead(nameOf(other, words))}
          </Button>
        ))}
      {second.methods.includes('passkey') && <PasskeySignIn />}
      <Button kind="quiet" size="m" onClick={startOver}>
        {words.startOver}
      </Button>
    </div>
  );
}

function TypedStep({ app, token, method }: { app: App; token: string; method: Typed }) {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const { signIn } = useSession();
  const platform = usePlatform();
  const faultLine = useFaultLine();
  const act = useAct();
  const [secret, setSecret] = useState('');
  const digits = method === 'totp' || method === 'pin';
  const demo =
    method === 'totp' && (platform.data?.demo_logins ?? []).some((login) => login.app === app && login.code);

  async function fillIn(): Promise<void> {
    const now = await answer(http.GET('/v1/platform'));
    setSecret(now.demo_logins.find((login) => login.app === app && login.code)?.code ?? '');
  }

  const props = {
    label: nameOf(method, words),
    value: secret,
    onChange: (text: string) => setSecret(digits ? text.replace(/\D/g, '') : text),
    error: faultLine(act.failure),
    autoFocus: true,
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await signIn({ method, second_factor_token: token, code: secret });
        });
      }}
    >
      {method === 'totp' || method === 'recovery_code' ? (
        <Field
          {...props}
          inputMode={digits ? 'numeric' : 'text'}
          autoComplete={digits ? 'one-time-code' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={digits ? 6 : 40}
        />
      ) : (
        <PasswordField
          {...props}
          inputMode={digits ? 'numeric' : 'text'}
          autoComplete={digits ? 'off' : 'current-password'}
          maxLength={digits ? 6 : 128}
        />
      )}
      <Button type="submit" busy={act.busy} disabled={digits ? secret.length !== 6 : secret.trim() === ''}>
        {common.signIn}
      </Button>
      {demo && (
        <Button kind="quiet" size="m" onClick={() => void fillIn()}>
          {words.fillDemoCode}
        </Button>
      )}
    </form>
  );
}

function isTyped(method: string): method is Typed {
  return method === 'totp' || method === 'recovery_code' || method === 'pin' || method === 'password';
}

function nameOf(method: Typed, words: SecurityWords): string {
  switch (method) {
    case 'totp':
      return words.totpCode;
    case 'recovery_code':
      return words.recoveryCode;
    case 'pin':
      return words.provePin;
    case 'password':
      return words.provePassword;
  }
}

function leadOf(method: Typed, words: SecurityWords): string {
  switch (method) {
    case 'totp':
    case 'recovery_code':
      return words.secondStepText;
    case 'pin':
    case 'password':
      return words.secondStepNewDevice;
  }
}
