import { answer, problemOf, useApi, type RecoveryCase } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { Button, EmptyState } from '@qiao/ui';
import { Blank, DataTable, PageHead, Panel, ProblemCard, Tag } from '@qiao/ui/desk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DecideSheet } from './DecideSheet';

const ASK_EVERY_MS = 30_000;

/** Who wants a wallet opened again, beside what is held of its person; all masked. */
export function Recoveries() {
  const words = useWords(recoveryWords);
  const format = useFormat();
  const { http } = useApi();
  const [deciding, setDeciding] = useState<RecoveryCase | null>(null);
  const cases = useQuery({
    queryKey: ['operations', 'recoveries'],
    queryFn: () => answer(http.GET('/v1/operations/recoveries')),
    refetchInterval: ({ state }) => (state.error ? false : ASK_EVERY_MS),
  });
  return (
    <>
      <PageHead title={words.reviews} note={words.reviewsLead} />
      <Panel>
        {cases.isPending ? (
          <Blank height={240} />
        ) : cases.isError ? (
          <ProblemCard problem={problemOf(cases.error)} onRetry={() => void cases.refetch()} />
        ) : cases.data.items.length === 0 ? (
          <EmptyState title={words.reviewsNone} />
        ) : (
          <DataTable
            label={words.reviews}
            items={cases.data.items}
            keyOf={(one) => one.id}
            columns={[
              {
                key: 'person',
                head: words.person,
                phone: 'title',
                cell: (one) => (
                  <>
                    <b>{one.name_masked}</b> <span className="n">{one.contacts_masked.join(' · ')}</span>
                  </>
                ),
              },
              {
                key: 'name',
                head: words.nameMatch,
                cell: (one) => (
                  <Tag tone={one.name === 'same' ? 'jade' : 'amber'}>{words.matches[one.name]}</Tag>
                ),
              },
              {
                key: 'contact',
                head: words.contactMatch,
                cell: (one) => (
                  <>
                    <Tag tone={one.contact === 'same' ? 'jade' : 'amber'}>{words.matches[one.contact]}</Tag>{' '}
                    <span className="n">{one.contact_masked}</span>
                  </>
                ),
              },
              {
                key: 'device',
                head: words.device,
                cell: (one) => (one.known_device ? words.deviceKnown : words.deviceUnknown),
              },
              {
                key: 'activity',
                head: words.activity,
                cell: (one) =>
                  one.active_since ? (
                    <Tag tone="verm">{words.activeSince(format.momentWithin(one.active_since))}</Tag>
                  ) : (
                    words.inactive
                  ),
              },
              {
                key: 'due',
                head: words.due,
                phone: 'note',
                cell: (one) => format.moment(one.due_at),
              },
              {
                key: 'decide',
                head: '',
                numeric: true,
                phone: 'end',
                cell: (one) =>
                  one.state === 'approved' ? (
                    <Tag tone="jade">{words.reviewState.approved}</Tag>
                  ) : (
                    <Button kind="quiet" size="m" icon="eye" onClick={() => setDeciding(one)}>
                      {words.decide}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Panel>
      {deciding && <DecideSheet key={deciding.id} one={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}
