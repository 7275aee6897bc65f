import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer } from './client';
import { mayChange, useApi } from './react';
import type { PaymentState, QrReading } from './types';

/** Reads the content of a code. What was read a moment ago is not asked for again. */
export function useReadCode(): (payload: string) => Promise<QrReading> {
  const { http } = useApi();
  const queries = useQueryClient();
  return (payload) =>
    queries.fetchQuery({
      queryKey: ['code', payload],
      queryFn: () => answer(http.POST('/v1/qr-codes/read', { body: { payload } })),
      retry: false,
    });
}

export function useCode(payload: string | undefined) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['code', payload],
    queryFn: () => answer(http.POST('/v1/qr-codes/read', { body: { payload: payload ?? '' } })),
    enabled: payload !== undefined,
    staleTime: 60_000,
  });
}

const ASK_AGAIN_MS = 3000;

/** A payment as the server has it now. While that is not known, or its outcome is open, the server is asked again. */
export function usePayment(id: string | undefined) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['payment', id],
    queryFn: () => answer(http.GET('/v1/payments/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => askAgain(state),
    staleTime: 0,
  });
}

/** A transfer as the server has it now, asked for like a payment. */
export function useTransfer(id: string | undefined) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['transfer', id],
    queryFn: () => answer(http.GET('/v1/transfers/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => askAgain(state),
    staleTime: 0,
  });
}

export function useRecentPayees() {
  const { http } = useApi();
  return useQuery({ queryKey: ['payees', 'recent'], queryFn: () => answer(http.GET('/v1/payees/recent')) });
}

function askAgain({ data, error }: { data?: { state: PaymentState }; error: unknown }): number | false {
  if (error !== null) return mayChange(error) ? ASK_AGAIN_MS : false;
  return data?.state === 'processing' || data?.state === 'unknown' ? ASK_AGAIN_MS : false;
}
