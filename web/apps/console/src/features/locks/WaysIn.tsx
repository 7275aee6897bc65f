import {
  lockWayIn,
  problemOf,
  unlockWayIn,
  useApi,
  useMay,
  useWaysIn,
  type ChangeOutcome,
  type WayIn,
} from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { waysInWords } from '@qiao/i18n/ways-in';
import { Button, EmptyState } from '@qiao/ui';
import { Blank, DataTable, Panel, ProblemCard, RowActs, Tag } from '@qiao/ui/desk';
import { useState } from 'react';
import { ChangeSheet } from '../../parts/ChangeSheet';

/** The devices and credentials of somebody, each to be locked alone. */
export function WaysIn({ party }: { party: string }) {
  const words = useWords(waysInWords);
  const format = useFormat();
  const may = useMay();
  const ways = useWaysIn(party);
  const [turning, setTurning] = useState<WayIn | null>(null);
  const fullName = useFullName();
  if (!ways.data) {
    return (
      <Panel title={words.title}>
        {ways.isError ? <ProblemCard problem={problemOf(ways.error)} /> : <Blank height={160} />}
      </Panel>
    );
  }
  return (
    <Panel title={words.title} note={words.note}>
      {ways.data.items.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <DataTable
          label={words.title}
          items={ways.data.items}
          keyOf={(way) => way.id}
          columns={[
            {
              key: 'name',
              head: words.name,
              phone: 'title',
              cell: (way) => <b>{way.name || words.kinds[way.kind]}</b>,
            },
            { key: 'kind', head: words.kind, phone: 'note', cell: (way) => words.kinds[way.kind] },
            { key: 'since', head: words.since, phone: 'note', cell: (way) => format.moment(way.since) },
            {
              key: 'used',
              head: words.used,
              cell: (way) => (way.used_at ? format.moment(way.used_at) : words.notUsed),
            },
            {
              key: 'state',
              head: words.state,
              phone: 'note',
              cell: (way) => (
                <Tag tone={way.locked_at ? 'verm' : 'jade'}>{way.locked_at ? words.locked : words.open}</Tag>
              ),
            },
            {
              key: 'acts',
              head: words.acts,
              headHidden: true,
              numeric: true,
              phone: 'end' as const,
              cell: (way) => (
                <RowActs>
                  {way.locked_at
                    ? may('locks.lift') && (
                        <Button
                          kind="quiet"
                          size="m"
                          aria-label={words.unlockOf(fullName(way))}
                          onClick={() => setTurning(way)}
                        >
                          {words.unlock}
                        </Button>
                      )
                    : may('locks.place') && (
                        <Button
                          kind="quiet"
                          size="m"
                          aria-label={words.lockOf(fullName(way))}
                          onClick={() => setTurning(way)}
                        >
                          {words.lock}
                        </Button>
                      )}
                </RowActs>
              ),
            },
          ]}
        />
      )}
      {turning && <LockSheet party={party} way={turning} onClose={() => setTurning(null)} />}
    </Panel>
  );
}

/** Its kind and what it is called: a browser and the passkey in it often have one name. */
function useFullName(): (way: WayIn) => string {
  const words = useWords(waysInWords);
  return (way) => [words.kinds[way.kind], way.name].filter(Boolean).join(' ');
}

function LockSheet({ party, way, onClose }: { party: string; way: WayIn; onClose: () => void }) {
  const words = useWords(waysInWords);
  const api = useApi();
  const locks = way.locked_at === null;
  const name = useFullName()(way);
  return (
    <ChangeSheet
      title={locks ? words.lockOf(name) : words.unlockOf(name)}
      lead={locks ? words.lockLead[way.kind] : words.unlockLead}
      label={locks ? words.lock : words.unlock}
      danger={locks}
      send={async (reason): Promise<ChangeOutcome> => {
        await (locks ? lockWayIn : unlockWayIn)(api, party, way.id, reason);
        return { state: 'done', proposal_id: null };
      }}
      onClose={onClose}
    >
      {/* Of staff and operators no contact is known. */}
      {party.startsWith('per_') && <p>{words.told}</p>}
    </ChangeSheet>
  );
}
