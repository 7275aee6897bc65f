import { problemOf, useUnknownBankMoves } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Button, EmptyState } from '@qiao/ui';
import { Blank, PageHead, Panel, ProblemCard } from '@qiao/ui/desk';
import { MovementTable } from './MovementTable';
import css from './movements.module.css';

/** Top-ups and withdrawals that the bank has left open. */
export function BankMoves() {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const moves = useUnknownBankMoves();
  const items = moves.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHead title={words.bankMoves} note={words.bankLead} />
      <Panel>
        {items === undefined ? (
          moves.isError ? (
            <ProblemCard problem={problemOf(moves.error)} onRetry={() => void moves.refetch()} />
          ) : (
            <Blank height={240} />
          )
        ) : items.length === 0 ? (
          <EmptyState title={words.noBankMoves}>{words.noBankMovesTodo}</EmptyState>
        ) : (
          <MovementTable items={items} label={words.bankMoves} />
        )}
        {moves.hasNextPage && (
          <div className={css.more}>
            <Button
              kind="quiet"
              size="m"
              busy={moves.isFetchingNextPage}
              onClick={() => void moves.fetchNextPage()}
            >
              {common.loadMore}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}
