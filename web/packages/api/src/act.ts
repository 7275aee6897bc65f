import type { Keys } from './keys';
import { NoAnswerError, problemOf, ProblemError } from './problem';
import type { Problem } from './types';

/** How an act that moves or commits something ended, as far as this device knows. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; problem: Problem }
  /** It was sent and may have happened. The key is kept: the same act again asks for its outcome. */
  | { kind: 'unknown'; problem: Problem };

const WAITS_MS = [400, 1000, 2000, 4000, 6000];

/**
 * Sends an act with its stored key until a final answer, waiting longer each time while the server is busy with it or
 * the network is down. Never makes a second key for an act that is still open.
 */
export async function perform<T>(
  keys: Keys,
  act: string,
  send: (key: string) => Promise<T>,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Promise<Outcome<T>> {
  const key = keys.of(act);
  for (let attempt = 0; ; attempt++) {
    try {
      const value = await send(key);
      keys.settle(act);
      return { kind: 'done', value };
    } catch (failure) {
      if (isFinal(failure)) {
        keys.settle(act);
        return { kind: 'refused', problem: problemOf(failure) };
      }
      const ms = WAITS_MS[attempt];
      if (ms === undefined) return { kind: 'unknown', problem: { ...problemOf(failure), money: 'unknown' } };
      await wait(ms);
    }
  }
}

function isFinal(failure: unknown): boolean {
  if (failure instanceof NoAnswerError) return false;
  if (!(failure instanceof ProblemError)) return true;
  // A wrong PIN may also be corrected with the same key, but only by the person: never sent again by itself.
  const { code, money, status } = failure.problem;
  return code !== 'request_in_flight' && money !== 'unknown' && status < 500;
}
