import { answer, useApi, type CodeSent } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, Buttons, Field, Stack } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CodeTrouble, useCodeDelivery } from './code-delivery';
import { contactOf } from './contact';
import { useFaultLine } from './fault-card';
import { InboxLink } from './inbox-link';
import { NeverAsk } from './never-ask';
import { SecondsLeft } from './seconds-left';

export interface ShownCode {
  code_id: string;
  code: string;
}

interface Props {
  purpose: 'sign_in' | 'add_contact' | 'change_phone' | 'recover';
  /** What is asked for; left out where the code goes to what the person is known by. */
  label?: string;
  hint?: string;
  kind?: 'phone' | 'email' | 'any';
  /** What stands there already. */
  initial?: string;
  act: string;
  busy?: boolean;
  failure?: unknown;
  onCode: (shown: ShownCode) => void;
}

/** A phone or email, and the code that was sent to it. */
export function ProveContact({
  purpose,
  label,
  hint,
  kind = 'any',
  initial = '',
  act,
  busy = false,
  failure,
  onCode,
}: Props) {
  const words = useWords(recoveryWords);
  const { http } = useApi();
  const faultLine = useFaultLine();
  const [contact, setContact] = useState(initial);
  const [sent, setSent] = useState<CodeSent | null>(null);
  const send = useMutation({
    mutationFn: (via: string | undefined) =>
      answer(
        http.POST('/v1/one-time-codes', {
          body: { ...(label !== undefined && contactOf(contact)), purpose, ...(via && { via }) },
        }),
      ),
    onSuccess: setSent,
  });
  if (sent) {
    return (
      <EnterCode
        key={sent.code_id}
        sent={sent}
        contact={contact}
        act={act}
        busy={busy}
        failure={failure}
        resending={send.isPending}
        resendFault={send.error && faultLine(send.error)}
        onSend={send.mutate}
        onCode={onCode}
        onOther={label === undefined ? undefined : () => setSent(null)}
      />
    );
  }
  const fault = send.error && faultLine(send.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(undefined);
      }}
    >
      <Stack>
        {label === undefined ? (
          fault && <p role="alert">{fault}</p>
        ) : (
          <Field
            label={label}
            hint={hint}
            type={kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text'}
            inputMode={kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text'}
            autoComplete={kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'username'}
            autoCapitalize="none"
            spellCheck={false}
            value={contact}
            onChange={setContact}
            error={fault}
          />
        )}
        <Button type="submit" busy={send.isPending} disabled={label !== undefined && contact.trim() === ''}>
          {words.sendCode}
        </Button>
      </Stack>
    </form>
  );
}

interface EnterProps {
  sent: CodeSent;
  contact: string;
  act: string;
  busy: boolean;
  failure: unknown;
  resending: boolean;
  resendFault: string | null;
  onSend: (via: string | undefined) => void;
  onCode: (shown: ShownCode) => void;
  onOther: (() => void) | undefined;
}

function EnterCode({
  sent,
  contact,
  act,
  busy,
  failure,
  resending,
  resendFault,
  onSend,
  onCode,
  onOther,
}: EnterProps) {
  const words = useWords(recoveryWords);
  const wallet = useWords(walletWords);
  const faultLine = useFaultLine();
  const delivery = useCodeDelivery(sent);
  const [code, setCode] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode({ code_id: sent.code_id, code });
      }}
    >
      <Stack>
        <Field
          label={words.code}
          hint={words.codeSentTo(sent.sent_to)}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
          error={failure ? faultLine(failure) : resendFault}
          autoFocus
        />
        <NeverAsk />
        <CodeTrouble delivery={delivery} busy={resending} onSend={onSend} />
        <Button type="submit" busy={busy} disabled={code.length !== 6}>
          {act}
        </Button>
        <Buttons>
          <SecondsLeft until={sent.resend_at}>
            {(seconds) => (
              <Button
                kind="quiet"
                size="m"
                busy={resending}
                disabled={seconds > 0}
                onClick={() => onSend(undefined)}
              >
                {seconds > 0 ? wallet.resendIn(seconds) : wallet.resend}
              </Button>
            )}
          </SecondsLeft>
          {onOther && (
            <Button kind="quiet" size="m" onClick={onOther}>
              {words.changeContact}
            </Button>
          )}
        </Buttons>
        <InboxLink contact={contact} />
      </Stack>
    </form>
  );
}
