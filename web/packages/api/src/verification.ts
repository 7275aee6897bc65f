import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, type Api } from './client';
import { useApi } from './react';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Limits = Schemas['Limits'];
export type LimitStanding = Schemas['LimitStanding'];
export type Tier = Schemas['Tier'];
export type Cap = Schemas['Cap'];
export type Verification = Schemas['Verification'];
export type VerificationRequest = Schemas['VerificationRequest'];
export type VerificationDocument = Schemas['VerificationDocument'];
export type Evidence = VerificationDocument['kind'];
export type Review = Schemas['Review'];
export type ReviewLine = Schemas['ReviewLine'];
export type ReviewDecision = Schemas['ReviewDecision'];
export type DocumentLookReason = NonNullable<Schemas['DocumentLook']['reason']>;
export type TierLoweringReason = NonNullable<Schemas['TierLowering']['reason']>;

/** A person's tier and what is used of its limits. */
export function useLimits() {
  const { http } = useApi();
  return useQuery({ queryKey: ['limits'], queryFn: () => answer(http.GET('/v1/limits')) });
}

/** A person's latest request to be verified. */
export function useVerification() {
  const { http } = useApi();
  return useQuery({ queryKey: ['verification'], queryFn: () => answer(http.GET('/v1/verification')) });
}

/** Sends a file as it is; the description of its body knows no files. */
export function putDocument(http: Api['http'], kind: Evidence, file: Blob) {
  return answer(
    http.PUT('/v1/verification/documents/{kind}', {
      params: { path: { kind } },
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
      headers: { 'Content-Type': file.type },
    }),
  );
}

/** A document's content, for whoever says why it has to be seen. */
export function seeDocument(http: Api['http'], id: string, reason: DocumentLookReason, reference: string) {
  return answer(
    http.POST('/v1/operations/verification-documents/{id}/view', {
      params: { path: { id } },
      body: { reason, reference },
      parseAs: 'blob',
    }),
  ) as unknown as Promise<Blob>;
}

/** Requests of people to be verified, newest first, page by page. */
export function useReviews(state: ReviewLine['state'] | undefined) {
  const { http } = useApi();
  return useInfiniteQuery({
    queryKey: ['reviews', state ?? ''],
    queryFn: ({ pageParam }) =>
      answer(
        http.GET('/v1/operations/verifications', {
          params: { query: { limit: 30, ...(state && { state }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

export function useReview(id: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['review', id],
    queryFn: () => answer(http.GET('/v1/operations/verifications/{id}', { params: { path: { id } } })),
  });
}

/** Somebody's tier and what is used of its limits, as an operator sees them. */
export function usePersonLimits(id: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['person-limits', id],
    queryFn: () => answer(http.GET('/v1/operations/people/{id}/limits', { params: { path: { id } } })),
  });
}
