import {
  cancelCollecting,
  merchantPaymentKey,
  problemOf,
  useApi,
  useMerchantPayment,
  type MerchantPaymentDetail,
  type Problem,
} from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Figure, Icon, QrCode } from '@qiao/ui';
import { ArchCode, Blank, ProblemCard, timeLeft, useNow, usePageTitle, WaitingDot } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import css from './CodeScreen.module.css';
import { Ending } from './Ending';

export interface CodeScreenProps {
  id: string;
  shop: string;
  back: ReactNode;
  /** Turns announcements on and off. */
  voice: ReactNode;
  onAgain: () => void;
  onEntry: () => void;
}

/** The code for one exact amount, across the counter: the rim is the time left, and the paper says when it is paid. */
export function CodeScreen({ id, shop, back, voice, onAgain, onEntry }: CodeScreenProps) {
  const words = useWords(merchantWords);
  usePageTitle(words.collecting);
  const payment = useMerchantPayment(id);
  return (
    <div className={css.screen}>
      <header className={css.bar}>
        {back}
        {voice}
      </header>
      {payment.data ? (
        <Code payment={payment.data} shop={shop} onAgain={onAgain} onEntry={onEntry} />
      ) : payment.isError ? (
        <div className={css.error}>
          <ProblemCard problem={problemOf(payment.error)} onRetry={() => void payment.refetch()} />
        </div>
      ) : (
        <Blank height={584} />
      )}
    </div>
  );
}

function Code({
  payment,
  shop,
  onAgain,
  onEntry,
}: {
  payment: MerchantPaymentDetail;
  shop: string;
  onAgain: () => void;
  onEntry: () => void;
}) {
  const words = useWords(merchantWords);
  const format = useFormat();
  const payable = payment.state === 'requires_confirmation' && payment.qr !== null;
  const now = useNow(1000, payable);
  const left = timeLeft(payment.created_at, payment.expires_at, now);
  useAskWhenOver(payment.id, payable && left.seconds === 0);

  const head = payment.note ? `${shop} · ${payment.note}` : shop;
  if (!payable || !payment.qr) {
    return <Ending payment={payment} head={head} onAgain={onAgain} onEntry={onEntry} />;
  }
  return (
    <>
      <ArchCode
        head={head}
        amount={<Figure value={payment.amount} size="hero" />}
        fraction={left.fraction}
        how={words.howToPay}
        status={
          <>
            <WaitingDot />
            {words.waiting}
            <b aria-hidden="true">{left.text}</b>
          </>
        }
      >
        <QrCode payload={payment.qr} label={words.codeOf(format.money(payment.amount))} />
      </ArchCode>
      <Cancel id={payment.id} />
    </>
  );
}

/** The server says when a payment expired; this device's clock only decides when to ask. */
function useAskWhenOver(id: string, over: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: merchantPaymentKey(id) });
  }, [id, over, queries]);
}

function Cancel({ id }: { id: string }) {
  const words = useWords(merchantWords);
  const api = useApi();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const sending = useRef(false);

  async function cancel() {
    if (sending.current) return;
    sending.current = true;
    const outcome = await cancelCollecting(api, id);
    sending.current = false;
    if (outcome.kind === 'done') queries.setQueryData(merchantPaymentKey(id), outcome.value);
    else {
      // Perhaps the customer was faster: the payment itself says.
      setProblem(outcome.problem);
      void queries.invalidateQueries({ queryKey: merchantPaymentKey(id) });
    }
  }

  return (
    <div className={css.below}>
      {problem && <ProblemCard problem={problem} />}
      <button type="button" className={css.option} onClick={() => void cancel()}>
        <Icon name="close" />
        {words.cancelCollect}
      </button>
    </div>
  );
}
