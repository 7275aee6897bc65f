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
export type SubjectKind = ReviewLine['kind'];
export type Review = Schemas['Review'];
export type ReviewLine = Schemas['ReviewLine'];
export type ReviewDecision = Schemas['ReviewDecision'];
export type DocumentLookReason = NonNullable<Schemas['DocumentLook']['reason']>;
export type TierLoweringReason = NonNullable<Schemas['TierLowering']['reason']>;

/** Whom a tier is of. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** One's tier and what is used of its limits: a person's, or in the till the business's. */
export function useLimits() {
  const { app, http } = useApi();
  return useQuery({
    queryKey: ['limits'],
    queryFn: () =>
      app === 'merchant' ? answer(http.GET('/v1/merchant/limits')) : answer(http.GET('/v1/limits')),
  });
}

/** One's latest request to be verified. */
export function useVerification() {
  const { app, http } = useApi();
  return useQuery({
    queryKey: ['verification'],
    queryFn: () =>
      app === 'merchant'
        ? answer(http.GET('/v1/merchant/verification'))
        : answer(http.GET('/v1/verification')),
  });
}

/** What can be done with one's request. */
export interface VerificationActs {
  aim(tier: string): Promise<Verification>;
  /** Sends a file as it is; the description of its body knows no files. */
  put(kind: Evidence, file: Blob): Promise<Verification>;
  remove(kind: Evidence): Promise<Verification>;
  submit(): Promise<Verification>;
  withdraw(): Promise<Verification>;
}

export function useVerificationActs(): VerificationActs {
  const { app, http } = useApi();
  return app === 'merchant' ? ofBusiness(http) : ofPerson(http);
}

function ofPerson(http: Api['http']): VerificationActs {
  return {
    aim: (tier) => answer(http.PUT('/v1/verification', { body: { tier } })),
    put: (kind, file) =>
      answer(http.PUT('/v1/verification/documents/{kind}', { params: { path: { kind } }, ...asIs(file) })),
    remove: (kind) =>
      answer(http.DELETE('/v1/verification/documents/{kind}', { params: { path: { kind } } })),
    submit: () => answer(http.POST('/v1/verification/submission')),
    withdraw: () => answer(http.DELETE('/v1/verification')),
  };
}

function ofBusiness(http: Api['http']): VerificationActs {
  return {
    aim: (tier) => answer(http.PUT('/v1/merchant/verification', { body: { tier } })),
    put: (kind, file) =>
      answer(
        http.PUT('/v1/merchant/verification/documents/{kind}', { params: { path: { kind } }, ...asIs(file) }),
      ),
    remove: (kind) =>
      answer(http.DELETE('/v1/merchant/verification/documents/{kind}', { params: { path: { kind } } })),
    submit: () => answer(http.POST('/v1/merchant/verification/submission')),
    withdraw: () => answer(http.DELETE('/v1/merchant/verification')),
  };
}

function asIs(file: Blob) {
  return {
    body: file as unknown as string,
    bodySerializer: (body: unknown) => body as Blob,
    headers: { 'Content-Type': file.type },
  };
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

/** Requests to be verified, newest first, page by page. */
export function useReviews(kind: SubjectKind | undefined, state: ReviewLine['state'] | undefined) {
  const { http } = useApi();
  return useInfiniteQuery({
    queryKey: ['reviews', kind ?? '', state ?? ''],
    queryFn: ({ pageParam }) =>
      answer(
        http.GET('/v1/operations/verifications', {
          params: {
            query: {
              limit: 30,
              ...(kind && { kind }),
              ...(state && { state }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
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

/** The tier of a person or a business and what is used of its limits, as an operator sees them. */
export function useSubjectLimits({ kind, id }: Subject) {
  const { http } = useApi();
  return useQuery({
    queryKey: limitsKey({ kind, id }),
    queryFn: () => {
      const path = { params: { path: { id } } };
      return kind === 'business'
        ? answer(http.GET('/v1/operations/merchants/{id}/limits', path))
        : answer(http.GET('/v1/operations/people/{id}/limits', path));
    },
  });
}

/** Puts a person or a business into a lower tier. */
export function lowerTier(http: Api['http'], { kind, id }: Subject, body: Schemas['TierLowering']) {
  const params = { path: { id } };
  return kind === 'business'
    ? answer(http.POST('/v1/operations/merchants/{id}/tier', { params, body }))
    : answer(http.POST('/v1/operations/people/{id}/tier', { params, body }));
}

export function limitsKey({ kind, id }: Subject) {
  return ['subject-limits', kind, id];
}
