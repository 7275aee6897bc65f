import {
  localProblem,
  problemOf,
  usePerson,
  type Confirmation,
  type Outcome,
  type Payee,
  type PaymentState,
  type Problem,
} from '@qiao/api';
import { commonWords, useFormat, useWords, type Money } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Figure, Main, Page, RowSkeletons, TopBar, buttonClass } from '@qiao/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { HomeLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import { useConsent, type Consent } from '../../parts/consent';
import { ConfirmSheet } from './confirm-sheet';
import css from './pay.module.css';
import { PayeeTile } from './payee-head';

/** What is to be confirmed: a payment or a transfer, as the server has it. */
export interface Confirmable {
  id: string;
  state: PaymentState;
  reason: string | null;
  amount: Money;
  payee: Payee;
  note: string | null;
}

interface Props {
  kind: 'payment' | 'transfer';
  query: {
    data: Confirmable | undefined;
    error: unknown;
    dataUpdatedAt: number;
    isPending: boolean;
    refetch: () => unknown;
  };
  /** More facts on the confirm sheet. */
  facts?: ReactNode;
  /** Asks to confirm this, as it is now. */
  ask: () => Promise<Confirmation>;
  confirm: (consent: Consent) => Promise<Outcome<Confirmable>>;
  onClose: () => void;
}

/**
 * From "is this right?" over the PIN to the receipt. What is shown is always the state that the server tells. When no
 * answer came to a confirmation, the server is asked until it answers, and the PIN is taken again only after it said
 * that nothing was taken.
 */
export function Confirming({ kind, query, facts, ask, confirm, onClose }: Props) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const person = usePerson();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const thing = query.data;
  const asking = askedAt !== null && query.dataUpdatedAt <= askedAt;
  const title = kind === 'payment' ? words.confirmPayment : words.confirmTransfer;

  const consent = useConsent({
    ask,
    send,
    children: thing && (
      <>
        <p className={css.pinAmount}>
          {(kind === 'payment' ? words.payTo : words.toPerson)(format.name(thing.payee))}
        </p>
        <Figure value={thing.amount} size="figure" even />
      </>
    ),
  });

  async function send(word: Consent): Promise<Problem | null> {
    setProblem(null);
    setAskedAt(null);
    const outcome = await confirm(word);
    if (outcome.kind === 'done') {
      queries.setQueryData([kind, outcome.value.id], outcome.value);
      void queries.invalidateQueries();
      return null;
    }
    if (outcome.kind === 'unknown') setAskedAt(Date.now());
    else setProblem(outcome.problem);
    query.refetch();
    return outcome.problem;
  }

  if (thing?.state === 'processing' && thing.reason === 'held_for_review')
    return <Navigate to="/held" replace />;
  if (thing && hasReceipt(thing.state))
    return <Navigate to="/activity/$id" params={{ id: thing.id }} replace />;
  const open = thing?.state === 'requires_confirmation';
  return (
    <Page>
      <TopBar
        title={kind === 'payment' ? words.pay : words.transfer}
        back={<HomeLink />}
        documentTitle={`${title} · ${common.brand}`}
      />
      <Main>
        {query.isPending && <RowSkeletons count={2} label={common.loading} />}
        {!thing && query.error !== null && (
          <FaultCard failure={problemOf(query.error)} onRetry={() => query.refetch()} />
        )}
        {thing && (
          <div className={css.behind}>
            <PayeeTile payee={thing.payee} size="l" />
            <p>{format.name(thing.payee)}</p>
            <Figure value={thing.amount} size="hero" />
          </div>
        )}
        {thing && !open && (
          <FaultCard failure={endOf(thing)}>
            <Link to="/" className={buttonClass({ size: 'm' })}>
              {common.toHome}
            </Link>
          </FaultCard>
        )}
      </Main>
      {thing && open && !consent.sheet && (
        <ConfirmSheet
          kind={kind}
          title={title}
          thing={thing}
          person={person}
          facts={facts}
          asking={asking}
          busy={consent.busy}
          problem={consent.problem ?? problem ?? (askedAt !== null && !asking ? NOT_ARRIVED : null)}
          onConfirm={() => {
            setProblem(null);
            consent.begin();
          }}
          onClose={asking ? () => void navigate({ to: '/', replace: true }) : onClose}
        />
      )}
      {thing && open && consent.sheet}
    </Page>
  );
}

/** The line was lost, and the server then said that it is still waiting to be confirmed. */
const NOT_ARRIVED = localProblem('unavailable', {}, 'not_taken');

function hasReceipt(state: PaymentState): boolean {
  return state === 'succeeded' || state === 'processing' || state === 'unknown';
}

/** Why a payment that was not made cannot be confirmed any more. */
function endOf({ state, reason }: Confirmable): Problem {
  switch (state) {
    case 'expired':
      return localProblem('payment_expired', {}, 'not_taken');
    case 'cancelled':
      return localProblem('payment_cancelled', {}, 'not_taken');
    default:
      return localProblem(reason ?? 'payment_finished', {}, 'not_taken');
  }
}
