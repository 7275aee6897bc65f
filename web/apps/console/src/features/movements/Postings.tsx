import type { AccountView, PostingView } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Panel } from '@qiao/ui/desk';
import css from './movements.module.css';
import { MovementState } from './MovementTable';

/** What a movement did to the accounts: each leg takes from one account and gives to another. */
export function Postings({ postings }: { postings: readonly PostingView[] }) {
  const words = useWords(consoleWords);
  return (
    <Panel title={words.postings} note={words.postingsNote}>
      {postings.length === 0 ? (
        <p className={css.noneIn}>{words.noPostings}</p>
      ) : (
        postings.map((posting) => <Posting key={posting.id} posting={posting} />)
      )}
    </Panel>
  );
}

function Posting({ posting }: { posting: PostingView }) {
  const words = useWords(consoleWords);
  const format = useFormat();
  return (
    <section className={css.posting} aria-label={`${words.columns.posting} ${posting.id}`}>
      <header>
        <b>{words.postingKinds[posting.kind] ?? posting.kind}</b>
        <span className={css.number}>{posting.id}</span>
        <span className={css.quiet}>{format.fullMoment(posting.at)}</span>
        <MovementState state={posting.result} />
      </header>
      {posting.legs.map((leg, index) => (
        <div key={index} className={css.leg}>
          <Side account={leg.debit} label={words.columns.debit} />
          <div className={css.flow}>
            <b>{format.money(leg.amount)}</b>
            <svg viewBox="0 0 120 22" aria-hidden="true">
              <path d="M4 20a56 17 0 0 1 108-3M112.500 9.500 112 17.500 104.500 15" />
            </svg>
          </div>
          <Side account={leg.credit} label={words.columns.credit} />
        </div>
      ))}
    </section>
  );
}

function Side({ account, label }: { account: AccountView; label: string }) {
  const words = useWords(consoleWords);
  const format = useFormat();
  return (
    <dl className={css.side}>
      <dt>
        {label} · {words.accountNumber(account.number)}
      </dt>
      <dd>
        <b>{account.name}</b>
      </dd>
      <dd className={css.quiet}>
        {words.columns.balance} <span className="n">{format.money(account.balance_after)}</span> ·{' '}
        {words.columns.sequence} <span className="n">{account.sequence}</span>
      </dd>
    </dl>
  );
}
