import type * as t from './types';

/* The routes of the API, in the form that openapi-fetch reads. */

type Json<T> = { content: { 'application/json': T } };
type Answer<T> = {
  responses: { 200: Json<T>; default: { content: { 'application/problem+json': t.Problem } } };
};
type Empty = {
  responses: { 204: { content?: never }; default: { content: { 'application/problem+json': t.Problem } } };
};
type None = Record<string, never>;
type Key = { header: { 'Idempotency-Key': string } };

type Get<T, Path = None, Query = None> = {
  get: { parameters: Parameters_<Path, Query> } & Answer<T>;
};
type Send<Method extends 'post' | 'put' | 'patch', T, Body, Path = None, Header = unknown> = {
  [M in Method]: { parameters: Parameters_<Path, None> & Header } & (Body extends None
    ? unknown
    : { requestBody: Json<Body> }) &
    Answer<T>;
};
type Delete<Path = None> = { delete: { parameters: Parameters_<Path, None> } & Empty };
type Parameters_<Path, Query> = (Path extends None ? unknown : { path: Path }) &
  (Query extends None ? unknown : { query?: Query });

type Id = { id: string };
type Cursor = { cursor?: string; limit?: number };
type Items<T> = { items: T[] };

export interface paths {
  '/v1/platform': Get<t.Platform>;
  '/v1/one-time-codes': Send<'post', t.CodeSent, { phone?: string; purpose: t.CodePurpose }>;
  '/v1/session': Get<t.Session> & Delete;
  '/v1/sessions': Get<Items<t.SessionInfo>> & Send<'post', t.Session, t.SignIn>;
  '/v1/sessions/{id}': Delete<Id>;
  '/v1/people': Send<'post', t.Session, { sign_up_token: string; name: string; password?: string }>;
  '/v1/invitations/accept': Send<'post', t.Session, { token: string; login?: string; password: string }>;
  '/v1/invitations/{token}': Get<t.Invitation, { token: string }>;
  '/v1/sandbox/messages': Get<Items<t.SandboxMessage>, None, { phone?: string }>;

  '/v1/me': Send<'patch', t.Person, { name?: string; language?: 'zh-CN' | 'en' }>;
  '/v1/me/pin': Send<'put', t.Person, { pin: string; current_pin?: string; code_id?: string; code?: string }>;
  '/v1/me/code': Get<{ payload: string }>;
  '/v1/wallet': Get<t.Wallet>;
  '/v1/activities': Get<
    t.Activities,
    None,
    Cursor & { filter?: t.ActivityFilter; month?: string; q?: string }
  >;
  '/v1/activities/{id}': Get<t.ActivityDetail, Id>;
  '/v1/qr-codes/read': Send<'post', t.QrReading, { payload: string }>;
  '/v1/payments': Send<'post', t.Payment, { qr: string; amount: t.Money; note?: string }, None, Key>;
  '/v1/payments/{id}': Get<t.Payment, Id>;
  '/v1/payments/{id}/confirm': Send<'post', t.Payment, { pin: string; amount: t.Money }, Id, Key>;
  '/v1/payments/{id}/cancel': Send<'post', t.Payment, None, Id, Key>;
  '/v1/payees': Send<'post', t.Payee, { phone: string }>;
  '/v1/payees/recent': Get<Items<t.RecentPayee>>;
  '/v1/transfers': Send<'post', t.Transfer, { payee_id: string; amount: t.Money; note?: string }, None, Key>;
  '/v1/transfers/{id}': Get<t.Transfer, Id>;
  '/v1/transfers/{id}/confirm': Send<'post', t.Transfer, { pin: string; amount: t.Money }, Id, Key>;
  '/v1/linked-accounts': Get<Items<t.LinkedAccount>>;
  '/v1/top-ups': Send<'post', t.BankMove, { linked_account_id: string; amount: t.Money }, None, Key>;
  '/v1/top-ups/{id}': Get<t.BankMove, Id>;
  '/v1/withdrawals': Send<
    'post',
    t.BankMove,
    { linked_account_id: string; amount: t.Money; pin: string },
    None,
    Key
  >;
  '/v1/withdrawals/{id}': Get<t.BankMove, Id>;

  '/v1/merchant': Get<t.Merchant>;
  '/v1/merchant/today': Get<t.MerchantToday, None, { store_id?: string }>;
  '/v1/merchant/payments': Get<
    t.Page<t.MerchantEntry>,
    None,
    Cursor & { store_id?: string; state?: string; q?: string }
  > &
    Send<
      'post',
      t.MerchantPaymentDetail,
      { store_id: string; amount: t.Money; order_reference?: string; note?: string },
      None,
      Key
    >;
  '/v1/merchant/payments/{id}': Get<t.MerchantPaymentDetail, Id>;
  '/v1/merchant/payments/{id}/cancel': Send<'post', t.MerchantPaymentDetail, None, Id, Key>;
  '/v1/merchant/payments/{id}/refunds': Send<
    'post',
    t.MerchantPaymentDetail,
    { amount: t.Money; reason?: string },
    Id,
    Key
  >;
  '/v1/merchant/stores/{id}/code': Get<t.StoreCode, Id>;
  '/v1/merchant/staff': Get<Items<t.Staff>> &
    Send<'post', t.StaffInvited, { name: string; role: t.Staff['role']; login: string }, None, Key>;

  '/v1/operations/overview': Get<t.Overview>;
  '/v1/operations/channels': Get<Items<t.ChannelFigures>>;
  '/v1/operations/payments': Get<t.Page<t.OperationsPayment>, None, Cursor & { q?: string; state?: string }>;
  '/v1/operations/payments/{id}': Get<t.OperationsPaymentDetail, Id>;
  '/v1/operations/audit': Get<t.Page<t.AuditEntry>, None, Cursor & { q?: string }>;
  '/v1/operations/merchants': Get<t.Page<t.MerchantSummary>, None, Cursor> &
    Send<'post', t.MerchantInvited, t.NewMerchant, None, Key>;
  '/v1/operations/bank-moves': Get<t.Page<t.OperationsPayment>, None, Cursor & { state?: string }>;
}
