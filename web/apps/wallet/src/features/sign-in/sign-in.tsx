import { usePlatform, useSession, type DemoLogin } from '@qiao/api';
import { commonWords, languages, useFormat, useLanguage, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { securityWords } from '@qiao/i18n/security';
import { walletWords } from '@qiao/i18n/wallet';
import { EnrolFirst, PasskeySignIn, SecondStep } from '@qiao/security';
import { Banner, Main, Mark, Page, Segments } from '@qiao/ui';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ByCode } from './by-code';
import { ByPassword } from './by-password';
import { NewDevice } from './new-device';
import { SentCode } from './sent-code';
import css from './sign-in.module.css';

/** Signing in and signing up; afterwards on to where the person wanted to go. */
export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const { state } = useSession();
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const { language, setLanguage } = useLanguage();
  const [login, setLogin] = useState('');

  useEffect(() => {
    document.title = `${common.signIn} · ${common.brand}`;
  }, [common]);

  if (state.kind === 'in') return <Navigate to={next ?? '/'} replace />;
  return (
    <Page>
      <Main>
        <div className={css.language}>
          <Segments
            label={common.language}
            value={language}
            onChange={setLanguage}
            options={languages.map((value) => ({ value, label: common.languageNames[value] }))}
          />
        </div>
        <div className={css.hero}>
          <Mark size={72} />
          <h1>{words.welcome}</h1>
          <p>{words.welcomeText}</p>
        </div>
        {state.kind === 'out' && state.ended && (
          <div className={css.ended}>
            <Banner tone="attention" title={common.sessionEnded}>
              {common.sessionEndedTodo}
            </Banner>
          </div>
        )}
        <Step login={login} onLogin={setLogin} />
      </Main>
    </Page>
  );
}

/** What is asked for now. */
function Step({ login, onLogin }: { login: string; onLogin: (login: string) => void }) {
  const { state } = useSession();
  const words = useWords(securityWords);
  switch (state.kind) {
    case 'signing_up':
      return <NewDevice token={state.token} second={state.second} />;
    case 'second_factor':
      if (state.second.methods.includes('code')) return <SentCode second={state.second} login={login} />;
      return (
        <div className={css.form}>
          <h2>{words.secondStep}</h2>
          <SecondStep app="wallet" second={state.second} />
        </div>
      );
    case 'enrolling':
      return (
        <div className={css.form}>
          <h2>{words.enrolTitle}</h2>
          <EnrolFirst />
        </div>
      );
    default:
      return <KnownOrNew onLogin={onLogin} />;
  }
}

function KnownOrNew({ onLogin }: { onLogin: (login: string) => void }) {
  const words = useWords(walletWords);
  const recovery = useWords(recoveryWords);
  const platform = usePlatform();
  const [way, setWay] = useState<'code' | 'password'>('code');
  const [demo, setDemo] = useState<DemoLogin | null>(null);
  const logins = platform.data?.demo_logins.filter((login) => login.app === 'wallet') ?? [];

  return (
    <div className={css.ways}>
      <Segments
        label={words.byCode}
        value={way}
        onChange={setWay}
        options={[
          { value: 'code', label: words.byCode },
          { value: 'password', label: words.byPassword },
        ]}
      />
      {way === 'code' ? (
        <ByCode />
      ) : (
        <ByPassword key={demo?.login} login={demo?.login} password={demo?.password} onLogin={onLogin} />
      )}
      <div className={css.form}>
        <PasskeySignIn />
      </div>
      <Link to="/recovery" className={css.link}>
        {recovery.cannotSignIn}
      </Link>
      {logins.length > 0 && (
        <DemoLogins
          logins={logins}
          onPick={(login) => {
            setDemo(login);
            setWay('password');
          }}
        />
      )}
    </div>
  );
}

function DemoLogins({ logins, onPick }: { logins: DemoLogin[]; onPick: (login: DemoLogin) => void }) {
  const common = useWords(commonWords);
  const words = useWords(walletWords);
  const format = useFormat();
  return (
    <section className={css.demo} aria-label={common.demoLogins}>
      <h2>{common.demoLogins}</h2>
      <p>{common.demoLoginsTodo}</p>
      <ul>
        {logins.map((login) => (
          <li key={login.login}>
            <button type="button" onClick={() => onPick(login)}>
              <b>{format.name({ name: login.label, name_en: login.label_en })}</b>
              <span className="n">{login.login}</span>
              {login.pin && (
                <span className="n">
                  {words.pin} {login.pin}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
