import { useQuery } from '@tanstack/react-query';
import { answer } from './client';
import { useApi } from './react';

const LOOK_EVERY_MS = 15_000;

/** Whether the person's wallet is frozen; looked at now and then, because a link or an operator may freeze it. */
export function useFreeze() {
  const { http } = useApi();
  return useQuery({
    queryKey: ['freeze'],
    queryFn: () => answer(http.GET('/v1/wallet/freeze')),
    refetchInterval: LOOK_EVERY_MS,
  });
}

/** Movements that wait, or waited, for the person's second word. */
export function useHeldMovements() {
  const { http } = useApi();
  return useQuery({
    queryKey: ['held-movements'],
    queryFn: () => answer(http.GET('/v1/held-movements')),
    refetchInterval: LOOK_EVERY_MS,
  });
}

/** By what the wallet is opened, and what happened to that lately. */
export function useCheckUp() {
  const { http } = useApi();
  return useQuery({ queryKey: ['check-up'], queryFn: () => answer(http.GET('/v1/me/check-up')) });
}
