import { beforeEach, expect, it } from 'vitest';
import { perform } from './act';
import { keysIn, type Keys } from './keys';
import { localProblem, NoAnswerError, ProblemError } from './problem';
import type { Problem } from './types';

let keys: Keys;
const atOnce = () => Promise.resolve();

beforeEach(() => {
  localStorage.clear();
  let made = 0;
  keys = keysIn(localStorage, 'test', Date.now, () => `key-${++made}`);
});

/** Sends that end as listed, one after the other; the last one repeats. */
function sends(...ends: (Error | string)[]) {
  const sent: string[] = [];
  return {
    sent,
    send(key: string): Promise<string> {
      const end = ends[Math.min(sent.length, ends.length - 1)] ?? '';
      sent.push(key);
      return typeof end === 'string' ? Promise.resolve(end) : Promise.reject(end);
    },
  };
}

function problem(code: string, status: number, more: Partial<Problem> = {}): ProblemError {
  return new ProblemError({ ...localProblem(code), status, retry: 'new_key', ...more });
}

it('repeats a lost request with the key of the first', async () => {
  const { sent, send } = sends(
    new NoAnswerError('lost'),
    problem('request_in_flight', 409, { retry: 'same_key' }),
    'paid',
  );
  expect(await perform(keys, 'pay', send, atOnce)).toEqual({ kind: 'done', value: 'paid' });
  expect(new Set(sent).size).toBe(1);
  expect(sent).toHaveLength(3);
});

it('takes a refusal as final, and a new key for the next try', async () => {
  const first = sends(problem('pin_wrong', 422, { retry: 'same_key' }));
  const outcome = await perform(keys, 'pay', first.send, atOnce);
  expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'pin_wrong' } });
  expect(first.sent).toHaveLength(1);

  const second = sends('paid');
  await perform(keys, 'pay', second.send, atOnce);
  expect(second.sent[0]).not.toBe(first.sent[0]);
});

it('says unknown when no answer ever comes, and keeps the key for asking again', async () => {
  const first = sends(new NoAnswerError('lost'));
  const outcome = await perform(keys, 'pay', first.send, atOnce);
  expect(outcome).toMatchObject({ kind: 'unknown', problem: { money: 'unknown' } });

  const second = sends('paid');
  await perform(keys, 'pay', second.send, atOnce);
  expect(second.sent[0]).toBe(first.sent[0]);
});

it('never takes a failure of the server for a refusal', async () => {
  const { send } = sends(problem('internal', 500));
  expect((await perform(keys, 'pay', send, atOnce)).kind).toBe('unknown');
});

it('never takes an outcome that the server does not know for a refusal', async () => {
  const { send } = sends(problem('bank_unavailable', 422, { money: 'unknown' }));
  expect((await perform(keys, 'pay', send, atOnce)).kind).toBe('unknown');
});
