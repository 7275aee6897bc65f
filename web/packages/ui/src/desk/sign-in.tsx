import { commonWords, useWords, type Fault } from '@qiao/i18n';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../button';
import { Field, PasswordField } from '../field';
import { Mark } from '../icon';
import { Banner } from '../notices';
import { ProblemCard } from './problem-card';
import css from './sign-in.module.css';

/** Paper in the middle of the page, under the mark: the way in. */
export function SignInPaper({
  title,
  lead,
  surface,
  foot,
  children,
}: {
  title: string;
  lead: string;
  surface: string;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const words = useWords(commonWords);
  return (
    <main id="main" className={css.page}>
      <div className={css.brand}>
        <Mark size={36} />
        <b>{words.brand}</b>
        <small>{surface}</small>
      </div>
      <section className={css.paper}>
        <h1>{title}</h1>
        {lead ? <p>{lead}</p> : <div className={css.gap} />}
        {children}
      </section>
      {foot && <div className={css.foot}>{foot}</div>}
    </main>
  );
}

export interface DemoFill {
  label: string;
  login: string;
  password: string;
}

export interface PasswordSignInProps {
  demo: readonly DemoFill[];
  /** Somebody was signed in until just now. */
  ended: boolean;
  problem: Fault | null;
  /** Another way in, below the button. */
  other?: ReactNode;
  onSubmit: (login: string, password: string) => Promise<void>;
}

/** Login and password; in demo mode the demo accounts fill themselves in with one tap. */
export function PasswordSignIn({ demo, ended, problem, other, onSubmit }: PasswordSignInProps) {
  const words = useWords(commonWords);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [busy, submit] = useOnce((event: FormEvent) => {
    event.preventDefault();
    return onSubmit(login.trim(), password);
  });
  return (
    <form className={css.form} onSubmit={submit}>
      {ended && (
        <Banner tone="info" title={words.sessionEnded}>
          {words.sessionEndedTodo}
        </Banner>
      )}
      <Field
        label={words.loginName}
        value={login}
        onChange={setLogin}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
      />
      <PasswordField
        label={words.password}
        value={password}
        onChange={setPassword}
        name="password"
        autoComplete="current-password"
        maxLength={128}
        required
      />
      {problem && <ProblemCard problem={problem} />}
      <Button type="submit" busy={busy}>
        {words.signIn}
      </Button>
      {other}
      {demo.length > 0 && (
        <section className={css.demo} aria-label={words.demoLogins}>
          <h2>{words.demoLogins}</h2>
          <p>{words.demoLoginsTodo}</p>
          <ul>
            {demo.map((fill) => (
              <li key={fill.login}>
                <button
                  type="button"
                  onClick={() => {
                    setLogin(fill.login);
                    setPassword(fill.password);
                  }}
                >
                  <b>{fill.label}</b>
                  <small>{fill.login}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  );
}

export interface AcceptFormProps {
  words: { newPassword: string; rule: string; login: string; start: string };
  /** Asks for a login name too: the first administrator chooses one. */
  asksLogin: boolean;
  problem: Fault | null;
  onSubmit: (login: string, password: string) => Promise<void>;
}

/** Sets the password of somebody who was invited. */
export function AcceptForm({ words, asksLogin, problem, onSubmit }: AcceptFormProps) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [busy, submit] = useOnce((event: FormEvent) => {
    event.preventDefault();
    return onSubmit(login.trim(), password);
  });
  return (
    <form className={css.form} onSubmit={submit}>
      {asksLogin && (
        <Field
          label={words.login}
          value={login}
          onChange={setLogin}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
          required
        />
      )}
      <PasswordField
        label={words.newPassword}
        hint={words.rule}
        value={password}
        onChange={setPassword}
        name="new-password"
        autoComplete="new-password"
        maxLength={128}
        required
      />
      {problem && <ProblemCard problem={problem} />}
      <Button type="submit" busy={busy}>
        {words.start}
      </Button>
    </form>
  );
}

/** Runs an act one at a time: a second press in the same instant comes before the button is disabled. */
function useOnce(act: (event: FormEvent) => Promise<void>): [boolean, (event: FormEvent) => void] {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  async function run(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await act(event);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return [busy, (event) => void run(event)];
}
