import { useActivities, type Activity as Item, type ActivityFilter, type DayTotal } from '@qiao/api';
import { commonWords, latestMonths, useFormat, useWords, type Money } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import {
  Amount,
  Button,
  Chips,
  DayHeader,
  EmptyState,
  Icon,
  Main,
  Rows,
  RowSkeletons,
  SearchField,
  TopBar,
  useAmounts,
} from '@qiao/ui';
import { useDeferredValue, useState } from 'react';
import { ActivityRow } from '../../parts/activity-row';
import { FaultCard } from '../../parts/fault-card';
import css from './activity.module.css';

const FILTERS: ActivityFilter[] = ['all', 'out', 'in', 'transfer', 'refund', 'top_up'];
const PAGE = 30;

export function Activity() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const [filter, setFilter] = useState<ActivityFilter>('all');
  const [month, setMonth] = useState(() => latestMonths(new Date(), 1)[0] ?? '');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const activities = useActivities({ filter, month, q, limit: PAGE });
  const pages = activities.data?.pages;
  const totals = pages?.[0]?.month;
  const items = pages?.flatMap((page) => page.items);

  return (
    <>
      <TopBar large title={words.activity} documentTitle={`${words.activity} · ${common.brand}`} />
      <Main>
        <search>
          <SearchField
            label={words.searchActivity}
            placeholder={words.searchHint}
            value={typed}
            onChange={setTyped}
          />
        </search>
        <div className={css.chips}>
          <Chips
            label={words.kind}
            value={filter}
            onChange={setFilter}
            options={FILTERS.map((value) => ({ value, label: words.filters[value] }))}
          />
        </div>
        <MonthCard month={month} onMonth={setMonth} out={totals?.out} into={totals?.in} />
        {activities.isPending && <RowSkeletons count={6} label={common.loading} />}
        {activities.isError && !items && (
          <FaultCard failure={activities.error} onRetry={() => void activities.refetch()} />
        )}
        {items?.length === 0 && <EmptyState title={words.nothingFound}>{words.nothingFoundTodo}</EmptyState>}
        {items && <Days items={items} totals={pages?.flatMap((page) => page.days) ?? []} />}
        {activities.hasNextPage && (
          <div className={css.more}>
            <Button
              kind="quiet"
              size="m"
              busy={activities.isFetchingNextPage}
              onClick={() => void activities.fetchNextPage()}
            >
              {common.loadMore}
            </Button>
          </div>
        )}
      </Main>
    </>
  );
}

function MonthCard(props: { month: string; onMonth: (month: string) => void; out?: Money; into?: Money }) {
  const words = useWords(walletWords);
  const format = useFormat();
  return (
    <section className={css.month} aria-label={words.monthTotals}>
      <label>
        <span className="vh">{words.chooseMonth}</span>
        <select value={props.month} onChange={(event) => props.onMonth(event.currentTarget.value)}>
          {latestMonths(new Date(), 12).map((month) => (
            <option key={month} value={month}>
              {format.month(month)}
            </option>
          ))}
        </select>
        <Icon name="down" size="xs" />
      </label>
      <dl>
        <div>
          <dt>{words.out}</dt>
          <dd>{props.out ? <Amount value={props.out} form="plain" /> : '—'}</dd>
        </div>
        <div>
          <dt>{words.in}</dt>
          <dd>{props.into ? <Amount value={props.into} form="plain" /> : '—'}</dd>
        </div>
      </dl>
    </section>
  );
}

/** The items under their days, each with the totals of the whole day. */
function Days({ items, totals }: { items: Item[]; totals: DayTotal[] }) {
  const words = useWords(walletWords);
  const format = useFormat();
  const days = Map.groupBy(items, (item) => format.dayOf(item.at));

  return [...days].map(([day, ofDay]) => {
    const total = totals.find((candidate) => candidate.date === day);
    const name = format.day(day);
    const date = format.date(day);
    return (
      <section key={day}>
        <DayHeader
          day={name}
          date={format.dateAndWeekday(day, name !== date)}
          totals={total && <Totals of={total} words={words.dayTotals} />}
        />
        <Rows>
          {ofDay.map((activity) => (
            <li key={activity.id}>
              <ActivityRow activity={activity} />
            </li>
          ))}
        </Rows>
      </section>
    );
  });
}

function Totals({ of, words }: { of: DayTotal; words: (out: string, into: string) => string }) {
  const format = useFormat();
  const { hidden } = useAmounts();
  return (
    <span className="n">
      {hidden ? words('••••', '••••') : words(format.plain(of.out), format.plain(of.in))}
    </span>
  );
}
