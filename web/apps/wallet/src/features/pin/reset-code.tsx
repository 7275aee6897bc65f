import type { CodeSent } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, Field, Stack } from '@qiao/ui';
import { useState } from 'react';

/** The code that proves the phone, before a forgotten PIN is replaced. */
export function ResetCode({ sent, onCode }: { sent: CodeSent; onCode: (code: string) => void }) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
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
          hint={words.resetPinText(sent.phone_masked)}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
          autoFocus
        />
        <Button type="submit" disabled={code.length !== 6}>
          {common.next}
        </Button>
      </Stack>
    </form>
  );
}
