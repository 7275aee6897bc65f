import type { MerchantPaymentDetail, PaymentState } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { merchantWords, type MerchantWords } from '@qiao/i18n/merchant';
import { Figure, Icon, type IconName } from '@qiao/ui';
import { ArchCode } from '@qiao/ui/desk';
import css from './CodeScreen.module.css';

type Tone = 'good' | 'quiet' | 'waiting';

const ENDINGS: Record<
  Exclude<PaymentState, 'requires_confirmation'>,
  { tone: Tone; icon: IconName; said: (w: MerchantWords) => string }
> = {
  succeeded: { tone: 'good', icon: 'check', said: (w) => w.paid },
  processing: { tone: 'waiting', icon: 'clock', said: (w) => w.confirming },
  unknown: { tone: 'waiting', icon: 'clock', said: (w) => w.unknownCollect },
  failed: { tone: 'quiet', icon: 'close', said: (w) => w.failedCollect },
  cancelled: { tone: 'quiet', icon: 'close', said: (w) => w.cancelled },
  expired: { tone: 'quiet', icon: 'clock', said: (w) => w.expired },
};

/** What the paper says once its code can no longer be paid. */
export function Ending({
  payment,
  head,
  onAgain,
  onEntry,
}: {
  payment: MerchantPaymentDetail;
  head: string;
  onAgain: () => void;
  onEntry: () => void;
}) {
  const words = useWords(merchantWords);
  // Payable without a code means that it has just run out.
  const { tone, icon, said } = ENDINGS[payment.state === 'requires_confirmation' ? 'expired' : payment.state];
  const paid = payment.state === 'succeeded';
  return (
    <>
      <ArchCode
        head={head}
        amount={<Figure value={payment.amount} size="hero" />}
        fraction={paid ? 1 : undefined}
        how={paid ? words.paidBy(payment.payer) : undefined}
        status={
          <span className={css.said} data-tone={tone}>
            {said(words)}
          </span>
        }
      >
        <span className={css.seal} data-tone={tone}>
          <Icon name={icon} />
        </span>
      </ArchCode>
      <div className={`${css.below} ${css.pair}`}>
        <button type="button" className={css.option} onClick={onEntry}>
          <Icon name="bill" />
          {words.seeEntry}
        </button>
        <button type="button" className={css.option} onClick={onAgain}>
          <Icon name="edit" />
          {paid ? words.collectNext : words.collectAgain}
        </button>
      </div>
    </>
  );
}
