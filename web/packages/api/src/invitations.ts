import { useQuery } from '@tanstack/react-query';
import { answer, type Api } from './client';
import { useApi } from './react';

/** What an invitation says before it is accepted. Its token stays out of addresses that servers log: it comes from the fragment. */
export function useInvitation(token: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answer(http.GET('/v1/invitations', { params: { header: { 'Qiao-Invitation': token } } })),
    enabled: token !== '',
    staleTime: Infinity,
    retry: false,
  });
}

export function acceptInvitation(api: Api, token: string, login: string, password: string) {
  return answer(
    api.http.POST('/v1/invitations/accept', { body: { token, password, ...(login && { login }) } }),
  );
}
