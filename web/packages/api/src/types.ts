import type { Money } from '@qiao/i18n';

/* The shapes of the HTTP API, by the names of its schemas. Amounts are whole minor units; times RFC 3339. */

export type { Money };
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  blame: 'caller' | 'platform' | 'partner';
  retry: 'never' | 'same_key' | 'new_key' | 'later';
  money: 'not_taken' | 'taken' | 'unknown' | 'not_involved';
  reference: string;
  parameters: Record<string, string | number | boolean>;
}
export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
export interface Names {
  name: string;
  name_en: string | null;
}
export interface Platform {
  name: string;
  demo: boolean;
  currency: string;
  exponent: number;
  time_zone: string;
  code_delivery: boolean;
  demo_logins: DemoLogin[];
  payment_limit: number;
}
export interface DemoLogin {
  app: App;
  label: string;
  label_en: string;
  login: string;
  password: string;
  pin: string | null;
}
export type App = 'wallet' | 'merchant' | 'console';
export interface CodeSent {
  code_id: string;
  expires_at: string;
  resend_at: string;
  phone_masked: string;
}
export type SignIn =
  { method: 'password'; login: string; password: string } | { method: 'code'; code_id: string; code: string };
export interface Session {
  id: string;
  app: App;
  csrf: string;
  expires_at: string;
  person: Person | null;
  staff: Staff | null;
  operator: Operator | null;
  sign_up_token: string | null;
}
export interface Person {
  id: string;
  name: string;
  phone_masked: string;
  has_pin: boolean;
  has_password: boolean;
  language: 'zh-CN' | 'en' | null;
}
export interface Staff {
  id: string;
  name: string;
  role: 'owner' | 'manager' | 'cashier';
  merchant_id: string;
  login: string;
}
export interface Operator {
  id: string;
  name: string;
  role: string;
  login: string;
}
export interface SessionInfo {
  id: string;
  device: string;
  address: string;
  created_at: string;
  seen_at: string;
  current: boolean;
}
export interface SandboxMessage {
  id: string;
  to: string;
  template: 'one_time_code';
  parameters: Record<string, string>;
  at: string;
}
export interface Wallet {
  balances: WalletBalance[];
  today: { out: Money; in: Money };
}
export interface WalletBalance {
  posted: Money;
  held: Money;
  available: Money;
}
export interface Activities {
  items: Activity[];
  next_cursor: string | null;
  days: DayTotal[];
  month: { month: string; out: Money; in: Money } | null;
}
export interface DayTotal {
  date: string;
  out: Money;
  in: Money;
}
export interface Activity {
  id: string;
  kind: 'payment' | 'refund' | 'transfer' | 'top_up' | 'withdrawal';
  direction: 'in' | 'out';
  state: ActivityState;
  reason: string | null;
  amount: Money;
  at: string;
  counterparty: {
    kind: 'merchant' | 'person' | 'bank';
    name: string;
    name_en: string | null;
    category: Category | null;
  };
  note: string | null;
  scene: Scene;
  channel: Names;
  refunded: Money | null;
}
export type ActivityState = 'pending' | 'unknown' | 'succeeded' | 'failed' | 'cancelled';
export type Category = 'food' | 'cafe' | 'grocery' | 'transport' | 'shopping' | 'living' | 'leisure';
export type Scene =
  'app' | 'web' | 'qr_static' | 'qr_dynamic' | 'pay_code' | 'link' | 'device' | 'agent' | 'api';
export interface ActivityDetail extends Activity {
  receipt_number: string;
  order_reference: string | null;
  store: Names | null;
  finished_at: string | null;
  refunds: { id: string; amount: Money; at: string }[];
  payment_id: string | null;
  balance_after: Money | null;
  deadline: string | null;
  bank: { name: string; name_en: string | null; tail: string } | null;
}
export interface QrReading {
  kind: 'static' | 'dynamic' | 'person';
  payee: Payee;
  amount: Money | null;
  payment: Payment | null;
  expires_at: string | null;
  own: boolean;
}
export interface Payee {
  kind: 'merchant' | 'person';
  name: string;
  name_en: string | null;
  store: Names | null;
  category: Category | null;
  masked: string | null;
  payee_id: string | null;
}
export interface Payment {
  id: string;
  state: PaymentState;
  reason: string | null;
  amount: Money;
  payee: Payee;
  note: string | null;
  scene: Scene;
  channel: Names;
  created_at: string;
  expires_at: string;
  finished_at: string | null;
  receipt_number: string;
  order_reference: string | null;
  refunded: Money;
}
export type PaymentState =
  'requires_confirmation' | 'processing' | 'succeeded' | 'failed' | 'cancelled' | 'expired' | 'unknown';
