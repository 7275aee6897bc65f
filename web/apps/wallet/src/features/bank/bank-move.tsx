import {
  answer,
  problemOf,
  useApi,
  useLinkedAccounts,
  usePerson,
  usePlatform,
  useWallet,
  type LinkedAccount,
  type Outcome,
  type BankMove as Move,
  type Problem,
} from '@qiao/api';
import { commonWords, money, useFormat, useWords, type Money } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import {
  AmountEntry,
  amountOf,
  Button,
  EmptyState,
  Figure,
  Keypad,
  Main,
  Page,
  press,
  RowSkeletons,
  TopBar,
  WaitingCard,
  type Entry,
} from '@qiao/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import { PinStep } from '../../parts/pin-step';
import { AccountChoice } from './account-choice';
import css from './bank.module.css';

export function TopUp() {
  const { http, act } = useApi();
  return (
    <BankMove
      kind="top_up"
      send={(account, amount) => {
        const body = { linked_account_id: account.id, amount };
        return act(`top-up ${JSON.stringify(body)}`, (key) =>
          answer(http.POST('/v1/top-ups', { params: { header: { 'Idempotency-Key': key } }, body })),
        );
      }}
    />
  );
}

export function Withdraw() {
  const { http, act } = useApi();
  const person = usePerson();
  const { href } = useLocation();
  if (!person.has_pin) return <Navigate to="/pin" search={{ next: href }} replace />;
  return (
    <BankMove
      kind="withdrawal"
      send={(account, amount, pin) => {
        const body = { linked_account_id: account.id, amount };
        return act(`withdraw ${JSON.stringify(body)}`, (key) =>
          answer(
            http.POST('/v1/withdrawals', {
              params: { header: { 'Idempotency-Key': key } },
              body: { ...body, pin },
            }),
          ),
        );
      }}
    />
  );
}

interface Props {
  kind: 'top_up' | 'withdrawal';
  send: (account: LinkedAccount, amount: Money, pin: string) => Promise<Outcome<Move>>;
}

/** Money between a bank account and the wallet: which account, how much; then its receipt tells how it goes on. */
function BankMove({ kind, send }: Props) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const platform = usePlatform();
  const wallet = useWallet();
  const accounts = useLinkedAccounts();
  const [chosen, setChosen] = useState<LinkedAccount | null>(null);
  const [entry, setEntry] = useState<Entry>('');
  const [pinOpen, setPinOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ kind: 'refused' | 'unknown'; problem: Problem } | null>(null);

  const account = chosen ?? accounts.data?.items[0] ?? null;
  const amount = amountOf(entry);
  const limit = platform.data?.payment_limit;
  const available = kind === 'withdrawal' ? wallet.data?.balances[0]?.available : undefined;
  const overLimit = amount !== null && limit !== undefined && amount > limit;
  const overBalance = amount !== null && available !== undefined && amount > available.amount;
  const ready = account !== null && amount !== null && amount > 0 && !overLimit && !overBalance;
  const title = kind === 'top_up' ? words.topUpTitle : words.withdrawTitle;

  async function submit(pin: string): Promise<void> {
    if (!ready) return;
    setBusy(true);
    setOutcome(null);
    const result = await send(account, money(amount), pin);
    setBusy(false);
    if (result.kind === 'done') {
      void queries.invalidateQueries();
      await navigate({ to: '/activity/$id', params: { id: result.value.id }, replace: true });
      return;
    }
    setPinOpen(result.problem.code === 'pin_wrong');
    setOutcome(result);
  }

  function begin(): void {
    setOutcome(null);
    if (kind === 'withdrawal') setPinOpen(true);
    else void submit('');
  }

  function hint(): string {
    if (overLimit) return words.overLimit(format.money(money(limit)));
    if (overBalance) return words.overBalance(format.money(available));
    return [
      limit !== undefined && words.limit(format.money(money(limit))),
      available && words.available(format.money(available)),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  return (
    <Page>
      <TopBar title={title} back={<BackLink />} documentTitle={`${title} · ${common.brand}`} />
      <Main flush>
        <div className={css.form}>
          {accounts.isPending && <RowSkeletons count={1} label={common.loading} />}
          {accounts.isError && !accounts.data && (
            <FaultCard failure={problemOf(accounts.error)} onRetry={() => void accounts.refetch()} />
          )}
          {accounts.data && !account && <EmptyState title={words.noBank} />}
          {accounts.data && account && (
            <AccountChoice
              label={kind === 'top_up' ? words.fromBank : words.toBank}
              accounts={accounts.data.items}
              account={account}
              onAccount={setChosen}
            />
          )}
          <AmountEntry entry={entry} hint={hint()} tone={overLimit || overBalance ? 'bad' : undefined} />
          {outcome?.kind === 'refused' && !pinOpen && <FaultCard failure={outcome.problem} />}
          {outcome?.kind === 'unknown' && (
            <WaitingCard
              title={common.stillTrying}
              actions={
                <Button size="m" busy={busy} onClick={begin}>
                  {words.checkAgain}
                </Button>
              }
            >
              {words.checkingText}
            </WaitingCard>
          )}
        </div>
        <div className={css.pad}>
          <Keypad
            onKey={(key) => {
              if (!busy && outcome?.kind !== 'unknown') setEntry(press(entry, key));
            }}
          >
            <Button disabled={!ready || outcome?.kind === 'unknown'} busy={busy} onClick={begin}>
              {amount !== null && amount > 0
                ? (kind === 'top_up' ? words.topUpAmount : words.withdrawAmount)(format.money(money(amount)))
                : title}
            </Button>
          </Keypad>
        </div>
      </Main>
      {pinOpen && amount !== null && (
        <PinStep
          busy={busy}
          problem={outcome?.problem ?? null}
          onPin={(pin) => void submit(pin)}
          onClose={() => setPinOpen(false)}
        >
          <p className={css.what}>{title}</p>
          <Figure value={money(amount)} size="figure" even />
        </PinStep>
      )}
    </Page>
  );
}
