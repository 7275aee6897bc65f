import { answer, useApi } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { Button, Field, Stack } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFaultLine } from '../../parts/fault-card';
import { ProveContact, type ShownCode } from '../../parts/prove-contact';
import css from './recovery.module.css';

/** Which wallet, whose name, and perhaps where the person is reached today. */
export function Apply({ onApplied }: { onApplied: (token: string) => void }) {
  const words = useWords(recoveryWords);
  const { http } = useApi();
  const faultLine = useFaultLine();
  const [wallet, setWallet] = useState('');
  const [name, setName] = useState('');
  const [proving, setProving] = useState(false);
  const apply = useMutation({
    mutationFn: (shown: ShownCode | null) =>
      answer(
        http.POST('/v1/recoveries', {
          body: { wallet: wallet.trim(), name: name.trim(), ...shown },
        }),
      ),
    onSuccess: (recovery) => {
      if (recovery.token) onApplied(recovery.token);
    },
  });
  const incomplete = wallet.trim() === '' || name.trim() === '';

  return (
    <>
      <h2>{words.applyTitle}</h2>
      <p className={css.lead}>{words.applyText}</p>
      <Stack>
        <Field
          label={words.walletContact}
          hint={words.walletContactHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={wallet}
          onChange={setWallet}
        />
        <Field label={words.ownName} autoComplete="name" maxLength={40} value={name} onChange={setName} />
      </Stack>
      {proving ? (
        <ProveContact
          purpose="recover"
          label={words.reachMe}
          hint={words.reachMeHint}
          act={words.apply}
          busy={apply.isPending}
          failure={apply.error}
          onCode={(shown) => apply.mutate(shown)}
        />
      ) : (
        <Stack>
          {apply.isError && <p role="alert">{faultLine(apply.error)}</p>}
          <Button disabled={incomplete} onClick={() => setProving(true)}>
            {words.withContact}
          </Button>
          <Button
            kind="quiet"
            disabled={incomplete}
            busy={apply.isPending}
            onClick={() => apply.mutate(null)}
          >
            {words.withoutContact}
          </Button>
        </Stack>
      )}
    </>
  );
}
