import { answer, problemOf, useApi, useCode, usePayment, type Problem } from '@qiao/api';
import { commonWords, money, useFormat, useWords, type Money } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { buttonClass, EmptyState, Fact, Main, Page, RowSkeletons, TopBar } from '@qiao/ui';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import { AmountForm } from './amount-form';
import { Confirming } from './confirming';
import { PayeeHead } from './payee-head';

/**
 * Paying a shop. Everything but the PIN is in the address (the code that was read, then the payment that was made), so
 * a reload, the back button or signing in again leads to the same place, and to the truth about the payment.
 */
export function Pay() {
  const { id } = useSearch({ from: '/pay' });
  return id === undefined ? <FromCode /> : <FromPayment id={id} />;
}

function FromCode() {
  const { code } = useSearch({ from: '/pay' });
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const { http, act } = useApi();
  const navigate = useNavigate();
  const reading = useCode(code);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  if (code === undefined) return <Navigate to="/scan" replace />;
  if (reading.data?.kind === 'person') return <Navigate to="/transfer" search={{ code }} replace />;
  if (reading.data?.payment) return <Navigate to="/pay" search={{ id: reading.data.payment.id }} replace />;

  async function create(payload: string, amount: Money, note: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    const body = { qr: payload, amount, ...(note && { note }) };
    const outcome = await act(`pay ${JSON.stringify(body)}`, (key) =>
      answer(http.POST('/v1/payments', { params: { header: { 'Idempotency-Key': key } }, body })),
    );
    setBusy(false);
    if (outcome.kind === 'done') {
      await navigate({ to: '/pay', search: { id: outcome.value.id, code: payload }, replace: true });
    } else {
      // Making a payment takes nothing yet, whatever became of the request.
      setProblem({ ...outcome.problem, money: 'not_taken' });
    }
  }

  return (
    <Page>
      <TopBar title={words.pay} back={<BackLink />} documentTitle={`${words.pay} · ${common.brand}`} />
      <Main flush>
        {reading.isPending && <RowSkeletons count={1} label={common.loading} />}
        {reading.isError && <Unreadable failure={problemOf(reading.error)} />}
        {reading.data?.own && (
          <EmptyState
            title={words.ownCode}
            action={
              <Link to="/scan" className={buttonClass({ size: 'm' })}>
                {words.scanAgain}
              </Link>
            }
          >
            {words.ownCodeText}
          </EmptyState>
        )}
        {reading.data && !reading.data.own && (
          <>
            <PayeeHead payee={reading.data.payee} />
            <AmountForm
              busy={busy}
              problem={problem}
              onAmount={(amount, note) => void create(code, amount, note)}
            />
          </>
        )}
      </Main>
    </Page>
  );
}

function Unreadable({ failure }: { failure: Problem }) {
  const words = useWords(walletWords);
  return (
    <div style={{ padding: 'var(--q-gutter)' }}>
      <FaultCard failure={failure}>
        <Link to="/scan" className={buttonClass({ size: 'm' })}>
          {words.scanAgain}
        </Link>
      </FaultCard>
    </div>
  );
}

function FromPayment({ id }: { id: string }) {
  const { code } = useSearch({ from: '/pay' });
  const words = useWords(walletWords);
  const format = useFormat();
  const { http, act } = useApi();
  const navigate = useNavigate();
  const payment = usePayment(id);
  const amount = payment.data?.amount;
  const store = payment.data?.payee.store;

  function leave(): void {
    if (code === undefined) void navigate({ to: '/', replace: true });
    else void navigate({ to: '/pay', search: { code }, replace: true });
  }

  return (
    <Confirming
      kind="payment"
      query={payment}
      facts={
        <>
          {store && <Fact name={words.store}>{format.name(store)}</Fact>}
          {payment.data?.order_reference && <Fact name={words.order}>{payment.data.order_reference}</Fact>}
          {payment.data && (
            <Fact name={words.validUntil}>
              <span className="n">{format.moment(payment.data.expires_at)}</span>
            </Fact>
          )}
        </>
      }
      ask={() => answer(http.POST('/v1/payments/{id}/confirmation', { params: { path: { id } } }))}
      confirm={(consent) =>
        act(`confirm ${id} ${amount?.amount}`, (key) =>
          answer(
            http.POST('/v1/payments/{id}/confirm', {
              params: { path: { id }, header: { 'Idempotency-Key': key } },
              body: { ...consent, amount: amount ?? money(0) },
            }),
          ),
        )
      }
      onClose={leave}
    />
  );
}
