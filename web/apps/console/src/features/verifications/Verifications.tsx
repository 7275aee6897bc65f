import { problemOf, useMay, useReviews, type ReviewLine } from '@qiao/api';
import { commonWords, useFormat, useLanguage, useWords } from '@qiao/i18n';
import { verificationWords } from '@qiao/i18n/verification';
import { Button, buttonClass, Chips, EmptyState, RowSkeletons } from '@qiao/ui';
import { DataTable, PageHead, Panel, ProblemCard, RowActs, Tag, Toolbar } from '@qiao/ui/desk';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { stateTones } from './state-tones';
import css from './verifications.module.css';

const STATES = ['submitted', 'in_review', 'more_needed', 'approved', 'refused', 'all'] as const;
const KINDS = ['all', 'person', 'business'] as const;

/** What people and businesses have handed in to be verified. */
export function Verifications() {
  const words = useWords(verificationWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const zh = useLanguage().language === 'zh-CN';
  const [state, setState] = useState<(typeof STATES)[number]>('submitted');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('all');
  const businesses = useMay()('merchants.verify');
  const reviews = useReviews(kind === 'all' ? undefined : kind, state === 'all' ? undefined : state);
  const items = reviews.data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = reviews.data?.pages[0]?.waiting ?? 0;

  return (
    <>
      <PageHead title={words.queue} note={waiting > 0 ? words.queueWaiting(waiting) : words.queueLead} />
      <Toolbar>
        <Chips
          label={words.state}
          value={state}
          options={STATES.map((value) => ({
            value,
            label: value === 'all' ? words.all : words.states[value],
          }))}
          onChange={setState}
        />
        {businesses && (
          <Chips
            label={words.whose}
            value={kind}
            options={KINDS.map((value) => ({
              value,
              label: value === 'all' ? words.all : words.kinds[value],
            }))}
            onChange={setKind}
          />
        )}
      </Toolbar>
      <Panel>
        {reviews.isPending ? (
          <RowSkeletons count={3} label={common.loading} />
        ) : reviews.isError ? (
          <ProblemCard problem={problemOf(reviews.error)} />
        ) : items.length === 0 ? (
          <EmptyState title={words.queueEmpty}>{words.queueEmptyText}</EmptyState>
        ) : (
          <DataTable<ReviewLine>
            label={words.queue}
            items={items}
            keyOf={(line) => line.id}
            columns={[
              {
                key: 'name',
                head: words.applicant,
                phone: 'title',
                cell: (line) => <b>{format.name(line)}</b>,
              },
              ...(businesses
                ? [
                    {
                      key: 'kind',
                      head: words.whose,
                      phone: 'note' as const,
                      cell: (line: ReviewLine) => words.kinds[line.kind],
                    },
                  ]
                : []),
              {
                key: 'tier',
                head: words.asksFor,
                cell: (line) => (zh ? line.tier_name : line.tier_name_en),
              },
              {
                key: 'at',
                head: words.submittedAt,
                phone: 'note',
                cell: (line) => format.moment(line.submitted_at ?? line.opened_at),
              },
              {
                key: 'state',
                head: words.state,
                phone: 'note',
                cell: (line) => <Tag tone={stateTones[line.state]}>{words.states[line.state]}</Tag>,
              },
              {
                key: 'open',
                head: words.open,
                headHidden: true,
                numeric: true,
                phone: 'end',
                cell: (line) => (
                  <RowActs>
                    <Link
                      to="/verifications/$id"
                      params={{ id: line.id }}
                      className={buttonClass({ kind: 'quiet', size: 'm' })}
                      aria-label={`${words.open} ${format.name(line)}`}
                    >
                      {words.open}
                    </Link>
                  </RowActs>
                ),
              },
            ]}
          />
        )}
        {reviews.hasNextPage && (
          <div className={css.more}>
            <Button
              kind="quiet"
              size="m"
              busy={reviews.isFetchingNextPage}
              onClick={() => void reviews.fetchNextPage()}
            >
              {common.loadMore}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}
