import { useSession } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { Button, Field, PasswordField } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFaultLine } from '../../parts/fault-card';
import css from './sign-in.module.css';

export function ByPassword({
  onLogin,
  ...filled
}: {
  login?: string;
  password?: string;
  /** What was shown by a password: a code may have to follow it. */
  onLogin: (login: string) => void;
}) {
  const recovery = useWords(recoveryWords);
  const common = useWords(commonWords);
  const { signIn } = useSession();
  const faultLine = useFaultLine();
  const [login, setLogin] = useState(filled.login ?? '');
  const [password, setPassword] = useState(filled.password ?? '');
  const enter = useMutation({
    mutationFn: () =>
      signIn({
        method: 'password',
        login: plain(login),
        password,
      }),
    onMutate: () => onLogin(plain(login)),
  });

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <Field
        label={recovery.contact}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        onChange={setLogin}
      />
      <PasswordField
        label={common.password}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={enter.error && faultLine(enter.error)}
      />
      <Button type="submit" busy={enter.isPending} disabled={login.trim() === '' || password === ''}>
        {common.signIn}
      </Button>
    </form>
  );
}

function plain(login: string): string {
  return login.includes('@') ? login.trim() : login.replace(/[\s-]/g, '');
}
