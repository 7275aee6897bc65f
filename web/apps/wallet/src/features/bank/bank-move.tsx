import {
  answer,
  problemOf,
  useApi,
  useFactors,
  useLinkedAccounts,
  usePerson,
  usePlatform,
  useWallet,
  type Confirmation,
  type LinkedAccount,
  type Outcome,
  type BankMove as Move,
  type Problem,
} from '@qiao/api';
import { commonWords, money, useFormat, useWords, type Money } from '@qiao/i18n';
import { verificationWords } from '@qiao/i18n/verification';
import { walletWords } from '@qiao/i18n/wallet';
import {
  AmountEntry,
  amountOf,
  Button,
  buttonClass,
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
import { Link, Navigate, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import { useConsent, type Consent } from '../../parts/consent';
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
  const factors = useFactors();
  const { href } = useLocation();
  if (!person.has_pin && factors.data?.passkeys === 0)
    return <Navigate to="/pin" search={{ next: href }} replace />;
  return (
    <BankMove
      kind="withdrawal"
      ask={(account, amount) =>
        answer(http.POST('/v1/withdrawals/confirmation', { body: { linked_account_id: account.id, amount } }))
      }
      send={(account, amount, consent) => {
        const body = { linked_account_id: account.id, amount };
        return act(`withdraw ${JSON.stringify(body)}`, (key) =>
          answer(
            http.POST('/v1/withdrawals', {
              params: { header: { 'Idempotency-Key': key } },
              body: { ...body, ...consent },
            }),
          ),
        );
      }}
    />
  );
}

const LIMITS = ['limit_reached', 'balance_limit_reached'];

interface Props {
  kind: 'top_up' | 'withdrawal';
  /** Asks to confirm; a top-up needs no word of the person. */
  ask?: (account: LinkedAccount, amount: Money) => Promise<Confirmation>;
  send: (account: LinkedAccount, amount: Money, consent?: Consent) => Promise<Outcome<Move>>;
}

/** Money between a bank account and the wallet: which account, how much; then its receipt tells how it goes on. */
function BankMove({ kind, ask, send }: Props) {
  const words = useWords(walletWords);
  const verification = useWords(verificationWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const platform = usePlatform();
  const wallet = useWallet();
  const accounts = useLinkedAccounts();
  const [chosen, setChosen] = useState<LinkedAccount | null>(null);
  const [entry, setEntry] = useState<Entry>('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ kind: 'refused' | 'unknown'; problem: Problem } | null>(null);

  // The keypad stays at the bottom and would cover the way on: at the page's end it stands below all of it.
  useEffect(() => {
    if (outcome) window.scrollTo({ top: document.documentElement.scrollHeight });
  }, [outcome]);

  const account = chosen ?? accounts.data?.items[0] ?? null;
  const amount = amountOf(entry);
  const limit = platform.data?.payment_limit;
  const available = kind === 'withdrawal' ? wallet.data?.balances[0]?.available : undefined;
  const overLimit = amount !== null && limit !== undefined && amount > limit;
  const overBalance = amount !== null && available !== undefined && amount > available.amount;
  const ready = account !== null && amount !== null && amount > 0 && !overLimit && !overBalance;
  const title = kind === 'top_up' ? words.topUpTitle : words.withdrawTitle;

  async function submit(consent?: Consent): Promise<Problem | null> {
    if (!ready) return null;
    setBusy(true);
    setOutcome(null);
    const result = await send(account, money(amount), consent);
    setBusy(false);
    if (result.kind === 'done') {
      void queries.invalidateQueries();
      if (result.value.reason === 'held_for_review') await navigate({ to: '/held', replace: true });
      else await navigate({ to: '/activity/$id', params: { id: result.value.id }, replace: true });
      return null;
    }
    setOutcome(result);
    return result.problem;
  }

  const consent = useConsent({
    ask: () => {
      if (!ask || !ready) throw new Error('Nothing to confirm');
      return ask(account, money(amount));
    },
    send: submit,
    children: amount !== null && (
      <>
        <p className={css.what}>{title}</p>
        <Figure value={money(amount)} size="figure" even />
      </>
    ),
  });

  function begin(): void {
    setOutcome(null);
    if (ask) consent.begin();
    else void submit();
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
          {consent.problem && (
            <FaultCard failure={consent.problem}>
              {consent.problem.code === 'pin_required' && (
                <Link to="/pin" search={{ next: '/withdraw' }} className={buttonClass({ size: 'm' })}>
                  {words.setPin}
                </Link>
              )}
            </FaultCard>
          )}
          {outcome?.kind === 'refused' && !consent.sheet && (
            <FaultCard failure={outcome.problem}>
              {LIMITS.includes(outcome.problem.code) && (
                <Link to="/verification" className={buttonClass({ size: 'm' })}>
                  {verification.seeLimits}
                </Link>
              )}
            </FaultCard>
          )}
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
            <Button
              disabled={!ready || outcome?.kind === 'unknown'}
              busy={busy || consent.busy}
              onClick={begin}
            >
              {amount !== null && amount > 0
                ? (kind === 'top_up' ? words.topUpAmount : words.withdrawAmount)(format.money(money(amount)))
                : title}
            </Button>
          </Keypad>
        </div>
      </Main>
      {consent.sheet}
    </Page>
  );
}
