import { problemOf, useOperationsPayment, type OperationsPaymentDetail } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { reasonIn, trailWords } from '@qiao/i18n/trail';
import { CopyButton, Fact, Facts, Figure } from '@qiao/ui';
import { Blank, Columns, PageHead, Panel, Panels, ProblemCard } from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import { MovementState } from './MovementTable';
import css from './movements.module.css';
import { Postings } from './Postings';

/** One movement, as an operator sees it: its facts, every attempt, what it did to the accounts, and who did what. */
export function MovementPage({
  id,
  back,
  trail,
}: {
  id: string;
  back: ReactNode;
  trail: (of: OperationsPaymentDetail) => ReactNode;
}) {
  const words = useWords(consoleWords);
  const movement = useOperationsPayment(id);
  const title = movement.data ? (words.kinds[movement.data.kind] ?? movement.data.kind) : words.payments;
  return (
    <>
      <PageHead title={title} back={back} note={<span className={css.number}>{id}</span>} />
      {movement.data ? (
        <Movement movement={movement.data} trail={trail(movement.data)} />
      ) : movement.isError ? (
        <ProblemCard problem={problemOf(movement.error)} onRetry={() => void movement.refetch()} />
      ) : (
        <Blank height={480} />
      )}
    </>
  );
}

function Movement({ movement, trail }: { movement: OperationsPaymentDetail; trail: ReactNode }) {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const grounds = useWords(trailWords);
  const format = useFormat();
  const facts = words.facts;
  return (
    <Columns
      aside={
        <>
          <Panel title={isBankMove(movement) ? words.bankAnswer : words.attempts} padded>
            {movement.attempts.length === 0 ? (
              <p className={css.none}>{isBankMove(movement) ? words.noBankAnswer : words.noAttempts}</p>
            ) : (
              <ul className={css.list}>
                {movement.attempts.map((attempt) => (
                  <li key={attempt.posting_id}>
                    <span>
                      {format.fullMoment(attempt.at)}
                      {attempt.reason && <small>{reasonIn(attempt.reason, grounds, format)}</small>}
                    </span>
                    <MovementState state={attempt.state} />
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          {movement.kind === 'payment' && (
            <Panel title={words.refundsTitle} padded>
              {movement.refunds.length === 0 ? (
                <p className={css.none}>{words.noRefunds}</p>
              ) : (
                <ul className={css.list}>
                  {movement.refunds.map((refund) => (
                    <li key={refund.id}>
                      <span>
                        {refund.reason ?? words.refunds}
                        <small>
                          {format.fullMoment(refund.at)} · {words.by(refund.by)}
                        </small>
                      </span>
                      <b>{format.plain(refund.amount)}</b>
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          )}
        </>
      }
    >
      <Panel>
        <div className={css.summary}>
          <div>
            <MovementState state={movement.state} />
            <Figure value={movement.amount} size="figure" />
            <p className={css.quiet}>
              {movement.payer} → {format.name({ name: movement.payee, name_en: movement.payee_en })}
            </p>
            {movement.reason && <p>{reasonIn(movement.reason, grounds, format)}</p>}
          </div>
          <Facts>
            <Fact name={facts.receipt}>
              {movement.receipt_number} <CopyButton text={movement.receipt_number} what={facts.receipt} />
            </Fact>
            {movement.order_reference && <Fact name={facts.order}>{movement.order_reference}</Fact>}
            {movement.note && <Fact name={facts.note}>{movement.note}</Fact>}
            <Fact name={facts.channel}>{format.name(movement.channel)}</Fact>
            <Fact name={facts.scene}>{common.scenes[movement.scene]}</Fact>
            <Fact name={facts.created}>{format.fullMoment(movement.created_at)}</Fact>
            {movement.finished_at && (
              <Fact name={facts.finished}>{format.fullMoment(movement.finished_at)}</Fact>
            )}
            {movement.expires_at && !movement.finished_at && (
              <Fact name={isBankMove(movement) ? facts.deadline : facts.expires}>
                {format.fullMoment(movement.expires_at)}
              </Fact>
            )}
          </Facts>
        </div>
      </Panel>
      <Panels>
        <Postings postings={movement.postings} />
        <Panel title={words.trail}>
          {movement.trail.length === 0 ? <p className={css.noneIn}>{words.noTrail}</p> : trail}
        </Panel>
      </Panels>
    </Columns>
  );
}

const isBankMove = ({ kind }: OperationsPaymentDetail) => kind === 'top_up' || kind === 'withdrawal';
