import { useActivities, usePerson, useWallet } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import {
  Amount,
  buttonClass,
  Deck,
  EmptyState,
  Figure,
  Icon,
  IconButton,
  iconButtonClass,
  Main,
  Mark,
  PersonTile,
  Rows,
  RowSkeletons,
  SectionHead,
  useAmounts,
} from '@qiao/ui';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { AccountAlerts } from '../../parts/account-alerts';
import { ActivityRow } from '../../parts/activity-row';
import { FaultCard } from '../../parts/fault-card';
import { ProtectionBanners } from '../../parts/protection-banners';
import css from './home.module.css';

export function Home() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const person = usePerson();

  useEffect(() => {
    document.title = `${words.home} · ${common.brand}`;
  }, [words, common]);

  return (
    <>
      <header className={css.bar}>
        <span className={css.brand}>
          <Mark />
          <b>{common.brand}</b>
        </span>
        <Link to="/me" className={iconButtonClass} aria-label={words.me}>
          <PersonTile name={person.name} own size="s" />
        </Link>
      </header>
      <Main>
        <h1 className="vh">{words.home}</h1>
        <AccountAlerts />
        <ProtectionBanners />
        <Balance />
        <Recent />
      </Main>
    </>
  );
}

function Balance() {
  const words = useWords(walletWords);
  const wallet = useWallet();
  const { hidden, toggle } = useAmounts();
  const format = useFormat();
  const balance = wallet.data?.balances[0];
  const today = wallet.data?.today;

  return (
    <>
      <Deck
        label={words.balance}
        keysLabel={words.shortcuts}
        head={
          <>
            <span>{words.balance}</span>
            <IconButton
              icon={hidden ? 'eye-off' : 'eye'}
              size="s"
              label={words.hideAmounts}
              aria-pressed={hidden}
              onClick={toggle}
            />
          </>
        }
        figure={balance && <Figure value={balance.available} size="display" covers />}
        foot={
          today && (
            <>
              <span>
                {words.outToday}{' '}
                <b>
                  <Amount value={today.out} />
                </b>
              </span>
              <span>
                {words.in}{' '}
                <b>
                  <Amount value={today.in} />
                </b>
              </span>
              {balance && balance.held.amount > 0 && !hidden && (
                <span>{words.held(format.money(balance.held))}</span>
              )}
            </>
          )
        }
        keys={
          <>
            <Link to="/scan">
              <Icon name="scan" />
              {words.scan}
            </Link>
            <Link to="/top-up">
              <Icon name="topup" />
              {words.topUp}
            </Link>
            <Link to="/receive">
              <Icon name="qr" />
              {words.receive}
            </Link>
            <Link to="/transfer" search={{}}>
              <Icon name="transfer" />
              {words.transfer}
            </Link>
          </>
        }
      />
      {wallet.isError && !wallet.data && (
        <div className={css.fault}>
          <FaultCard failure={wallet.error} onRetry={() => void wallet.refetch()} />
        </div>
      )}
    </>
  );
}

function Recent() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const activities = useActivities({ filter: 'all', limit: 8 });
  const items = activities.data?.pages[0]?.items;

  return (
    <section className={css.recent} aria-label={words.recent}>
      <SectionHead title={words.recent}>
        <Link to="/activity">
          {words.allActivity}
          <Icon name="right" size="xs" />
        </Link>
      </SectionHead>
      {activities.isPending && <RowSkeletons count={4} label={common.loading} />}
      {activities.isError && !items && (
        <FaultCard failure={activities.error} onRetry={() => void activities.refetch()} />
      )}
      {items?.length === 0 && (
        <EmptyState
          title={words.emptyTitle}
          action={
            <Link to="/top-up" className={buttonClass({ size: 'm' })}>
              <Icon name="topup" size="s" />
              {words.emptyTopUp}
            </Link>
          }
        >
          {words.emptyText}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <Rows label={words.recent}>
          {items.map((activity) => (
            <li key={activity.id}>
              <ActivityRow activity={activity} withDay />
            </li>
          ))}
        </Rows>
      )}
    </section>
  );
}
