import { problemOf, useOperationsPayments } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Button, Chips, EmptyState } from '@qiao/ui';
import { Blank, PageHead, Panel, ProblemCard, Search, Toolbar } from '@qiao/ui/desk';
import { MovementTable } from './MovementTable';
import css from './movements.module.css';

export const movementFilters = ['all', 'succeeded', 'processing', 'unknown', 'failed', 'expired'] as const;
export type MovementFilter = (typeof movementFilters)[number];

export interface PaymentsProps {
  filter: MovementFilter;
  q: string;
  onSearch: (next: { filter: MovementFilter; q: string }) => void;
}

/** Every movement on the platform, with search and filters that live in the address. */
export function Payments({ filter, q, onSearch }: PaymentsProps) {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const payments = useOperationsPayments({ q: q || undefined, state: filter === 'all' ? undefined : filter });
  const items = payments.data?.pages.flatMap((page) => page.items);
  const narrowed = q !== '' || filter !== 'all';
  return (
    <>
      <PageHead title={words.payments} note={words.paymentsLead} />
      <Toolbar>
        <Search label={words.find} value={q} onSearch={(text) => onSearch({ filter, q: text })} />
        <Chips
          label={words.filterState}
          value={filter}
          options={movementFilters.map((value) => ({ value, label: words.filters[value] }))}
          onChange={(value) => onSearch({ filter: value, q })}
        />
      </Toolbar>
      <Panel>
        {items === undefined ? (
          payments.isError ? (
            <ProblemCard problem={problemOf(payments.error)} onRetry={() => void payments.refetch()} />
          ) : (
            <Blank height={480} />
          )
        ) : items.length === 0 ? (
          <EmptyState title={narrowed ? words.noPayments : words.nothingYet}>
            {narrowed ? words.noPaymentsTodo : words.nothingYetTodo}
          </EmptyState>
        ) : (
          <MovementTable items={items} label={words.payments} />
        )}
        {payments.hasNextPage && (
          <div className={css.more}>
            <Button
              kind="quiet"
              size="m"
              busy={payments.isFetchingNextPage}
              onClick={() => void payments.fetchNextPage()}
            >
              {common.loadMore}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}
