import { problemOf, useMerchants, useMay, type MerchantSummary } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { individualLimitWords } from '@qiao/i18n/individual-limits';
import { resetWords } from '@qiao/i18n/resets';
import { Button, buttonClass, EmptyState } from '@qiao/ui';
import { Blank, DataTable, PageHead, Panel, ProblemCard, RowActs, Tag } from '@qiao/ui/desk';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import css from './merchants.module.css';
import { NewMerchantSheet } from './NewMerchantSheet';
import { OwnersSheet } from './OwnersSheet';

/** All merchants, and the way to open a new one. */
export function Merchants() {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const merchants = useMerchants();
  const [creating, setCreating] = useState(false);
  const [shown, setShown] = useState<{ id: string; name: string } | null>(null);
  const resets = useWords(resetWords);
  const limits = useWords(individualLimitWords);
  const may = useMay();
  const mayReset = may('owners.reset');
  const mayOpen = may('merchants.open');
  const mayVerify = may('merchants.verify');
  const items = merchants.data?.pages.flatMap((page) => page.items);
  const newMerchant = (
    <Button size="m" icon="plus" onClick={() => setCreating(true)}>
      {words.newMerchant}
    </Button>
  );
  return (
    <>
      <PageHead title={words.merchants} note={words.merchantsLead}>
        {mayOpen && newMerchant}
      </PageHead>
      <Panel>
        {items === undefined ? (
          merchants.isError ? (
            <ProblemCard problem={problemOf(merchants.error)} onRetry={() => void merchants.refetch()} />
          ) : (
            <Blank height={360} />
          )
        ) : items.length === 0 ? (
          <EmptyState title={words.noMerchants}>{words.noMerchantsTodo}</EmptyState>
        ) : (
          <DataTable
            label={words.merchants}
            items={items}
            keyOf={(m) => m.id}
            columns={[
              {
                key: 'merchant',
                head: words.columns.merchant,
                phone: 'title',
                cell: (m) => <b className={css.name}>{format.name(m)}</b>,
              },
              {
                key: 'category',
                head: words.columns.category,
                phone: 'note',
                cell: (m) => common.categories[m.category],
              },
              {
                key: 'stores',
                head: words.columns.stores,
                phone: 'note',
                cell: (m) => words.storesCount(m.stores),
              },
              {
                key: 'state',
                head: words.columns.state,
                cell: (m) => (
                  <Tag tone={m.state === 'live' ? 'jade' : 'amber'}>{words.states[m.state] ?? m.state}</Tag>
                ),
              },
              {
                key: 'created',
                head: words.columns.created,
                cell: (m) => format.date(format.dayOf(m.created_at)),
              },
              {
                key: 'count',
                head: words.columns.todayCount,
                numeric: true,
                phone: 'endNote',
                cell: (m) => words.counted(m.today.count.toLocaleString('en')),
              },
              {
                key: 'total',
                head: words.columns.amount,
                numeric: true,
                phone: 'end',
                cell: (m) => format.plain(m.today.total),
              },
              ...(mayVerify || mayReset
                ? [
                    {
                      key: 'acts',
                      head: limits.see,
                      headHidden: true,
                      numeric: true,
                      phone: 'foot' as const,
                      cell: (m: MerchantSummary) => (
                        <RowActs>
                          {mayVerify && (
                            <Link
                              to="/merchants/$id/limits"
                              params={{ id: m.id }}
                              className={buttonClass({ kind: 'quiet', size: 'm' })}
                              aria-label={limits.seeOf(format.name(m))}
                            >
                              {limits.see}
                            </Link>
                          )}
                          {mayReset && (
                            <Button
                              kind="quiet"
                              size="m"
                              aria-label={resets.ownersOf(format.name(m))}
                              onClick={() => setShown({ id: m.id, name: format.name(m) })}
                            >
                              {resets.owners}
                            </Button>
                          )}
                        </RowActs>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {merchants.hasNextPage && (
          <div className={css.more}>
            <Button
              kind="quiet"
              size="m"
              busy={merchants.isFetchingNextPage}
              onClick={() => void merchants.fetchNextPage()}
            >
              {common.loadMore}
            </Button>
          </div>
        )}
      </Panel>
      {shown && (
        <OwnersSheet key={shown.id} merchant={shown.id} name={shown.name} onClose={() => setShown(null)} />
      )}
      {creating && <NewMerchantSheet onClose={() => setCreating(false)} />}
    </>
  );
}
