import { useMerchant, type Staff } from '@qiao/api';
import { money, parseAmount, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Chips, Field } from '@qiao/ui';
import css from './staff.module.css';

/** What a cashier is held to, as it is typed. */
export interface Bounds {
  storeId: string;
  limit: string;
}

export const noBounds: Bounds = { storeId: '', limit: '' };

export function boundsOf(staff: Staff, plain: (minor: number) => string): Bounds {
  return {
    storeId: staff.store_id ?? '',
    limit: staff.refund_limit === null ? '' : plain(staff.refund_limit),
  };
}

/** The limit in minor units; null for none, undefined when it is no amount. */
export function readLimit(text: string, currency: string): number | null | undefined {
  if (text.trim() === '') return null;
  const amount = parseAmount(text, currency);
  if (amount === null || amount < 0) return undefined;
  return amount === 0 ? null : amount;
}

/** Which store a cashier sees, and how much they give back a day. */
export function BoundsFields({
  bounds,
  onChange,
  wrong,
}: {
  bounds: Bounds;
  onChange: (bounds: Bounds) => void;
  wrong: boolean;
}) {
  const words = useWords(merchantWords);
  const format = useFormat();
  const stores = useMerchant().data?.stores ?? [];
  return (
    <>
      {stores.length > 1 && (
        <div>
          <p className={css.label}>{words.staffStore}</p>
          <Chips
            label={words.staffStore}
            value={bounds.storeId}
            options={[
              { value: '', label: words.allStores },
              ...stores.map((store) => ({ value: store.id, label: format.name(store) })),
            ]}
            onChange={(storeId) => onChange({ ...bounds, storeId })}
          />
        </div>
      )}
      <Field
        label={words.staffLimit}
        hint={words.staffLimitHint}
        value={bounds.limit}
        inputMode="decimal"
        autoComplete="off"
        maxLength={14}
        onChange={(limit) => onChange({ ...bounds, limit })}
        error={wrong ? words.refundAmountInvalid : undefined}
      />
    </>
  );
}

/** What somebody may do, in a line. */
export function Can({ staff, currency }: { staff: Staff; currency: string }) {
  const words = useWords(merchantWords);
  const format = useFormat();
  const store = useMerchant().data?.stores.find((one) => one.id === staff.store_id);
  if (staff.role !== 'cashier') return words.roleCan[staff.role];
  return [
    store ? format.name(store) : words.allStores,
    staff.refund_limit === null
      ? words.noRefundLimit
      : words.refundLimitOf(format.money(money(staff.refund_limit, currency))),
  ].join(' · ');
}
