import { answer, useApi, usePlatform, useSession, type CodeSent } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { walletWords } from '@qiao/i18n/wallet';
import { Banner, Button, Field } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { contactOf } from '../../parts/contact';
import { CodeTrouble, useCodeDelivery, useCodeHint } from '../../parts/code-delivery';
import { useFaultLine } from '../../parts/fault-card';
import { InboxLink } from '../../parts/inbox-link';
import { NeverAsk } from '../../parts/never-ask';
import { SecondsLeft } from '../../parts/seconds-left';
import css from './sign-in.module.css';

/** A phone number or email, then the code that was sent to it. */
export function ByCode() {
  const words = useWords(walletWords);
  const recovery = useWords(recoveryWords);
  const { http } = useApi();
  const faultLine = useFaultLine();
  const platform = usePlatform();
  const [contact, setContact] = useState('');
  const [sent, setSent] = useState<CodeSent | null>(null);
  const send = useMutation({
    mutationFn: (via: string | undefined) =>
      answer(
        http.POST('/v1/one-time-codes', {
          body: { ...contactOf(contact), purpose: 'sign_in', ...(via && { via }) },
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
        resending={send.isPending}
        resendFault={send.error && faultLine(send.error)}
        onSend={send.mutate}
        onOther={() => setSent(null)}
      />
    );
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(undefined);
      }}
    >
      {platform.data && !platform.data.code_delivery && (
        <Banner tone="attention" title={words.codesMissing}>
          {words.codesMissingTodo}
        </Banner>
      )}
      {platform.data?.code_delivery_troubled && (
        <Banner tone="attention" title={words.codesTroubled}>
          {words.codesTroubledTodo}
        </Banner>
      )}
      <Field
        label={recovery.contact}
        hint={recovery.contactHint}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={contact}
        onChange={setContact}
        error={send.error && faultLine(send.error)}
      />
      <Button type="submit" busy={send.isPending} disabled={contact.trim() === ''}>
        {words.sendCode}
      </Button>
    </form>
  );
}

interface EnterProps {
  sent: CodeSent;
  contact: string;
  resending: boolean;
  resendFault: string | null;
  onSend: (via: string | undefined) => void;
  onOther: () => void;
}

function EnterCode({ sent, contact, resending, resendFault, onSend, onOther }: EnterProps) {
  const words = useWords(walletWords);
  const recovery = useWords(recoveryWords);
  const common = useWords(commonWords);
  const { signIn } = useSession();
  const faultLine = useFaultLine();
  const delivery = useCodeDelivery(sent);
  const hint = useCodeHint(sent, delivery);
  const [code, setCode] = useState('');
  const enter = useMutation({ mutationFn: () => signIn({ method: 'code', code_id: sent.code_id, code }) });

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <Field
        label={words.code}
        hint={hint}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
        error={enter.error ? faultLine(enter.error) : resendFault}
        autoFocus
      />
      <NeverAsk />
      <CodeTrouble delivery={delivery} busy={resending} onSend={onSend} />
      <Button type="submit" busy={enter.isPending} disabled={code.length !== 6}>
        {common.signIn}
      </Button>
      <div className={css.others}>
        <SecondsLeft until={sent.resend_at}>
          {(seconds) => (
            <Button
              kind="quiet"
              size="m"
              busy={resending}
              disabled={seconds > 0}
              onClick={() => onSend(undefined)}
            >
              {seconds > 0 ? words.resendIn(seconds) : words.resend}
            </Button>
          )}
        </SecondsLeft>
        <Button kind="quiet" size="m" onClick={onOther}>
          {recovery.changeContact}
        </Button>
      </div>
      <InboxLink contact={contact} />
    </form>
  );
}
