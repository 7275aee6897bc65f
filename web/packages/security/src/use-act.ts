import { useRef, useState } from 'react';

/** Runs an act one at a time and keeps its failure. */
export function useAct(): {
  busy: boolean;
  failure: unknown;
  run: (act: () => Promise<void>) => void;
  forget: () => void;
} {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const running = useRef(false);

  async function start(act: () => Promise<void>): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(null);
    try {
      await act();
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { busy, failure, run: (act) => void start(act), forget: () => setFailure(null) };
}
