import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { answer } from './client';
import { signWithPasskey } from './passkeys';
import { problemOf } from './problem';
import { useApi } from './react';
import type { Person, Problem, SecondFactor, Session, SignIn } from './types';

/** Whether somebody is signed in. */
export type SessionState =
  | { kind: 'loading' }
  /** The server could not be asked. */
  | { kind: 'unreachable'; problem: Problem }
  /** `ended`: somebody was, until the session ended in the midst of something. */
  | { kind: 'out'; ended: boolean }
  /** A phone or email shown by a code, on a device that no wallet of it knows: they may have one or not. */
  | { kind: 'signing_up'; token: string; second: SecondFactor | null }
  /** One factor was right, and another is asked for. */
  | { kind: 'second_factor'; second: SecondFactor }
  /** Signed in, but a second factor has to be set up before anything else. */
  | { kind: 'enrolling'; session: Session }
  | { kind: 'in'; session: Session };

interface Sessions {
  readonly state: SessionState;
  readonly reload: () => void;
  /** Throws ProblemError when refused. */
  readonly signIn: (how: SignIn) => Promise<Session>;
  /** The passkey says who it is. Throws ProblemError when refused or cancelled. */
  readonly signInWithPasskey: () => Promise<Session>;
  /** Forgets a sign-in that was begun. */
  readonly startOver: () => void;
  /** Takes over a session that another call opened (signing up, accepting an invitation). */
  readonly open: (session: Session) => void;
  readonly updatePerson: (person: Person) => void;
  readonly signOut: () => Promise<void>;
}

const Context = createContext<Sessions | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const api = useApi();
  const queries = useQueryClient();
  const [state, setState] = useState<SessionState>({ kind: 'loading' });

  const open = useCallback(
    (session: Session) => {
      const party = session.person ?? session.staff ?? session.operator;
      api.enter(party && { csrf: session.csrf, party: party.id });
      setState(stateOf(session));
    },
    [api],
  );

  const leave = useCallback(
    (ended: boolean) => {
      api.enter(null);
      queries.clear();
      setState({ kind: 'out', ended });
    },
    [api, queries],
  );

  /** Asks who is signed in, and takes the answer over while `wanted` says so. */
  const ask = useCallback(
    (wanted: () => boolean) =>
      answer(api.http.GET('/v1/session')).then(
        (session) => wanted() && open(session),
        (failure) => {
          if (!wanted()) return;
          const problem = problemOf(failure);
          if (problem.status === 401) leave(problem.code === 'session_expired');
          else setState({ kind: 'unreachable', problem });
        },
      ),
    [api, open, leave],
  );

  const reload = useCallback(() => {
    setState({ kind: 'loading' });
    void ask(() => true);
  }, [ask]);

  useEffect(() => {
    let mounted = true;
    void ask(() => mounted);
    return () => {
      mounted = false;
    };
  }, [ask]);

  useEffect(() => api.onSessionLost(() => leave(true)), [api, leave]);

  const value = useMemo<Sessions>(
    () => ({
      state,
      reload,
      open,
      async signIn(how) {
        const session = await answer(api.http.POST('/v1/sessions', { body: how }));
        open(session);
        return session;
      },
      async signInWithPasskey() {
        const request = await answer(api.http.POST('/v1/passkey-challenges'));
        const passkey = await signWithPasskey(request);
        const session = await answer(api.http.POST('/v1/sessions', { body: { method: 'passkey', passkey } }));
        open(session);
        return session;
      },
      startOver() {
        setState({ kind: 'out', ended: false });
      },
      updatePerson(person) {
        setState((now) => (now.kind === 'in' ? { kind: 'in', session: { ...now.session, person } } : now));
      },
      async signOut() {
        await answer(api.http.DELETE('/v1/session'));
        leave(false);
      },
    }),
    [api, state, reload, open, leave],
  );
  return <Context value={value}>{children}</Context>;
}

export function useSession(): Sessions {
  const sessions = useContext(Context);
  if (!sessions) throw new Error('SessionProvider is missing');
  return sessions;
}

/** The person of a screen that only signed-in people reach. */
export function usePerson(): Person {
  const { state } = useSession();
  if (state.kind !== 'in' || !state.session.person) throw new Error('No person is signed in');
  return state.session.person;
}

function stateOf(session: Session): SessionState {
  if (session.sign_up_token) {
    return { kind: 'signing_up', token: session.sign_up_token, second: session.second_factor ?? null };
  }
  if (session.second_factor) return { kind: 'second_factor', second: session.second_factor };
  if (session.must_enrol) return { kind: 'enrolling', session };
  return { kind: 'in', session };
}
