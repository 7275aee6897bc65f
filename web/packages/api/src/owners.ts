import { useQuery } from '@tanstack/react-query';
import { answer, type Api } from './client';
import { useApi } from './react';

/** Who owns a merchant's shop. */
export function useOwners(merchant: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['owners', merchant],
    queryFn: () =>
      answer(http.GET('/v1/operations/merchants/{id}/owners', { params: { path: { id: merchant } } })),
  });
}

/** Proposes that an owner who cannot sign in is invited anew. */
export function resetOwner(
  api: Api,
  merchant: string,
  owner: string,
  lost: 'password' | 'everything',
  reason: string,
) {
  const body = { lost, reason };
  return api.act(`reset ${owner} ${JSON.stringify(body)}`, (key) =>
    answer(
      api.http.POST('/v1/operations/merchants/{id}/owners/{owner}/reset', {
        params: { path: { id: merchant, owner }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

/** Makes a new link for an owner who has not come yet; the one from before ends. */
export function inviteOwnerAgain(api: Api, merchant: string, owner: string) {
  return api.act(`link ${owner}`, (key) =>
    answer(
      api.http.POST('/v1/operations/merchants/{id}/owners/{owner}/invitation', {
        params: { path: { id: merchant, owner }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
}
