import { answer, isProblem, passkeysWork, problemOf, signWithPasskey, useApi, useSession } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { Button, Field, PasswordField, Segments, Sheet } from '@qiao/ui';
import { useState, type ReactNode } from 'react';
import { Fault, useFaultLine } from './fault';
import css from './security.module.css';
import { useAct } from './use-act';

type Method = 'password' | 'pin' | 'totp' | 'recovery_code' | 'passkey';

interface Asking {
  methods: Method[];
  resume: () => void;
  giveUp: (failure: unknown) => void;
}

/**
 * Runs acts that need a factor shown lately. When the server asks for one, a sheet does, and the act is tried again.
 * The sheet has to be rendered.
 */
export function useStepUp(): { guarded: <T>(act: () => Promise<T>) => Promise<T>; sheet: ReactNode } {
  const [asking, setAsking] = useState<Asking | null>(null);

  async function guarded<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (failure) {
      const { code, parameters } = problemOf(failure);
      if (code !== 'step_up_required') throw failure;
      const methods = String(parameters['methods'] ?? '')
        .split(',')
        .filter(Boolean) as Method[];
      await new Promise<void>((resume, giveUp) => setAsking({ methods, resume, giveUp })).finally(() =>
        setAsking(null),
      );
      return act();
    }
  }

  const sheet = asking && (
    <ProveSheet
      methods={asking.methods}
      onProven={asking.resume}
      onClose={() => asking.giveUp(new CancelledError())}
    />
  );
  return { guarded, sheet };
}

/** The person put the sheet away: nothing went wrong. */
export class CancelledError extends Error {}

function ProveSheet({
  methods,
  onProven,
  onClose,
}: {
  methods: Method[];
  onProven: () => void;
  onClose: () => void;
}) {
  const words = useWords(securityWords);
  const usable = methods.filter((method) => method !== 'passkey' || passkeysWork());
  const [method, setMethod] = useState<Method | undefined>(usable[0]);
  const names: Record<Method, string> = {
    passkey: words.passkeys,
    totp: words.totpCode,
    recovery_code: words.recoveryCode,
    password: words.provePassword,
    pin: words.provePin,
  };
  return (
    <Sheet title={words.proveTitle} onClose={onClose}>
      <div className={css.form}>
        <p className={css.text}>{method ? words.proveText : words.proveNothing}</p>
        {usable.length > 1 && method && (
          <Segments
            label={words.proveTitle}
            value={method}
            onChange={setMethod}
            options={usable.map((value) => ({ value, label: names[value] }))}
          />
        )}
        {method === 'passkey' && <ByPasskey onProven={onProven} />}
        {method && method !== 'passkey' && (
          <BySecret key={method} method={method} label={names[method]} onProven={onProven} />
        )}
      </div>
    </Sheet>
  );
}

function ByPasskey({ onProven }: { onProven: () => void }) {
  const words = useWords(securityWords);
  const { http } = useApi();
  const { open } = useSession();
  const act = useAct();
  return (
    <>
      <Fault failure={act.failure} />
      <Button
        icon="face"
        busy={act.busy}
        onClick={() =>
          act.run(async () => {
            const request = await answer(http.POST('/v1/session/proof/challenges'));
            const passkey = await signWithPasskey(request);
            open(await answer(http.POST('/v1/session/proof', { body: { method: 'passkey', passkey } })));
            onProven();
          })
        }
      >
        {words.provePasskey}
      </Button>
    </>
  );
}

function BySecret({
  method,
  label,
  onProven,
}: {
  method: Exclude<Method, 'passkey'>;
  label: string;
  onProven: () => void;
}) {
  const common = useWords(commonWords);
  const { http } = useApi();
  const { open } = useSession();
  const faultLine = useFaultLine();
  const act = useAct();
  const [secret, setSecret] = useState('');
  const props = {
    label,
    value: secret,
    onChange: setSecret,
    error: faultLine(act.failure),
    autoFocus: true,
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          open(await answer(http.POST('/v1/session/proof', { body: { method, secret } })));
          onProven();
        });
      }}
    >
      {method === 'totp' || method === 'recovery_code' ? (
        <Field {...props} autoComplete={method === 'totp' ? 'one-time-code' : 'off'} spellCheck={false} />
      ) : (
        <PasswordField
          {...props}
          autoComplete={method === 'password' ? 'current-password' : 'off'}
          inputMode={method === 'pin' ? 'numeric' : 'text'}
        />
      )}
      <Button type="submit" busy={act.busy} disabled={secret === ''}>
        {common.confirm}
      </Button>
    </form>
  );
}

/** Whether a failure is none: the person changed their mind. */
export function isCancelled(failure: unknown): boolean {
  return failure instanceof CancelledError || (isProblem(failure) && failure.code === 'passkey_cancelled');
}
