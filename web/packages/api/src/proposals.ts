import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Outcome } from './act';
import { answer, type Api } from './client';
import { useOperator } from './console';
import { ProblemError } from './problem';
import { useApi } from './react';
import type { Permission, Proposal } from './types';

/** Whether the operator may do something. What they may not do is not shown; the server decides again. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useOperator();
  return (permission) => permissions.includes(permission);
}

const page = (state: Proposal['state'] | undefined, cursor: string) => ({
  params: { query: { limit: 30, ...(state && { state }), ...(cursor && { cursor }) } },
});

/** What waits for a second operator and what became of it, newest first, page by page. */
export function useProposals(state: Proposal['state'] | undefined) {
  const { http } = useApi();
  return useInfiniteQuery({
    queryKey: ['proposals', state ?? ''],
    queryFn: ({ pageParam }) => answer(http.GET('/v1/operations/proposals', page(state, pageParam))),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

/** How many proposals the operator could decide. */
export function useProposalsWaiting(enabled: boolean): number {
  const { http } = useApi();
  const query = useQuery({
    queryKey: ['proposals', 'waiting'],
    queryFn: () => answer(http.GET('/v1/operations/proposals', { params: { query: { limit: 1 } } })),
    refetchInterval: 30_000,
    enabled,
  });
  return query.data?.waiting ?? 0;
}

export function useProposal(id: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['proposal', id],
    queryFn: () => answer(http.GET('/v1/operations/proposals/{id}', { params: { path: { id } } })),
    refetchInterval: 30_000,
  });
}

/** Approves or rejects what another has proposed. */
export function decideProposal(api: Api, id: string, verb: 'approve' | 'reject', reason: string) {
  return api.act(`${verb} ${id} ${reason}`, (key) => {
    const request = { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { reason } };
    return verb === 'approve'
      ? answer(api.http.POST('/v1/operations/proposals/{id}/approve', request))
      : answer(api.http.POST('/v1/operations/proposals/{id}/reject', request));
  });
}

/** Takes back what one has proposed oneself. */
export function withdrawProposal(api: Api, id: string) {
  return api.act(`withdraw ${id}`, (key) =>
    answer(
      api.http.POST('/v1/operations/proposals/{id}/withdraw', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
}

export type Level = 'open' | 'limited' | 'refunds_only' | 'stopped';
export const levels: readonly Level[] = ['open', 'limited', 'refunds_only', 'stopped'];

/** Closes a channel further, or proposes to open it. */
export function switchChannel(api: Api, id: string, level: Level, reason: string) {
  const body = { level, reason };
  return api.act(`switch ${id} ${JSON.stringify(body)}`, (key) =>
    answer(
      api.http.POST('/v1/operations/channels/{id}/switch', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

/** The value of an act that is done; throws ProblemError otherwise. */
export async function settled<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const ended = await outcome;
  if (ended.kind === 'done') return ended.value;
  throw new ProblemError(ended.problem);
}
