import { useQuery } from '@tanstack/react-query';
import { answer } from './client';
import { useApi } from './react';

const ASK_EVERY_MS = 30_000;

/** What the person is reached by, and what is about to change who opens the wallet. */
export function useContacts() {
  const { http } = useApi();
  return useQuery({
    queryKey: ['contacts'],
    queryFn: () => answer(http.GET('/v1/me/contacts')),
    refetchInterval: ({ state }) => (state.error ? false : ASK_EVERY_MS),
  });
}
