import { answer, useApi, usePerson, useSession, type CodeSent } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { useStepUp } from '@qiao/security';
import { EmptyState, Button, Main, Page, PinSheet, TopBar } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { BackLink } from '../../parts/back-link';
import { useFaultLine } from '../../parts/fault-card';
import { ResetCode } from './reset-code';

/** What allows a new PIN: nothing for the first one, the present one, or a code to the phone. */
type Proof = { current_pin?: string; code_id?: string; code?: string };

type Step =
  | { kind: 'intro' }
  | { kind: 'current' }
  | { kind: 'code'; sent: CodeSent }
  | { kind: 'new'; proof: Proof }
  | { kind: 'repeat'; proof: Proof; pin: string };

/** Setting, changing or resetting the payment PIN; then back to where it was needed. */
export function PinPage() {
  const { next, forgotten } = useSearch({ from: '/pin' });
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const { updatePerson } = useSession();
  const person = usePerson();
  const navigate = useNavigate();
  const faultLine = useFaultLine();
  const { guarded, sheet } = useStepUp();
  const [step, setStep] = useState<Step>({ kind: 'intro' });
  const [differs, setDiffers] = useState(false);

  const way = !person.has_pin ? 'first' : forgotten ? 'reset' : 'change';
  const title = { first: words.setPin, reset: words.resetPin, change: words.changePin }[way];

  const save = useMutation({
    mutationFn: (body: Proof & { pin: string }) => guarded(() => answer(http.PUT('/v1/me/pin', { body }))),
    onSuccess: async (changed) => {
      updatePerson(changed);
      await navigate({ to: next ?? '/me', replace: true });
    },
    onError: () => setStep({ kind: 'intro' }),
  });
  const sendCode = useMutation({
    mutationFn: (via: string | undefined) =>
      answer(http.POST('/v1/one-time-codes', { body: { purpose: 'reset_pin', ...(via && { via }) } })),
    onSuccess: (sent) => setStep({ kind: 'code', sent }),
  });

  function begin(): void {
    save.reset();
    setDiffers(false);
    switch (way) {
      case 'first':
        return setStep({ kind: 'new', proof: {} });
      case 'change':
        return setStep({ kind: 'current' });
      case 'reset':
        return sendCode.mutate(undefined);
    }
  }

  function repeat(proof: Proof, pin: string, again: string): void {
    if (pin === again) {
      save.mutate({ ...proof, pin });
      return;
    }
    setDiffers(true);
    setStep({ kind: 'new', proof });
  }

  const fault = save.error ?? sendCode.error;
  const close = () => setStep({ kind: 'intro' });
  return (
    <Page>
      <TopBar title={title} back={<BackLink />} documentTitle={`${title} · ${common.brand}`} />
      <Main>
        {step.kind === 'code' ? (
          <ResetCode
            key={step.sent.code_id}
            sent={step.sent}
            sending={sendCode.isPending}
            onSend={sendCode.mutate}
            onCode={(code) => setStep({ kind: 'new', proof: { code_id: step.sent.code_id, code } })}
          />
        ) : (
          <EmptyState
            title={way === 'first' ? words.pinFirst : title}
            action={
              <Button size="m" icon="lock" busy={save.isPending || sendCode.isPending} onClick={begin}>
                {title}
              </Button>
            }
          >
            {words.pinFirstText}
            {fault && (
              <span role="alert" style={{ display: 'block', marginTop: 12, color: 'var(--q-verm)' }}>
                {faultLine(fault)}
              </span>
            )}
          </EmptyState>
        )}
      </Main>
      {sheet}
      {step.kind === 'current' && (
        <PinSheet
          key="current"
          title={words.currentPin}
          progress={words.pinProgress}
          onPin={(pin) => setStep({ kind: 'new', proof: { current_pin: pin } })}
          onClose={close}
        />
      )}
      {step.kind === 'new' && (
        <PinSheet
          key="new"
          title={words.newPin}
          progress={words.pinProgress}
          error={differs && words.pinDiffers}
          onPin={(pin) => setStep({ kind: 'repeat', proof: step.proof, pin })}
          onClose={close}
        />
      )}
      {step.kind === 'repeat' && (
        <PinSheet
          key="repeat"
          title={words.repeatPin}
          progress={words.pinProgress}
          busy={save.isPending}
          onPin={(again) => repeat(step.proof, step.pin, again)}
          onClose={close}
        />
      )}
    </Page>
  );
}
