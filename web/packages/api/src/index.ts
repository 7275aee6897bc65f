export type { Outcome } from './act';
export { answer, createApi, type Api } from './client';
export { useEvents } from './events';
export { limitProblem, localProblem, NoAnswerError, problemOf, ProblemError } from './problem';
export { usePlatform } from './queries';
export { ApiProvider, createQueries, useApi } from './react';
export { SessionProvider, usePerson, useSession, type SessionState } from './session';
export * from './types';
export * from './wallet';
