import type { Problem } from './types';

/** The server's refusal, thrown so that queries and forms treat it as their failure. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}

/** No answer came: nobody here knows whether the request arrived. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswerError';
  }
}

/** The problem inside a failure of any kind, fit to be put into words. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof ProblemError) return failure.problem;
  return localProblem(failure instanceof NoAnswerError ? 'unavailable' : 'internal');
}

/** A problem that this device found itself, before or without an answer of the server. */
export function localProblem(
  code: string,
  parameters: Problem['parameters'] = {},
  money: Problem['money'] = 'not_involved',
): Problem {
  return {
    type: 'about:blank',
    title: code,
    status: 0,
    code,
    blame: 'platform',
    retry: 'later',
    money,
    reference: '',
    parameters,
  };
}

/** Reads an answer that is not a success. Anything but a problem (a proxy's page, say) becomes one. */
export function problemFrom(status: number, body: unknown): Problem {
  if (isProblem(body)) return body;
  return { ...localProblem(status >= 502 && status <= 504 ? 'unavailable' : 'internal'), status };
}

/** Whether something is a problem as the server describes them. */
export function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'money' in body
  );
}

/** An amount over the limit, found before it was sent. */
export function limitProblem(limit: number): Problem {
  return localProblem('amount_too_large', { limit }, 'not_taken');
}
