import { useQuery } from '@tanstack/react-query';
import { answer } from './client';
import { useApi } from './react';

/** By what the party signs in and confirms. */
export function useFactors() {
  const { http } = useApi();
  return useQuery({ queryKey: ['factors'], queryFn: () => answer(http.GET('/v1/factors')) });
}

export function usePasskeys() {
  const { http } = useApi();
  return useQuery({ queryKey: ['passkeys'], queryFn: () => answer(http.GET('/v1/passkeys')) });
}
