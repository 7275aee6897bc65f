import {
  merchantPaymentKey,
  refund,
  useApi,
  type MerchantPaymentDetail,
  type Money,
  type Problem,
} from '@qiao/api';
import { commonWords, money, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Button, Field, Sheet } from '@qiao/ui';
import { ProblemCard } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import css from './entries.module.css';
import { readRefundAmount, type RefundAmount } from './refund';

export interface RefundSheetProps {
  payment: MerchantPaymentDetail;
  balance: Money | undefined;
  /** The most that this member of staff gives back a day. */
  limit: Money | undefined;
  onClose: () => void;
}

/** Gives money back: how much of what is left, and why. One press is one refund, however often it is pressed. */
export function RefundSheet({ payment, balance, limit, onClose }: RefundSheetProps) {
  const words = useWords(merchantWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const api = useApi();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<Money | null>(null);
  const sending = useRef(false);

  const read = readRefundAmount(text, payment.refundable);
  const amount = read.kind === 'ok' ? money(read.amount, payment.amount.currency) : null;
  const wrong = read.kind === 'too_much' || tried ? mistake(read) : undefined;

  function mistake(of: RefundAmount): string | undefined {
    switch (of.kind) {
      case 'ok':
        return undefined;
      case 'missing':
        return words.refundAmountMissing;
      case 'invalid':
        return words.refundAmountInvalid;
      case 'zero':
        return words.refundAmountZero;
      case 'too_much':
        return words.refundTooMuch(format.money(payment.refundable));
    }
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    // A second press in the same instant comes before React disables the button.
    if (!amount || sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    const outcome = await refund(api, payment.payment_id, amount, reason.trim());
    sending.current = false;
    setBusy(false);
    if (outcome.kind === 'done') {
      queries.setQueryData(merchantPaymentKey(payment.payment_id), outcome.value);
      setDone(amount);
    } else {
      setProblem(outcome.problem);
    }
    void queries.invalidateQueries();
  }

  if (done) {
    return (
      <Sheet title={words.refundTitle} onClose={onClose}>
        <div className={css.form}>
          <p role="status">{words.refundDone(format.money(done))}</p>
          <Button onClick={onClose}>{common.done}</Button>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet title={words.refundTitle} onClose={onClose} locked={busy}>
      <form className={css.form} noValidate onSubmit={(event) => void send(event)}>
        <Field
          label={words.refundAmount}
          hint={`${words.refundable} ${format.money(payment.refundable)}`}
          error={wrong}
          value={text}
          inputMode="decimal"
          autoComplete="off"
          maxLength={14}
          onChange={setText}
        />
        <div className={css.formFoot}>
          <Button kind="quiet" size="m" onClick={() => setText(format.plain(payment.refundable))}>
            {words.refundAll}
          </Button>
          {balance && <span>{words.refundFrom(format.money(balance))}</span>}
          {limit && <span>{words.refundLimitToday(format.money(limit))}</span>}
        </div>
        <Field
          label={words.refundReason}
          hint={words.refundReasonHint}
          value={reason}
          maxLength={60}
          autoComplete="off"
          onChange={setReason}
        />
        {problem && <ProblemCard problem={problem} />}
        <Button type="submit" busy={busy}>
          {amount ? words.refundNow(format.money(amount)) : words.refund}
        </Button>
      </form>
    </Sheet>
  );
}
