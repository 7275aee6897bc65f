import {
  localProblem,
  passkeysWork,
  problemOf,
  signWithPasskey,
  usePerson,
  type Confirmation,
  type PasskeyAssertion,
  type Problem,
} from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { securityWords } from '@qiao/i18n/security';
import { Button, Field, Sheet, Stack } from '@qiao/ui';
import { useRef, useState, type ReactNode } from 'react';
import { CautionStep, isRisky } from './caution-step';
import { useFaultLine } from './fault-card';
import { PinStep } from './pin-step';
import { SentCodeStep } from './sent-code-step';

/** What confirms a movement of money: bound to its amount and payee by the confirmation, and good once. */
export interface Consent {
  confirmation_id: string;
  pin?: string;
  code?: string;
  code_id?: string;
  passkey?: PasskeyAssertion;
}

type Step =
  | { kind: 'closed' }
  | { kind: 'caution'; confirmation: Confirmation }
  | { kind: 'pin'; confirmation: Confirmation }
  | { kind: 'code'; confirmation: Confirmation; pin: string }
  | { kind: 'sent'; confirmation: Confirmation; pin: string };

interface Asking {
  /** Asks the server for a confirmation of exactly this movement. */
  ask: () => Promise<Confirmation>;
  /** Sends the movement with the person's word; answers why it was refused, if it was. */
  send: (consent: Consent) => Promise<Problem | null>;
  /** What is confirmed, above the PIN. */
  children: ReactNode;
  /** Why more than the PIN is asked for, where it is not that the movement is large or out of habit. */
  more?: { sent: (contact: string) => string; code: string };
}

/**
 * Asks a person for their word: by their passkey where they have one, by their PIN where they have one and the amount
 * allows it, by both PIN and code above. A wrong PIN is asked for again; everything else goes back to where the movement
 * is shown.
 */
export function useConsent({ ask, send, children, more }: Asking) {
  const protection = useWords(protectionWords);
  const security = useWords(securityWords);
  const [step, setStep] = useState<Step>({ kind: 'closed' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const { has_pin } = usePerson();

  async function once(act: () => Promise<void>): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (failure) {
      setStep({ kind: 'closed' });
      setProblem({ ...problemOf(failure), money: 'not_taken' });
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  const begin = () =>
    once(async () => {
      const confirmation = await ask();
      if (confirmation.methods.length > 0 && isRisky(confirmation))
        setStep({ kind: 'caution', confirmation });
      else await proceed(confirmation);
    });

  async function proceed(confirmation: Confirmation): Promise<void> {
    const { methods, passkey } = confirmation;
    setStep({ kind: 'closed' });
    const byPin = methods.some((method) => method !== 'passkey');
    const other = byPin && has_pin;
    if (methods.length === 0) {
      setProblem(localProblem('stronger_factor_required', {}, 'not_taken'));
    } else if (passkey && methods.includes('passkey') && passkeysWork()) {
      await byPasskey(confirmation, byPin);
    } else if (other) {
      setStep({ kind: 'pin', confirmation });
    } else {
      setProblem(
        localProblem(
          !byPin ? 'passkey_only' : passkey ? 'passkey_cancelled' : 'pin_required',
          {},
          'not_taken',
        ),
      );
    }
  }

  async function byPasskey(confirmation: Confirmation, byPin: boolean): Promise<void> {
    const signed = confirmation.passkey && (await signWithPasskey(confirmation.passkey).catch(problemOf));
    if (signed && 'signature' in signed) {
      await deliver({ confirmation_id: confirmation.id, passkey: signed });
    } else if (byPin && has_pin) {
      setStep({ kind: 'pin', confirmation });
    } else {
      setProblem(localProblem(byPin ? 'passkey_cancelled' : 'passkey_only', {}, 'not_taken'));
    }
  }

  async function deliver(consent: Consent): Promise<void> {
    const refused = await send(consent);
    const again = refused?.code === 'pin_wrong' || refused?.code === 'code_refused';
    if (again) setProblem(refused);
    else setStep({ kind: 'closed' });
    if (refused?.code === 'pin_wrong') {
      setStep((now) => ('confirmation' in now ? { kind: 'pin', confirmation: now.confirmation } : now));
    }
  }

  function onPin(confirmation: Confirmation, pin: string): void {
    if (confirmation.methods.includes('pin_and_totp')) {
      setStep({ kind: 'code', confirmation, pin });
    } else if (confirmation.methods.includes('pin_and_code')) {
      setStep({ kind: 'sent', confirmation, pin });
    } else {
      void once(() => deliver({ confirmation_id: confirmation.id, pin }));
    }
  }

  const close = () => setStep({ kind: 'closed' });
  const sheet =
    step.kind === 'pin' ? (
      <PinStep
        busy={busy}
        problem={problem}
        onPin={(pin) => onPin(step.confirmation, pin)}
        onPasskey={
          step.confirmation.passkey && passkeysWork()
            ? () => void once(() => byPasskey(step.confirmation, true))
            : undefined
        }
        onClose={close}
      >
        {children}
      </PinStep>
    ) : step.kind === 'code' ? (
      <CodeStep
        why={more?.code ?? security.codeStepText}
        busy={busy}
        problem={problem}
        onCode={(code) =>
          void once(() => deliver({ confirmation_id: step.confirmation.id, pin: step.pin, code }))
        }
        onClose={close}
      />
    ) : step.kind === 'sent' ? (
      <SentCodeStep
        why={more?.sent ?? protection.sentText}
        busy={busy}
        problem={problem}
        onCode={(code_id, code) =>
          void once(() => deliver({ confirmation_id: step.confirmation.id, pin: step.pin, code, code_id }))
        }
        onClose={close}
      />
    ) : step.kind === 'caution' ? (
      <CautionStep
        confirmation={step.confirmation}
        onGo={() => void once(() => proceed(step.confirmation))}
        onClose={close}
      >
        {children}
      </CautionStep>
    ) : null;

  return {
    begin: () => void begin(),
    /** The PIN or code is being asked for; render it in place of what leads to it. */
    sheet,
    busy,
    /** Why nothing was sent; the movement shows it. */
    problem: sheet ? null : problem,
  };
}

function CodeStep({
  why,
  busy,
  problem,
  onCode,
  onClose,
}: {
  why: string;
  busy: boolean;
  problem: Problem | null;
  onCode: (code: string) => void;
  onClose: () => void;
}) {
  const words = useWords(securityWords);
  const faultLine = useFaultLine();
  const [code, setCode] = useState('');
  return (
    <Sheet title={words.codeStep} onClose={onClose} locked={busy}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onCode(code);
        }}
      >
        <Stack>
          <Field
            label={words.totpCode}
            hint={why}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
            error={problem && faultLine(problem)}
            autoFocus
          />
          <Button type="submit" busy={busy} disabled={code.length !== 6}>
            {words.codeStep}
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
}
