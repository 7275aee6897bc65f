import { useEffect, useState, type ReactNode } from 'react';

/** Gives how many whole seconds there are until a moment, counting down to 0. */
export function SecondsLeft({
  until,
  children,
}: {
  until: string;
  children: (seconds: number) => ReactNode;
}) {
  const [now, setNow] = useState(Date.now);
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));

  useEffect(() => {
    if (seconds === 0) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [seconds]);

  return children(seconds);
}
