import { useEvents, usePerson, usePlatform, useSession } from '@qiao/api';
import { commonWords, useFormat, useLanguage, useWords } from '@qiao/i18n';
import { Banner, Button, ErrorCard, Main, Mark, Page } from '@qiao/ui';
import { Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useOnline } from './online';
import css from './gate.module.css';

const OPEN_TO_ALL = ['/sign-in', '/inbox', '/recovery', '/recovery/cancel', '/freeze', '/contact'];

/** Lets people in, and asks others to sign in and come back to the same place. */
export function Gate() {
  const { state, reload } = useSession();
  // What the outlet shows; the location is already ahead of it while a page loads.
  const shown = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '/' });
  const words = useWords(commonWords);
  const format = useFormat();
  const online = useOnline();
  const open = OPEN_TO_ALL.includes(shown);
  usePlatform();
  useEvents(state.kind === 'in');

  if (state.kind === 'loading') return <Splash label={words.loading} />;
  if (state.kind === 'unreachable') {
    return (
      <Page>
        <Main>
          <h1 className="vh">{words.brand}</h1>
          <ErrorCard
            fault={{ ...format.fault(state.problem), what: words.notLoaded, todo: words.notLoadedTodo }}
          >
            <Button size="m" onClick={reload}>
              {words.retry}
            </Button>
          </ErrorCard>
        </Main>
      </Page>
    );
  }
  if (state.kind !== 'in' && !open) return <ToSignIn />;
  return (
    <>
      {state.kind === 'in' && <PersonsLanguage />}
      {!online && (
        <div className={css.offline}>
          <Banner tone="attention" icon="wifi-off" title={words.offline}>
            {words.offlineTodo}
          </Banner>
        </div>
      )}
      <Outlet />
    </>
  );
}

/** Sends to the sign-in page, from where it goes on to the place that was left. */
function ToSignIn() {
  const { href } = useLocation();
  const navigate = useNavigate();
  const leave = useEffectEvent(
    () => void navigate({ to: '/sign-in', search: { next: href }, replace: true }),
  );
  useEffect(() => leave(), []);
  return null;
}

/** The language that the person chose before, on whichever device. */
function PersonsLanguage() {
  const { id, language: chosen } = usePerson();
  const { language, setLanguage } = useLanguage();
  const adopt = useEffectEvent(() => {
    if (chosen && chosen !== language) setLanguage(chosen);
  });
  useEffect(() => adopt(), [id]);
  return null;
}

function Splash({ label }: { label: string }) {
  return (
    <div className={css.splash} role="status" aria-label={label}>
      <Mark size={56} />
    </div>
  );
}
