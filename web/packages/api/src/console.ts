import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, type Api } from './client';
import { useApi } from './react';
import { useSession } from './session';
import type { NewMerchant, Operator } from './types';

/** The operator of a screen that only signed-in operators reach. */
export function useOperator(): Operator {
  const { state } = useSession();
  if (state.kind !== 'in' || !state.session.operator) throw new Error('No operator is signed in');
  return state.session.operator;
}

export function useOverview() {
  const { http } = useApi();
  return useQuery({
    queryKey: ['overview'],
    queryFn: () => answer(http.GET('/v1/operations/overview')),
    refetchInterval: 30_000,
  });
}

/** How far the ledger's self-audit is, and what it has found. */
export function useLedgerAudit() {
  const { http } = useApi();
  return useQuery({
    queryKey: ['ledger-audit'],
    queryFn: () => answer(http.GET('/v1/operations/ledger-audit')),
    refetchInterval: 30_000,
  });
}

export interface PaymentSearch {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
}

/** Every movement on the platform, newest first, page by page. */
export function useOperationsPayments({ q, state }: PaymentSearch) {
  const { http } = useApi();
  return useInfiniteQuery({
    queryKey: ['operations-payments', q ?? '', state ?? ''],
    queryFn: ({ pageParam }) =>
      answer(
        http.GET('/v1/operations/payments', {
          params: {
            query: {
              limit: 30,
              ...(q && { q }),
              ...(state && { state }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export function useOperationsPayment(id: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['operations-payment', id],
    queryFn: () => answer(http.GET('/v1/operations/payments/{id}', { params: { path: { id } } })),
  });
}

/** Top-ups and withdrawals whose outcome the bank has not told. */
export function useUnknownBankMoves() {
  const { http } = useApi();
  return useInfiniteQuery({
    queryKey: ['bank-moves', 'unknown'],
    queryFn: ({ pageParam }) =>
      answer(
        http.GET('/v1/operations/bank-moves', {
          params: { query: { state: 'unknown', ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: 30_000,
  });
}

/** What is looked for in the audit trail; everything that is given has to fit. Days are the platform's. */
export interface AuditSearch {
  readonly q?: string;
  readonly actor?: string;
  readonly act?: string;
  readonly object?: string;
  readonly from?: string;
  readonly to?: string;
}

export function useAudit(search: AuditSearch) {
  const { http } = useApi();
  return useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam }) =>
      answer(
        http.GET('/v1/operations/audit', {
          params: { query: { limit: 40, ...search, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export function useMerchants() {
  const { http } = useApi();
  return useInfiniteQuery({
    queryKey: ['merchants'],
    queryFn: ({ pageParam }) =>
      answer(
        http.GET('/v1/operations/merchants', { params: { query: pageParam ? { cursor: pageParam } : {} } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function createMerchant(api: Api, merchant: NewMerchant) {
  return api.act(`create merchant ${JSON.stringify(merchant)}`, (key) =>
    answer(
      api.http.POST('/v1/operations/merchants', {
        params: { header: { 'Idempotency-Key': key } },
        body: merchant,
      }),
    ),
  );
}
