import type { ReactNode } from 'react';
import { CancelledError, useStepUp } from './step-up';
import { useAct } from './use-act';

/** Acts of a settings page: one at a time, each with the step-up that the server asks for. */
export function useGuardedAct(): {
  busy: boolean;
  failure: unknown;
  run: (act: () => Promise<void>) => void;
  sheet: ReactNode;
} {
  const act = useAct();
  const { guarded, sheet } = useStepUp();
  return {
    busy: act.busy,
    failure: act.failure,
    sheet,
    run: (step) =>
      act.run(async () => {
        try {
          await guarded(step);
        } catch (failure) {
          if (!(failure instanceof CancelledError)) throw failure;
        }
      }),
  };
}
