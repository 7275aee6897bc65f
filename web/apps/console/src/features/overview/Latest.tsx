import type { FeedEntry } from '@qiao/api';
import { commonWords, formatIn, useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { EmptyState, Icon } from '@qiao/ui';
import { Panel } from '@qiao/ui/desk';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import css from './overview.module.css';

const SHOWN = 14;

/** What just happened, newest first. Pausing holds the list still while somebody reads. */
export function Latest({ entries }: { entries: readonly FeedEntry[] }) {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const [held, setHeld] = useState<readonly FeedEntry[] | null>(null);
  const shown = (held ?? entries).slice(0, SHOWN);
  const paused = held !== null;
  return (
    <Panel
      title={words.latest}
      live={!paused}
      action={
        <button type="button" aria-pressed={paused} onClick={() => setHeld(paused ? null : entries)}>
          <Icon name={paused ? 'right' : 'pause'} size="xs" />
          {paused ? words.resume : words.pause}
        </button>
      }
    >
      {shown.length === 0 ? (
        <EmptyState title={words.nothingYet}>{words.nothingYetTodo}</EmptyState>
      ) : (
        <ul className={css.tail}>
          {shown.map((entry) => (
            <li key={`${entry.id} ${entry.state}`}>
              <Link to="/payments/$id" params={{ id: entry.id }}>
                <span className={css.at}>{clock(entry.at)}</span>
                <span className={css.state} data-state={entry.kind === 'refund' ? 'refund' : entry.state}>
                  {entry.kind === 'refund' && entry.state === 'succeeded'
                    ? words.refunded
                    : stateWord(entry.state)}
                </span>
                <span className={css.what}>
                  {format.name(entry.channel)} ·{' '}
                  {entry.kind === 'payment' ? common.scenes[entry.scene] : words.kinds[entry.kind]}
                </span>
                <span className={css.sum}>{format.plain(entry.amount)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );

  function stateWord(state: string): string {
    return state === 'failed' ? words.notTaken : (words.states[state] ?? state);
  }
}

/** 20:36:18, in platform time. */
function clock(at: string): string {
  return formatIn('en').fullMoment(at).split(' ').at(-1) ?? '';
}
