import {
  lockParty,
  problemOf,
  unlockParty,
  useAccountStanding,
  useApi,
  useLocks,
  useMay,
  type ChangeOutcome,
  type LockLine,
} from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { rolesWords } from '@qiao/i18n/roles';
import { useAct } from '@qiao/security';
import { Button, EmptyState, Fact, Facts } from '@qiao/ui';
import {
  Blank,
  DataTable,
  PageHead,
  Panel,
  Panels,
  ProblemCard,
  RowActs,
  Search,
  Tag,
  Toolbar,
} from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangeSheet } from '../../parts/ChangeSheet';
import { FreezeSheet, type Freezing } from './FreezeSheet';
import { WaysIn } from './WaysIn';
import css from './locks.module.css';

const LOCKABLE = /^(per|stf|opr)_/;
const HOLDS_ACCOUNT = /^(per|mer)_/;

/** Locking somebody out, and freezing their account: found by id, since names are not looked for here. */
export function Locks({ party, onParty }: { party: string; onParty: (party: string) => void }) {
  const words = useWords(rolesWords);
  const may = useMay();
  const known = LOCKABLE.test(party) || HOLDS_ACCOUNT.test(party);
  return (
    <>
      <PageHead title={words.locks} note={words.locksLead} />
      <Toolbar>
        <Search label={words.locksFind} atEnter value={party} onSearch={onParty} />
      </Toolbar>
      <Panels>
        {party !== '' && !known && (
          <Panel>
            <EmptyState title={words.noParty}>{words.noPartyTodo}</EmptyState>
          </Panel>
        )}
        {LOCKABLE.test(party) && may('locks.place') && <Lock key={`lock ${party}`} party={party} />}
        {LOCKABLE.test(party) && may('locks.read') && <WaysIn key={`ways ${party}`} party={party} />}
        {HOLDS_ACCOUNT.test(party) && may('accounts.read') && <Account key={party} party={party} />}
        <Locked />
      </Panels>
    </>
  );
}

function Lock({ party }: { party: string }) {
  const words = useWords(rolesWords);
  const api = useApi();
  const locks = useLocks(useMay()('locks.read'));
  const [locking, setLocking] = useState(false);
  const isLocked = locks.data?.items.some((lock) => lock.party === party) ?? false;
  return (
    <Panel title={words.signIn} padded>
      <div className={css.line}>
        <Tag tone={isLocked ? 'verm' : 'jade'}>{isLocked ? words.lockedOut : words.maySignIn}</Tag>
        {!isLocked && (
          <Button kind="danger" size="m" icon="lock" onClick={() => setLocking(true)}>
            {words.lockNow}
          </Button>
        )}
      </div>
      {locking && (
        <ChangeSheet
          title={words.lockNow}
          lead={words.lockLead}
          label={words.lockNow}
          danger
          send={async (reason): Promise<ChangeOutcome> => {
            await lockParty(api, party, reason);
            return { state: 'done', proposal_id: null };
          }}
          onClose={() => setLocking(false)}
        />
      )}
    </Panel>
  );
}

function Account({ party }: { party: string }) {
  const words = useWords(rolesWords);
  const format = useFormat();
  const mayFreeze = useMay()('accounts.freeze');
  const account = useAccountStanding(party);
  const [freezing, setFreezing] = useState<Freezing | null>(null);
  if (!account.data) {
    return (
      <Panel title={words.account}>
        {account.isError ? <ProblemCard problem={problemOf(account.error)} /> : <Blank height={160} />}
      </Panel>
    );
  }
  const sides = [
    {
      side: 'debit' as const,
      frozen: account.data.debit_frozen,
      byPerson: account.data.frozen_by_person,
    },
    { side: 'credit' as const, frozen: account.data.credit_frozen, byPerson: false },
  ];
  return (
    <Panel title={words.account} note={format.name(account.data)} padded>
      <Facts>
        <Fact name={words.balance}>{format.money(account.data.balance)}</Fact>
      </Facts>
      {sides.map(({ side, frozen, byPerson }) => (
        <div className={css.line} key={side}>
          <span className={css.what}>
            {words.fields[side]}
            <Tag tone={frozen ? 'verm' : 'jade'}>
              {words.values[`${side}.${byPerson ? 'frozen_by_person' : frozen ? 'frozen' : 'open'}`]}
            </Tag>
          </span>
          {mayFreeze && (
            <RowActs>
              {frozen && (
                <Button
                  kind="quiet"
                  size="m"
                  aria-label={words.unfreezeSide[side]}
                  onClick={() => setFreezing({ party, side, freeze: false })}
                >
                  {words.unfreeze}
                </Button>
              )}
              {(!frozen || byPerson) && (
                <Button
                  kind="quiet"
                  size="m"
                  aria-label={words.freezeSide[side]}
                  onClick={() => setFreezing({ party, side, freeze: true })}
                >
                  {words.freeze}
                </Button>
              )}
            </RowActs>
          )}
        </div>
      ))}
      {freezing && <FreezeSheet freezing={freezing} onClose={() => setFreezing(null)} />}
    </Panel>
  );
}

function Locked() {
  const words = useWords(rolesWords);
  const format = useFormat();
  const may = useMay();
  const api = useApi();
  const queries = useQueryClient();
  const act = useAct();
  const locks = useLocks(may('locks.read'));
  if (!may('locks.read')) return null;
  const lift = (lock: LockLine) =>
    act.run(async () => {
      await unlockParty(api, lock.party);
      await queries.invalidateQueries({ queryKey: ['locks'] });
    });
  return (
    <Panel title={words.lockedNow}>
      {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
      {!locks.data ? (
        locks.isError ? (
          <ProblemCard problem={problemOf(locks.error)} onRetry={() => void locks.refetch()} />
        ) : (
          <Blank height={160} />
        )
      ) : locks.data.items.length === 0 ? (
        <EmptyState title={words.nobodyLocked} />
      ) : (
        <DataTable
          label={words.lockedNow}
          items={locks.data.items}
          keyOf={(lock) => lock.party}
          columns={[
            { key: 'name', head: words.name, phone: 'title', cell: (lock) => <b>{lock.name}</b> },
            { key: 'id', head: words.facts.id, cell: (lock) => <span className="n">{lock.party}</span> },
            { key: 'why', head: words.why, phone: 'note', cell: (lock) => lock.reason },
            { key: 'by', head: words.lockedBy, cell: (lock) => lock.locked_by },
            {
              key: 'at',
              head: words.since,
              phone: 'endNote',
              cell: (lock) => format.moment(lock.locked_at),
            },
            ...(may('locks.lift')
              ? [
                  {
                    key: 'acts',
                    head: words.acts,
                    headHidden: true,
                    numeric: true,
                    phone: 'end' as const,
                    cell: (lock: LockLine) => (
                      <RowActs>
                        <Button
                          kind="quiet"
                          size="m"
                          busy={act.busy}
                          aria-label={words.unlockOf(lock.name)}
                          onClick={() => lift(lock)}
                        >
                          {words.unlock}
                        </Button>
                      </RowActs>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Panel>
  );
}
