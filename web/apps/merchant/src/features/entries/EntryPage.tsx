import { problemOf, useMerchant, useMerchantPayment, useStaff, type MerchantPaymentDetail } from '@qiao/api';
import { money, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Amount, Button, CopyButton, Fact, Facts, Figure } from '@qiao/ui';
import { Blank, Columns, PageHead, Panel, ProblemCard } from '@qiao/ui/desk';
import { useState, type ReactNode } from 'react';
import css from './entries.module.css';
import { StateTag } from './EntryTable';
import { whyNoRefund } from './refund';
import { RefundSheet } from './RefundSheet';

/** One payment to the merchant: its facts, what was refunded of it, and the way to refund. */
export function EntryPage({ id, back }: { id: string; back: ReactNode }) {
  const words = useWords(merchantWords);
  const payment = useMerchantPayment(id);
  return (
    <>
      <PageHead title={words.entry} back={back} />
      {payment.data ? (
        <Entry payment={payment.data} />
      ) : payment.isError ? (
        <ProblemCard problem={problemOf(payment.error)} onRetry={() => void payment.refetch()} />
      ) : (
        <Blank height={420} />
      )}
    </>
  );
}

function Entry({ payment }: { payment: MerchantPaymentDetail }) {
  const words = useWords(merchantWords);
  const format = useFormat();
  const facts = words.facts;
  return (
    <Columns aside={<Refunds payment={payment} />}>
      <Panel>
        <div className={css.head}>
          <StateTag state={payment.state} />
          <Figure value={payment.amount} size="figure" covers />
          <span className={css.by}>
            {words.tail(payment.payer)} · {format.moment(payment.at)}
          </span>
          {payment.reason && (
            <span className={css.by}>
              {
                format.fault({ code: payment.reason, money: 'not_involved', reference: '', parameters: {} })
                  .what
              }
            </span>
          )}
        </div>
        <div className={css.facts}>
          <Facts>
            <Fact name={facts.receipt}>
              {payment.receipt_number} <CopyButton text={payment.receipt_number} what={facts.receipt} />
            </Fact>
            {payment.order_reference && <Fact name={facts.order}>{payment.order_reference}</Fact>}
            {payment.note && <Fact name={facts.note}>{payment.note}</Fact>}
            <Fact name={facts.way}>{words.ways[payment.scene]}</Fact>
            <Fact name={facts.channel}>{format.name(payment.channel)}</Fact>
            <Fact name={facts.store}>{format.name(payment.store)}</Fact>
            {payment.by && <Fact name={facts.by}>{payment.by}</Fact>}
            <Fact name={facts.created}>{format.fullMoment(payment.created_at)}</Fact>
            <Fact name={facts.id}>
              {payment.payment_id} <CopyButton text={payment.payment_id} what={facts.id} />
            </Fact>
          </Facts>
        </div>
      </Panel>
    </Columns>
  );
}

function Refunds({ payment }: { payment: MerchantPaymentDetail }) {
  const words = useWords(merchantWords);
  const format = useFormat();
  const staff = useStaff();
  const merchant = useMerchant();
  const [open, setOpen] = useState(false);
  const why = whyNoRefund(staff, payment);
  if (why === 'not_paid') return null;
  return (
    <Panel
      title={words.refunds}
      note={
        payment.refundable.amount > 0 ? `${words.refundable} ${format.money(payment.refundable)}` : undefined
      }
      padded
    >
      {payment.refunds.length === 0 ? (
        <p className={css.by}>{words.noRefunds}</p>
      ) : (
        <ul className={css.refunds}>
          {payment.refunds.map((refund) => (
            <li key={refund.id}>
              <span>
                {refund.reason ?? words.refund}
                <br />
                <span className={css.by}>
                  {format.moment(refund.at)} · {words.refundBy(refund.by)}
                </span>
              </span>
              <b>
                <Amount value={refund.amount} form="signed" direction="out" />
              </b>
            </li>
          ))}
        </ul>
      )}
      <Button
        kind="quiet"
        icon="refund"
        disabled={why !== null}
        aria-describedby={why ? 'why-no-refund' : undefined}
        onClick={() => setOpen(true)}
      >
        {words.startRefund}
      </Button>
      {why && (
        <p id="why-no-refund" className={css.why}>
          {words.whyNoRefund[why]}
        </p>
      )}
      {open && (
        <RefundSheet
          payment={payment}
          balance={merchant.data?.balance ?? undefined}
          limit={staff.refund_limit === null ? undefined : money(staff.refund_limit, payment.amount.currency)}
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  );
}
