import { useSession, type SecondFactor, type Session } from '@qiao/api';
import { useEffect, useState } from 'react';

const HOMES = { merchant: '/merchant/', console: '/console/' } as const;

/**
 * What comes after an invitation was accepted. Whoever kept a second factor when their password was
 * reset is asked for it; everybody else goes home, and the used token leaves the address and the history.
 */
export function useWelcome(app: keyof typeof HOMES): {
  accepted: (session: Session) => void;
  second: SecondFactor | null;
} {
  const { open, state } = useSession();
  const [asked, setAsked] = useState(false);
  const second = asked && state.kind === 'second_factor' ? state.second : null;
  const answered = asked && second === null;

  useEffect(() => {
    if (answered) location.replace(HOMES[app]);
  }, [answered, app]);

  return {
    accepted(session) {
      open(session);
      if (session.second_factor) setAsked(true);
      else location.replace(HOMES[app]);
    },
    second,
  };
}
