import { useQuery } from '@tanstack/react-query';
import { answer } from './client';
import { useApi } from './react';

/** What the platform is: public, and the same for all apps. */
export function usePlatform() {
  const { http } = useApi();
  return useQuery({
    queryKey: ['platform'],
    queryFn: () => answer(http.GET('/v1/platform')),
    staleTime: Infinity,
  });
}
