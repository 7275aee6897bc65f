import { money } from '@qiao/i18n';
import { describe, expect, it } from 'vitest';
import { readRefundAmount, whyNoRefund } from './refund';

const left = money(2050);
const paid = { kind: 'payment' as const, state: 'succeeded' as const, amount: money(3800), refunded: null };

describe('readRefundAmount', () => {
  it.each([
    ['20.5', { kind: 'ok', amount: 2050 }],
    ['0.01', { kind: 'ok', amount: 1 }],
    [' 12 ', { kind: 'ok', amount: 1200 }],
    ['20.51', { kind: 'too_much' }],
    ['0', { kind: 'zero' }],
    ['0.00', { kind: 'zero' }],
    ['', { kind: 'missing' }],
    ['-5', { kind: 'invalid' }],
    ['1.234', { kind: 'invalid' }],
    ['1e3', { kind: 'invalid' }],
    ['二十', { kind: 'invalid' }],
  ])('reads "%s"', (text, expected) => {
    expect(readRefundAmount(text, left)).toEqual(expected);
  });
});

const owner = { permissions: ['refunds.unlimited' as const], refund_limit: null };
const cashier = { permissions: ['refunds.make' as const], refund_limit: null };

describe('whyNoRefund', () => {
  it('lets a cashier with a limit refund', () => {
    expect(whyNoRefund({ ...cashier, refund_limit: 3000 }, paid)).toBeNull();
  });
  it('lets owners and managers refund what was paid', () => {
    expect(whyNoRefund(owner, paid)).toBeNull();
    expect(whyNoRefund(owner, { ...paid, refunded: money(3799) })).toBeNull();
  });

  it('does not let a cashier', () => {
    expect(whyNoRefund(cashier, paid)).toBe('cashier');
  });

  it('stops when everything went back', () => {
    expect(whyNoRefund(owner, { ...paid, refunded: money(3800) })).toBe('nothing_left');
  });

  it.each(['requires_confirmation', 'processing', 'failed', 'cancelled', 'expired', 'unknown'] as const)(
    'has nothing to give back when the payment is %s',
    (state) => {
      expect(whyNoRefund(owner, { ...paid, state })).toBe('not_paid');
    },
  );

  it('does not refund a refund', () => {
    expect(whyNoRefund(owner, { ...paid, kind: 'refund' })).toBe('not_paid');
  });
});
