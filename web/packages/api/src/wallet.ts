import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer } from './client';
import { useApi } from './react';
import type { ActivityFilter } from './types';

export function useWallet() {
  const { http } = useApi();
  return useQuery({ queryKey: ['wallet'], queryFn: () => answer(http.GET('/v1/wallet')) });
}

export interface ActivitySearch {
  readonly filter: ActivityFilter;
  readonly month?: string;
  readonly q?: string;
  readonly limit: number;
}

/** A person's activities, newest first, page by page. */
export function useActivities({ filter, month, q, limit }: ActivitySearch) {
  const { http } = useApi();
  return useInfiniteQuery({
    queryKey: ['activities', filter, month ?? '', q ?? '', limit],
    queryFn: ({ pageParam }) =>
      answer(
        http.GET('/v1/activities', {
          params: {
            query: {
              filter,
              limit,
              ...(month && { month }),
              ...(q && { q }),
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

/** A receipt. While its outcome is open it is asked for again, in case an event gets lost. */
export function useActivity(id: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['activity', id],
    queryFn: () => answer(http.GET('/v1/activities/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.state === 'pending' || state.data?.state === 'unknown' ? 5000 : false,
  });
}

export function useLinkedAccounts() {
  const { http } = useApi();
  return useQuery({ queryKey: ['linked-accounts'], queryFn: () => answer(http.GET('/v1/linked-accounts')) });
}
