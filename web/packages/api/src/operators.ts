import { useQuery } from '@tanstack/react-query';
import { answer, type Api } from './client';
import { useApi } from './react';
import type { FactorRule, OperatorLine } from './types';

export function useOperators(enabled: boolean) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['operators'],
    queryFn: () => answer(http.GET('/v1/operations/operators')),
    enabled,
  });
}

export function useFactorPolicy(enabled: boolean) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['factor-policy'],
    queryFn: () => answer(http.GET('/v1/operations/factor-policy')),
    enabled,
  });
}

/** Invites an operator, whose link is told once. */
export function inviteOperator(api: Api, invited: { name: string; login: string; role: 'support' | 'risk' }) {
  return api.act(`invite operator ${JSON.stringify(invited)}`, (key) =>
    answer(
      api.http.POST('/v1/operations/operators', {
        params: { header: { 'Idempotency-Key': key } },
        body: invited,
      }),
    ),
  );
}

export function changeOperatorRole(api: Api, id: string, role: OperatorLine['role'], reason: string) {
  const body = { role, reason };
  return api.act(`role ${id} ${JSON.stringify(body)}`, (key) =>
    answer(
      api.http.POST('/v1/operations/operators/{id}/role', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

export function closeOperator(api: Api, id: string, reason: string) {
  return api.act(`close ${id} ${reason}`, (key) =>
    answer(
      api.http.POST('/v1/operations/operators/{id}/close', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body: { reason },
      }),
    ),
  );
}

/** Proposes that an operator who cannot sign in is invited anew. */
export function resetOperator(api: Api, id: string, lost: 'password' | 'everything', reason: string) {
  const body = { lost, reason };
  return api.act(`reset ${id} ${JSON.stringify(body)}`, (key) =>
    answer(
      api.http.POST('/v1/operations/operators/{id}/reset', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

/** Makes a new link for who has not come yet; the one from before ends. */
export function inviteOperatorAgain(api: Api, id: string) {
  return api.act(`link ${id}`, (key) =>
    answer(
      api.http.POST('/v1/operations/operators/{id}/invitation', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
}

export function changeFactorRule(
  api: Api,
  role: string,
  second_factor: FactorRule['second_factor'],
  reason: string,
) {
  const body = { second_factor, reason };
  return api.act(`rule ${role} ${JSON.stringify(body)}`, (key) =>
    answer(
      api.http.POST('/v1/operations/factor-policy/{role}', {
        params: { path: { role }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

/** Everybody who is locked out. */
export function useLocks(enabled: boolean) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['locks'],
    queryFn: () => answer(http.GET('/v1/operations/locks')),
    enabled,
  });
}

export function lockParty(api: Api, party: string, reason: string) {
  return answer(
    api.http.PUT('/v1/operations/locks/{party}', { params: { path: { party } }, body: { reason } }),
  );
}

export function unlockParty(api: Api, party: string) {
  return answer(api.http.DELETE('/v1/operations/locks/{party}', { params: { path: { party } } }));
}

/** The account of a person or a merchant. That it was looked at is recorded, so it is asked for once. */
export function useAccountStanding(party: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['account', party],
    queryFn: () => answer(http.GET('/v1/operations/accounts/{party}', { params: { path: { party } } })),
    enabled: party !== '',
    staleTime: Infinity,
  });
}

export function changeFreeze(
  api: Api,
  verb: 'freeze' | 'unfreeze',
  party: string,
  side: 'debit' | 'credit',
  reason: string,
) {
  const body = { side, reason };
  return api.act(`${verb} ${party} ${JSON.stringify(body)}`, (key) => {
    const request = { params: { path: { party }, header: { 'Idempotency-Key': key } }, body };
    return verb === 'freeze'
      ? answer(api.http.POST('/v1/operations/accounts/{party}/freeze', request))
      : answer(api.http.POST('/v1/operations/accounts/{party}/unfreeze', request));
  });
}
