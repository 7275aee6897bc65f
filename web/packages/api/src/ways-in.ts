import { useQuery } from '@tanstack/react-query';
import { answer, type Api } from './client';
import { useApi } from './react';

/** By what somebody comes in. That it was looked at is recorded, so it is asked for once. */
export function useWaysIn(party: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['ways-in', party],
    queryFn: () => answer(http.GET('/v1/operations/locks/{party}/ways-in', { params: { path: { party } } })),
    staleTime: Infinity,
  });
}

export function lockWayIn(api: Api, party: string, way: string, reason: string) {
  return answer(
    api.http.POST('/v1/operations/locks/{party}/ways-in/{way}/lock', {
      params: { path: { party, way } },
      body: { reason },
    }),
  );
}

export function unlockWayIn(api: Api, party: string, way: string, reason: string) {
  return answer(
    api.http.POST('/v1/operations/locks/{party}/ways-in/{way}/unlock', {
      params: { path: { party, way } },
      body: { reason },
    }),
  );
}