export interface RecentPayee extends Payee {
  last_at: string;
}
export interface Transfer {
  id: string;
  state: PaymentState;
  reason: string | null;
  amount: Money;
  payee: Payee;
  note: string | null;
  created_at: string;
  expires_at: string;
  finished_at: string | null;
  receipt_number: string;
}
export interface LinkedAccount {
  id: string;
  bank: Names;
  tail: string;
  behaviour: 'succeeds' | 'declines' | 'answers_late' | 'answers_twice' | 'silent' | null;
}
export interface BankMove {
  id: string;
  state: 'processing' | 'unknown' | 'succeeded' | 'failed';
  reason: string | null;
  amount: Money;
  account: LinkedAccount;
  created_at: string;
  deadline: string;
  finished_at: string | null;
  receipt_number: string;
}
export interface Merchant {
  id: string;
  name: string;
  name_en: string | null;
  category: Category;
  stores: Store[];
  balance: Money;
}
export interface Store {
  id: string;
  name: string;
  name_en: string | null;
  open: boolean;
}
export interface MerchantToday {
  date: string;
  as_of: string;
  net: Money;
  count: number;
  average: Money;
  refunds: { count: number; total: Money };
  last_week: { net: Money };
  hours: { hour: number; amount: number; last_week: number }[];
  sources: { scene: Scene; channel: Names; count: number; total: Money }[];
}
export interface MerchantEntry {
  kind: 'payment' | 'refund';
  id: string;
  payment_id: string;
  at: string;
  amount: Money;
  payer: string;
  new_customer: boolean;
  scene: Scene;
  channel: Names;
  store: Names;
  by: string | null;
  reason: string | null;
  refunded: Money | null;
  state: PaymentState;
}
export interface MerchantPaymentDetail extends MerchantEntry {
  created_at: string;
  expires_at: string;
  receipt_number: string;
  order_reference: string | null;
  note: string | null;
  refundable: Money;
  refunds: { id: string; amount: Money; reason: string | null; by: string; at: string }[];
  qr: string | null;
}
export interface Overview {
  as_of: string;
  date: string;
  volume: Money;
  count: number;
  success_rate_bp: number;
  refused: number;
  refunds: { count: number; total: Money };
  unknown: number;
  people: number;
  merchants: number;
  ledger_difference: Money;
  ledger_checked_at: string;
  hours: { hour: number; count: number; amount: number; last_week_count: number; last_week_amount: number }[];
  channels: ChannelFigures[];
  latest: FeedEntry[];
}
export interface ChannelFigures {
  id: string;
  name: string;
  name_en: string | null;
  kind: string;
  scene: Scene[];
  level: 'open' | 'limited' | 'refunds_only' | 'stopped';
  state: string;
  count: number;
  total: Money;
  success_rate_bp: number;
  hours: number[];
}
export interface FeedEntry {
  at: string;
  kind: Activity['kind'];
  id: string;
  state: string;
  channel: Names;
  scene: Scene;
  amount: Money;
}
export interface OperationsPayment {
  id: string;
  kind: Activity['kind'];
  at: string;
  state: string;
  amount: Money;
  payer: string;
  payee: string;
  payee_en: string | null;
  channel: Names;
  scene: Scene;
  receipt_number: string;
}
export interface OperationsPaymentDetail extends OperationsPayment {
  reason: string | null;
  created_at: string;
  expires_at: string | null;
  finished_at: string | null;
  order_reference: string | null;
  note: string | null;
  attempts: { posting_id: string; at: string; state: string; reason: string | null }[];
  refunds: { id: string; amount: Money; at: string; by: string; reason: string | null }[];
  postings: PostingView[];
  trail: AuditEntry[];
}
export interface PostingView {
  id: string;
  kind: string;
  at: string;
  result: string;
  legs: { debit: AccountView; credit: AccountView; amount: Money }[];
}
export interface AccountView {
  number: number;
  kind: string;
  name: string;
  balance_after: Money;
  sequence: number;
}
export interface AuditEntry {
  id: string;
  at: string;
  actor_kind: 'person' | 'staff' | 'operator' | 'system';
  actor: string;
  act: string;
  object: string;
  channel: string | null;
  address: string | null;
  outcome: string;
  reason: string | null;
}
export interface MerchantSummary {
  id: string;
  name: string;
  name_en: string | null;
  category: Category;
  stores: number;
  created_at: string;
  state: string;
  today: { count: number; total: Money };
}
export interface EventBody {
  id: string;
  type: string;
  at: string;
  amount: Money | null;
  state: string | null;
}
export type CodePurpose = 'sign_up' | 'sign_in' | 'reset_pin';
export type ActivityFilter = 'all' | 'out' | 'in' | 'transfer' | 'refund' | 'top_up';
export interface Invitation {
  kind: 'staff' | 'operator';
  name: string;
  merchant: Names | null;
}
export interface StoreCode {
  payload: string;
  store: Names;
  merchant: Names;
}
export interface StaffInvited {
  staff: Staff;
  /** Null in a replayed answer: secrets are not kept. */
  invitation_path: string | null;
}
export interface NewMerchant {
  name: string;
  name_en?: string;
  category: Category;
  store_name: string;
  store_name_en?: string;
  owner_name: string;
  owner_login: string;
}
export interface MerchantInvited {
  merchant: MerchantSummary;
  /** Null in a replayed answer: secrets are not kept. */
  invitation_path: string | null;
}
