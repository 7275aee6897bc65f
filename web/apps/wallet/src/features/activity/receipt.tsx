import { localProblem, useActivity, type ActivityDetail, type ActivityState } from '@qiao/api';
import { commonWords, isErrorCode, useFormat, useWords, type Format } from '@qiao/i18n';
import { walletWords, type WalletWords } from '@qiao/i18n/wallet';
import {
  Amount,
  buttonClass,
  CopyButton,
  Fact,
  Facts,
  Figure,
  Foot,
  Main,
  Page,
  Receipt,
  RowSkeletons,
  TopBar,
  type ReceiptTone,
} from '@qiao/ui';
import { Link, useParams } from '@tanstack/react-router';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import css from './receipt.module.css';

/** One thing that happened, with its state as it is now: it updates itself while the outcome is open. */
export function ReceiptPage() {
  const { id } = useParams({ from: '/activity/$id' });
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const activity = useActivity(id);

  return (
    <Page ground="mat">
      <TopBar
        title={words.receipt}
        back={<BackLink />}
        documentTitle={`${words.receipt} · ${common.brand}`}
      />
      <Main>
        {activity.isPending && <RowSkeletons count={5} label={common.loading} />}
        {activity.isError && !activity.data && (
          <FaultCard failure={activity.error} onRetry={() => void activity.refetch()} />
        )}
        {activity.data && <Paper activity={activity.data} />}
        <Foot>
          <Link to="/" className={buttonClass()}>
            {common.done}
          </Link>
        </Foot>
      </Main>
    </Page>
  );
}

const TONES: Record<ActivityState, ReceiptTone> = {
  pending: 'waiting',
  unknown: 'waiting',
  succeeded: 'done',
  failed: 'failed',
  cancelled: 'failed',
};

function Paper({ activity }: { activity: ActivityDetail }) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { kind, direction, state, counterparty, store } = activity;
  const states = kind === 'transfer' && direction === 'in' ? words.states.received : words.states[kind];
  const party = [format.name(counterparty), store && format.name(store)].filter(Boolean).join(' · ');

  return (
    <Receipt
      tone={TONES[state]}
      state={states[state]}
      figure={<Figure value={activity.amount} size="display" even />}
      party={party}
      meaning={meaningOf(activity, words, format)}
    >
      <Facts dashed>
        {(kind === 'payment' || kind === 'transfer') && direction === 'out' && (
          <Fact name={words.payMethod}>
            {words.fromBalance} · {kind === 'payment' ? common.scenes[activity.scene] : words.transfer}
          </Fact>
        )}
        {kind === 'payment' && counterparty.category && (
          <Fact name={words.category}>{common.categories[counterparty.category]}</Fact>
        )}
        {activity.bank && (
          <Fact name={words.bank}>{words.bankNamed(format.name(activity.bank), activity.bank.tail)}</Fact>
        )}
        {activity.note && <Fact name={common.note}>{activity.note}</Fact>}
        {activity.reason && state === 'failed' && (
          <Fact name={words.reason}>{reasonOf(activity.reason, format)}</Fact>
        )}
        <Fact name={activity.finished_at ? words.time : words.created}>
          <span className="n">{format.fullMoment(activity.finished_at ?? activity.at)}</span>
        </Fact>
        {activity.balance_after && (
          <Fact name={words.balanceAfter}>
            <Amount value={activity.balance_after} />
          </Fact>
        )}
        <Fact name={words.channel}>{format.name(activity.channel)}</Fact>
      </Facts>
      {activity.refunds.length > 0 && (
        <Facts dashed>
          {activity.refunds.map((refund) => (
            <Fact key={refund.id} name={words.kinds.refund}>
              <Link to="/activity/$id" params={{ id: refund.id }} className={css.link}>
                <span className="n">
                  {format.moment(refund.at)} · {format.signed(refund.amount, 'in')}
                </span>
              </Link>
            </Fact>
          ))}
        </Facts>
      )}
      <Facts dashed>
        {activity.payment_id && (
          <Fact name={words.originalPayment}>
            <Link to="/activity/$id" params={{ id: activity.payment_id }} className={css.link}>
              {words.toOriginal}
            </Link>
          </Fact>
        )}
        <Fact name={words.receiptNumber}>
          <span className="n">{inFours(activity.receipt_number)}</span>
          <CopyButton text={activity.receipt_number} what={words.receiptNumber} />
        </Fact>
        {activity.order_reference && (
          <Fact name={words.orderReference}>
            <span className="n">{activity.order_reference}</span>
            <CopyButton text={activity.order_reference} what={words.orderReference} />
          </Fact>
        )}
      </Facts>
    </Receipt>
  );
}

/** What the state means for the reader's money; a success says it by itself. */
function meaningOf(activity: ActivityDetail, words: WalletWords, format: Format): string | null {
  const { kind, state, reason, deadline, refunded } = activity;
  const { meaning } = words;
  switch (state) {
    case 'pending':
      if (reason === 'held_for_review') return meaning.held;
      return deadline ? meaning.pendingBank(format.momentWithin(deadline)) : meaning.pending;
    case 'unknown':
      return kind === 'top_up' ? meaning.unknownIn : meaning.unknownOut;
    case 'failed':
      if (kind === 'top_up') return meaning.failedIn;
      return kind === 'withdrawal' ? meaning.failedWithdrawal : meaning.failedOut;
    case 'cancelled':
      return meaning.failedOut;
    case 'succeeded':
      return refunded && refunded.amount > 0 ? meaning.refunded(format.money(refunded)) : null;
  }
}

/** A reason code in words; without parameters, so only codes whose words stand alone are spelled out. */
function reasonOf(code: string, format: Format): string {
  return isErrorCode(code) ? format.fault(localProblem(code)).what : code;
}

/** Long numbers are read in groups; they are copied without. */
function inFours(number: string): string {
  return number.replace(/\d{4}(?=\d)/g, '$& ');
}
