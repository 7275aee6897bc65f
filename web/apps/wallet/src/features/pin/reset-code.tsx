import type { CodeSent } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, Field, Stack } from '@qiao/ui';
import { useState } from 'react';
import { CodeTrouble, useCodeDelivery, useCodeHint } from '../../parts/code-delivery';
import { NeverAsk } from '../../parts/never-ask';

interface ResetProps {
  sent: CodeSent;
  sending: boolean;
  onSend: (via: string | undefined) => void;
  onCode: (code: string) => void;
}

/** The code that proves the phone, before a forgotten PIN is replaced. */
export function ResetCode({ sent, sending, onSend, onCode }: ResetProps) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const delivery = useCodeDelivery(sent);
  const hint = useCodeHint(sent, delivery);
  const [code, setCode] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <Stack>
        <Field
          label={words.code}
          hint={hint}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
          autoFocus
        />
        <NeverAsk />
        <CodeTrouble delivery={delivery} busy={sending} onSend={onSend} />
        <Button type="submit" disabled={code.length !== 6}>
          {common.next}
        </Button>
      </Stack>
    </form>
  );
}
