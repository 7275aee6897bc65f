import type { MerchantEntry, Staff } from '@qiao/api';
import { parseAmount, type Minor } from '@qiao/i18n';

/** Why this payment cannot be refunded by this staff member; null when it can. The server decides again. */
export type NoRefund = 'cashier' | 'not_paid' | 'nothing_left';

export function whyNoRefund(
  staff: Pick<Staff, 'permissions' | 'refund_limit'>,
  payment: Pick<MerchantEntry, 'kind' | 'state' | 'amount' | 'refunded'>,
): NoRefund | null {
  if (payment.kind !== 'payment' || payment.state !== 'succeeded') return 'not_paid';
  if ((payment.refunded?.amount ?? 0) >= payment.amount.amount) return 'nothing_left';
  if (staff.refund_limit === null && !staff.permissions.includes('refunds.unlimited')) return 'cashier';
  return null;
}

export type RefundAmount =
  { kind: 'ok'; amount: Minor } | { kind: 'missing' | 'invalid' | 'zero' | 'too_much' };

/** Reads what was typed against what is left of the payment, both in the payment's currency. */
export function readRefundAmount(
  text: string,
  refundable: { amount: Minor; currency: string },
): RefundAmount {
  if (text.trim() === '') return { kind: 'missing' };
  const amount = parseAmount(text, refundable.currency);
  if (amount === null) return { kind: 'invalid' };
  if (amount <= 0) return { kind: 'zero' };
  if (amount > refundable.amount) return { kind: 'too_much' };
  return { kind: 'ok', amount };
}
