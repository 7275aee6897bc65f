import type { Money } from '@qiao/i18n';
import type { components } from './schema';

/* The shapes of the HTTP API, by the names of its schemas. Amounts are whole minor units; times RFC 3339. */

type Schemas = components['schemas'];

export type { Money };
/** A refusal. Its parameters are plain values, which the description cannot say. */
export interface Problem extends Omit<Schemas['Problem'], 'parameters'> {
  parameters: Record<string, string | number | boolean>;
}
export type Names = Schemas['Names'];
export type Platform = Schemas['Platform'];
export type DemoLogin = Schemas['DemoLogin'];
export type CodeSent = Schemas['CodeSent'];
export type Contacts = Schemas['Contacts'];
export type OpenRecovery = Schemas['OpenRecovery'];
export type Recovery = Schemas['Recovery'];
export type RecoveryCase = Schemas['RecoveryCase'];
export type CodeDelivery = Schemas['CodeDelivery'];
export type SignIn = Schemas['SignIn'];
export type SecondFactor = Schemas['SecondFactor'];
export type Factors = Schemas['Factors'];
export type Passkey = Schemas['Passkey'];
export type PasskeyCreation = Schemas['PasskeyCreation'];
export type PasskeyRequest = Schemas['PasskeyRequest'];
export type PasskeyAttestation = Schemas['PasskeyAttestation'];
export type PasskeyAssertion = Schemas['PasskeyAssertion'];
export type AuthenticatorSecret = Schemas['AuthenticatorSecret'];
export type Confirmation = Schemas['Confirmation'];
export type Freeze = Schemas['Freeze'];
export type HeldMovement = Schemas['HeldMovement'];
export type CheckUp = Schemas['CheckUp'];
export type SecurityEvent = Schemas['SecurityEvent'];
export type Session = Schemas['Session'];
export type Person = Schemas['Person'];
export type Staff = Schemas['Staff'];
export type Operator = Schemas['Operator'];
export type Permission = Operator['permissions'][number];
export type OperatorLine = Schemas['OperatorLine'];
export type Owner = Schemas['Owner'];
export type FactorRule = Schemas['FactorRule'];
export type LockLine = Schemas['LockLine'];
export type Proposal = Schemas['Proposal'];
export type ChangeOutcome = Schemas['ChangeOutcome'];
export type SessionInfo = Schemas['SessionInfo'];
export type SandboxMessage = Schemas['SandboxMessage'];
export type Wallet = Schemas['Wallet'];
export type WalletBalance = Schemas['WalletBalance'];
export type Activities = Schemas['Activities'];
export type DayTotal = Schemas['DayTotal'];
export type Activity = Schemas['Activity'];
export type ActivityDetail = Schemas['ActivityDetail'];
export type QrReading = Schemas['QrReading'];
export type Payee = Schemas['Payee'];
export type Payment = Schemas['Payment'];
export type RecentPayee = Schemas['RecentPayee'];
export type Transfer = Schemas['Transfer'];
export type LinkedAccount = Schemas['LinkedAccount'];
export type BankMove = Schemas['BankMove'];
export type Merchant = Schemas['Merchant'];
export type Store = Schemas['Store'];
export type MerchantToday = Schemas['MerchantToday'];
export type MerchantEntry = Schemas['MerchantEntry'];
export type MerchantPaymentDetail = Schemas['MerchantPaymentDetail'];
export type Overview = Schemas['Overview'];
export type ChannelFigures = Schemas['ChannelFigures'];
export type FeedEntry = Schemas['FeedEntry'];
export type OperationsPayment = Schemas['OperationsPayment'];
export type OperationsPaymentDetail = Schemas['OperationsPaymentDetail'];
export type PostingView = Schemas['PostingView'];
export type AccountView = Schemas['AccountView'];
export type AuditEntry = Schemas['AuditEntry'];
export type LedgerAudit = Schemas['LedgerAudit'];
export type LedgerAuditPass = Schemas['LedgerAuditPass'];
export type MerchantSummary = Schemas['MerchantSummary'];
export type EventBody = Schemas['EventBody'];
export type Consent = Schemas['Consent'];
export type KeptData = Schemas['KeptData'];
export type PersonLine = Schemas['PersonLine'];
export type DisclosureReason = NonNullable<Schemas['DisclosureRequest']['reason']>;
export type Invitation = Schemas['Invitation'];
export type StoreCode = Schemas['StoreCode'];
export type StaffInvited = Schemas['StaffInvited'];
export type NewMerchant = Schemas['NewMerchant'];

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
export type App = 'wallet' | 'merchant' | 'console';
export type ActivityState = Activity['state'];
export type Category = NonNullable<Payee['category']>;
export type Scene = Activity['scene'];
export type PaymentState = Payment['state'];
export type CodePurpose = Schemas['CodeRequest']['purpose'];
export type ActivityFilter = 'all' | 'out' | 'in' | 'transfer' | 'refund' | 'top_up';
export type MerchantInvited = Schemas['MerchantCreated'];
