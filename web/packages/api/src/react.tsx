import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { Api } from './client';
import { NoAnswerError, ProblemError } from './problem';

const Context = createContext<Api | null>(null);

/** Queries that failed for want of an answer are asked again; a refusal stays a refusal. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, failure) => mayChange(failure) && failures < 2,
      },
    },
  });
}

/** Whether asking again may bring an answer. */
export function mayChange(failure: unknown): boolean {
  if (failure instanceof NoAnswerError) return true;
  return failure instanceof ProblemError && failure.problem.status >= 500;
}

export function ApiProvider({
  api,
  queries,
  children,
}: {
  api: Api;
  queries: QueryClient;
  children: ReactNode;
}) {
  return (
    <Context value={api}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </Context>
  );
}

export function useApi(): Api {
  const api = useContext(Context);
  if (!api) throw new Error('ApiProvider is missing');
  return api;
}
