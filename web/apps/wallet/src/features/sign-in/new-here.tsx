import { answer, useApi, useSession } from '@qiao/api';
import { useLanguage, useWords } from '@qiao/i18n';
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
  const { language } = useLanguage();
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
    onSuccess: (session) => {
      open(session);
      agree().catch(() => undefined);
    },
  });

  /** The button says what it agrees to; where this word gets lost, the page of one's data asks for it again. */
  async function agree(): Promise<void> {
    const { items } = await answer(http.GET('/v1/me/consents'));
    for (const { purpose, version, required } of items) {
      if (!required) continue;
      await answer(
        http.PUT('/v1/me/consents/{purpose}', {
          params: { path: { purpose } },
          body: { given: true, version, language },
        }),
      );
    }
  }

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
      <p className={css.text}>{words.createAgrees}</p>
      <Button type="submit" busy={create.isPending} disabled={name.trim() === ''}>
        {words.createAccount}
      </Button>
      <Button kind="quiet" size="m" onClick={() => void signOut()}>
        {words.wrongPlace}
      </Button>
    </form>
  );
}
