import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Money } from '@qiao/i18n';
import { answer, type Api } from './client';
import { useApi } from './react';
import { useSession } from './session';
import type { MerchantPaymentDetail, Staff } from './types';

/** The staff member of a screen that only signed-in staff reach. */
export function useStaff(): Staff {
  const { state } = useSession();
  if (state.kind !== 'in' || !state.session.staff) throw new Error('No staff member is signed in');
  return state.session.staff;
}

export function useMerchant() {
  const { http } = useApi();
  return useQuery({ queryKey: ['merchant'], queryFn: () => answer(http.GET('/v1/merchant')) });
}

export function useMerchantToday(storeId: string | undefined) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['merchant-today', storeId ?? ''],
    queryFn: () =>
      answer(http.GET('/v1/merchant/today', { params: { query: storeId ? { store_id: storeId } : {} } })),
    placeholderData: keepPreviousData,
    // The comparison with last week moves with the clock, also when nothing happens.
    refetchInterval: 60_000,
  });
}

export interface EntrySearch {
  readonly storeId?: string | undefined;
  readonly state?: string | undefined;
  readonly q?: string | undefined;
  readonly limit: number;
}

/** Payments and refunds of a merchant as one feed, newest first, page by page. */
export function useMerchantEntries({ storeId, state, q, limit }: EntrySearch) {
  const { http } = useApi();
  return useInfiniteQuery({
    queryKey: ['merchant-entries', storeId ?? '', state ?? '', q ?? '', limit],
    queryFn: ({ pageParam }) =>
      answer(
        http.GET('/v1/merchant/payments', {
          params: {
            query: {
              limit,
              ...(storeId && { store_id: storeId }),
              ...(state && { state }),
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

/** One payment to the merchant. While its outcome is open it is asked for again, in case an event gets lost. */
export function useMerchantPayment(id: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: merchantPaymentKey(id),
    queryFn: () => answer(http.GET('/v1/merchant/payments/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? 4000 : false),
  });
}

export const merchantPaymentKey = (id: string) => ['merchant-payment', id];

/** Whether an answer is still to come. */
export function isOpen({ state }: Pick<MerchantPaymentDetail, 'state'>): boolean {
  return state === 'requires_confirmation' || state === 'processing' || state === 'unknown';
}

export function useStoreCode(storeId: string) {
  const { http } = useApi();
  return useQuery({
    queryKey: ['store-code', storeId],
    queryFn: () => answer(http.GET('/v1/merchant/stores/{id}/code', { params: { path: { id: storeId } } })),
    staleTime: Infinity,
  });
}

export function useStaffList(enabled: boolean) {
  const { http } = useApi();
  return useQuery({ queryKey: ['staff'], queryFn: () => answer(http.GET('/v1/merchant/staff')), enabled });
}

export interface Collecting {
  readonly storeId: string;
  readonly amount: Money;
  readonly note: string;
  readonly orderReference: string;
}

/** Asks a customer for an exact amount: the answer carries the code to show. */
export function collect(api: Api, { storeId, amount, note, orderReference }: Collecting) {
  const body = {
    store_id: storeId,
    amount,
    ...(note && { note }),
    ...(orderReference && { order_reference: orderReference }),
  };
  return api.act(`collect ${JSON.stringify(body)}`, (key) =>
    answer(api.http.POST('/v1/merchant/payments', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
}

export function cancelCollecting(api: Api, id: string) {
  return api.act(`cancel ${id}`, (key) =>
    answer(
      api.http.POST('/v1/merchant/payments/{id}/cancel', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
}

/** Gives a payment back, in whole or in part. The same refund repeated before its outcome is known stays one refund. */
export function refund(api: Api, id: string, amount: Money, reason: string) {
  const body = { amount, ...(reason && { reason }) };
  return api.act(`refund ${id} ${JSON.stringify(body)}`, (key) =>
    answer(
      api.http.POST('/v1/merchant/payments/{id}/refunds', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

/** What a cashier is held to: null is all stores, and no refunds. */
export interface StaffBounds {
  readonly store_id: string | null;
  readonly refund_limit: number | null;
}

/** Changes what somebody may do. */
export function changeStaff(api: Api, id: string, change: { role: Staff['role'] } & StaffBounds) {
  return answer(api.http.PUT('/v1/merchant/staff/{id}', { params: { path: { id } }, body: change }));
}

/** Ends somebody's work here: they are signed out at once. */
export function removeStaff(api: Api, id: string) {
  return answer(api.http.DELETE('/v1/merchant/staff/{id}', { params: { path: { id } } }));
}

/** Lets somebody who cannot sign in choose a password anew. */
export function resetStaff(api: Api, id: string, lost: 'password' | 'everything') {
  return api.act(`reset ${id} ${lost}`, (key) =>
    answer(
      api.http.POST('/v1/merchant/staff/{id}/reset', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body: { lost },
      }),
    ),
  );
}

export function inviteStaff(
  api: Api,
  invited: { name: string; role: Staff['role']; login: string } & StaffBounds,
) {
  return api.act(`invite ${JSON.stringify(invited)}`, (key) =>
    answer(
      api.http.POST('/v1/merchant/staff', { params: { header: { 'Idempotency-Key': key } }, body: invited }),
    ),
  );
}
