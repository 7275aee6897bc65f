import { problemOf, useMerchantEntries } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Button, Chips, EmptyState } from '@qiao/ui';
import { Blank, PageHead, Panel, ProblemCard, Search, Toolbar } from '@qiao/ui/desk';
import css from './entries.module.css';
import { EntryTable } from './EntryTable';

export type EntryFilter = 'all' | 'succeeded' | 'refund' | 'unknown' | 'closed';
export const entryFilters: readonly EntryFilter[] = ['all', 'succeeded', 'refund', 'unknown', 'closed'];

export interface EntriesProps {
  storeId: string | undefined;
  showStore: boolean;
  fresh: ReadonlySet<string>;
  filter: EntryFilter;
  q: string;
  onSearch: (next: { filter: EntryFilter; q: string }) => void;
}

/** All payments and refunds, with search and filters that live in the address. */
export function Entries({ storeId, showStore, fresh, filter, q, onSearch }: EntriesProps) {
  const words = useWords(merchantWords);
  const common = useWords(commonWords);
  const entries = useMerchantEntries({
    storeId,
    state: filter === 'all' ? undefined : filter,
    q: q || undefined,
    limit: 30,
  });
  const items = entries.data?.pages.flatMap((page) => page.items);
  const narrowed = q !== '' || filter !== 'all';
  return (
    <>
      <PageHead title={words.entries} note={words.entriesLead} />
      <Toolbar>
        <Search label={words.searchEntries} value={q} onSearch={(text) => onSearch({ filter, q: text })} />
        <Chips
          label={words.filterState}
          value={filter}
          options={entryFilters.map((value) => ({ value, label: words.filters[value] }))}
          onChange={(value) => onSearch({ filter: value, q })}
        />
      </Toolbar>
      <Panel bare>
        {items === undefined ? (
          entries.isError ? (
            <ProblemCard problem={problemOf(entries.error)} onRetry={() => void entries.refetch()} />
          ) : (
            <Blank height={480} />
          )
        ) : items.length === 0 ? (
          <EmptyState title={narrowed ? words.noEntries : words.nothingEver}>
            {narrowed ? words.noEntriesTodo : words.nothingEverTodo}
          </EmptyState>
        ) : (
          <EntryTable entries={items} fresh={fresh} showStore={showStore} />
        )}
        {entries.hasNextPage && (
          <div className={css.more}>
            <Button
              kind="quiet"
              size="m"
              busy={entries.isFetchingNextPage}
              onClick={() => void entries.fetchNextPage()}
            >
              {common.loadMore}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}
