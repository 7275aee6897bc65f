import { answer, useApi, type CodeSent, type Problem } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, Field, RowSkeletons, Sheet, Stack } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { CodeTrouble, useCodeDelivery } from './code-delivery';
import { FaultCard, useFaultLine } from './fault-card';
import { InboxLink } from './inbox-link';
import { NeverAsk } from './never-ask';

interface Props {
  /** Why there is one more step, and where its code went. */
  why: (contact: string) => string;
  busy: boolean;
  problem: Problem | null;
  onCode: (codeId: string, code: string) => void;
  onClose: () => void;
}

/** Sends a code to the person's own phone and takes it: a second thing beside their PIN. */
export function SentCodeStep(props: Props) {
  const words = useWords(protectionWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const send = useMutation({
    mutationFn: (via: string | undefined) =>
      answer(http.POST('/v1/one-time-codes', { body: { purpose: 'confirm', ...(via && { via }) } })),
  });
  const begin = useEffectEvent(() => send.mutate(undefined));
  useEffect(() => begin(), []);

  return (
    <Sheet title={words.sentTitle} onClose={props.onClose} locked={props.busy}>
      {send.isError && <FaultCard failure={send.error} onRetry={() => send.mutate(undefined)} />}
      {!send.data && !send.isError && <RowSkeletons count={1} label={common.loading} />}
      {send.data && (
        <Enter
          key={send.data.code_id}
          {...props}
          sent={send.data}
          sending={send.isPending}
          onSend={send.mutate}
        />
      )}
    </Sheet>
  );
}

function Enter({
  why,
  sent,
  sending,
  busy,
  problem,
  onCode,
  onSend,
}: Props & { sent: CodeSent; sending: boolean; onSend: (via: string | undefined) => void }) {
  const common = useWords(commonWords);
  const wallet = useWords(walletWords);
  const faultLine = useFaultLine();
  const delivery = useCodeDelivery(sent);
  const [code, setCode] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode(sent.code_id, code);
      }}
    >
      <Stack>
        <Field
          label={wallet.code}
          hint={why(sent.sent_to)}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
          error={problem && faultLine(problem)}
          autoFocus
        />
        <NeverAsk />
        <CodeTrouble delivery={delivery} busy={sending} onSend={onSend} />
        <Button type="submit" busy={busy} disabled={code.length !== 6}>
          {common.confirm}
        </Button>
        <InboxLink />
      </Stack>
    </form>
  );
}
