import { answer, useApi, useSession } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, Field, PasswordField } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFaultLine } from '../../parts/fault-card';
import css from './sign-in.module.css';

/** The name of somebody whose phone number is proved and who has no account yet. */
export function NewHere({ token }: { token: string }) {
  const words = useWords(walletWords);
  const { http } = useApi();
  const { open, signOut } = useSession();
  const faultLine = useFaultLine();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const create = useMutation({
    mutationFn: () =>
      answer(
        http.POST('/v1/people', {
          body: { sign_up_token: token, name: name.trim(), ...(password && { password }) },
        }),
      ),
    onSuccess: open,
  });

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <h2>{words.newHere}</h2>
      <p className={css.text}>{words.newHereText}</p>
      <Field
        label={words.name}
        autoComplete="name"
        maxLength={40}
        value={name}
        onChange={setName}
        autoFocus
      />
      <PasswordField
        label={words.passwordOptional}
        hint={words.passwordHint}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={create.error && faultLine(create.error)}
      />
      <Button type="submit" busy={create.isPending} disabled={name.trim() === ''}>
        {words.createAccount}
      </Button>
      <Button kind="quiet" size="m" onClick={() => void signOut()}>
        {words.wrongPlace}
      </Button>
    </form>
  );
}
