import { answer, problemOf, useApi, useCode, useTransfer, type Payee, type Problem } from '@qiao/api';
import { commonWords, money, useWords, type Money } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, EmptyState, Main, Page, RowSkeletons, TopBar } from '@qiao/ui';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import { AmountForm } from './amount-form';
import { Confirming } from './confirming';
import css from './pay.module.css';
import { PayeeHead } from './payee-head';
import { PayeePicker } from './payee-picker';

/** Giving money to a person: who, how much, is it right, PIN. The transfer's id is in the address once it is made. */
export function TransferPage() {
  const { id, code } = useSearch({ from: '/transfer' });
  if (id !== undefined) return <FromTransfer id={id} />;
  return code === undefined ? <ToSomebody /> : <FromCode code={code} />;
}

function ToSomebody() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const [payee, setPayee] = useState<Payee | null>(null);

  return (
    <Page>
      <TopBar
        title={words.transfer}
        back={<BackLink />}
        documentTitle={`${words.transfer} · ${common.brand}`}
      />
      {payee ? (
        <Main flush>
          <HowMuch payee={payee} onOther={() => setPayee(null)} />
        </Main>
      ) : (
        <Main>
          <PayeePicker onPayee={setPayee} />
        </Main>
      )}
    </Page>
  );
}

/** The payee of a person's own code. */
function FromCode({ code }: { code: string }) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const reading = useCode(code);
  if (reading.data && reading.data.kind !== 'person') return <Navigate to="/pay" search={{ code }} replace />;

  return (
    <Page>
      <TopBar
        title={words.transfer}
        back={<BackLink />}
        documentTitle={`${words.transfer} · ${common.brand}`}
      />
      <Main flush>
        {reading.isPending && <RowSkeletons count={1} label={common.loading} />}
        {reading.isError && (
          <div className={css.cards}>
            <FaultCard failure={problemOf(reading.error)} />
          </div>
        )}
        {reading.data?.own && <EmptyState title={words.ownCode}>{words.ownCodeText}</EmptyState>}
        {reading.data && !reading.data.own && <HowMuch payee={reading.data.payee} />}
      </Main>
    </Page>
  );
}

function HowMuch({ payee, onOther }: { payee: Payee; onOther?: () => void }) {
  const words = useWords(walletWords);
  const { http, act } = useApi();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function create(amount: Money, note: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    const body = { payee_id: payee.payee_id ?? '', amount, ...(note && { note }) };
    const outcome = await act(`transfer ${JSON.stringify(body)}`, (key) =>
      answer(http.POST('/v1/transfers', { params: { header: { 'Idempotency-Key': key } }, body })),
    );
    setBusy(false);
    if (outcome.kind === 'done') {
      await navigate({ to: '/transfer', search: { id: outcome.value.id }, replace: true });
    } else {
      // Making a transfer takes nothing yet, whatever became of the request.
      setProblem({ ...outcome.problem, money: 'not_taken' });
    }
  }

  return (
    <>
      <PayeeHead payee={payee}>
        {onOther && (
          <Button kind="quiet" size="m" onClick={onOther}>
            {words.otherPerson}
          </Button>
        )}
      </PayeeHead>
      <AmountForm busy={busy} problem={problem} onAmount={(amount, note) => void create(amount, note)} />
    </>
  );
}

function FromTransfer({ id }: { id: string }) {
  const { http, act } = useApi();
  const navigate = useNavigate();
  const transfer = useTransfer(id);
  const amount = transfer.data?.amount;
  return (
    <Confirming
      kind="transfer"
      query={transfer}
      ask={() => answer(http.POST('/v1/transfers/{id}/confirmation', { params: { path: { id } } }))}
      confirm={(consent) =>
        act(`confirm ${id} ${amount?.amount}`, (key) =>
          answer(
            http.POST('/v1/transfers/{id}/confirm', {
              params: { path: { id }, header: { 'Idempotency-Key': key } },
              body: { ...consent, amount: amount ?? money(0) },
            }),
          ),
        )
      }
      onClose={() => void navigate({ to: '/transfer', search: {}, replace: true })}
    />
  );
}
