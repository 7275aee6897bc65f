import { problemOf, useMerchantToday } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Blank, Columns, PageHead, Panel, Panels, ProblemCard, usePageTitle, useWide } from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import { PhoneTakings } from './PhoneTakings';
import { Sources } from './Sources';
import { Takings } from './Takings';

export interface TodayProps {
  storeId: string | undefined;
  /** The latest entries, drawn by the entries feature. */
  live: ReactNode;
  /** Leads to all of them. */
  allEntries: ReactNode;
  /** Ways to collect: at the page's head on wide screens, two keys under the deck on phones. */
  keys: ReactNode;
}

/** Home: what came in today, hour by hour, against the same day last week, and the latest entries as they arrive. */
export function Today({ storeId, live, allEntries, keys }: TodayProps) {
  const words = useWords(merchantWords);
  usePageTitle(words.todayPage);
  const format = useFormat();
  const wide = useWide();
  const today = useMerchantToday(storeId);

  if (today.isError && !today.data) {
    return <ProblemCard problem={problemOf(today.error)} onRetry={() => void today.refetch()} />;
  }
  const liveCard = (
    <Panel title={words.live} live bare action={allEntries}>
      {live}
    </Panel>
  );
  const sources = today.data && <Sources today={today.data} />;
  if (!wide) {
    return (
      <Panels>
        <div>
          <h1 className="vh">{words.todayPage}</h1>
          {today.data ? <PhoneTakings today={today.data} /> : <Blank height={290} />}
        </div>
        {keys}
        {liveCard}
        {sources}
      </Panels>
    );
  }
  const note =
    today.data &&
    `${format.date(today.data.date)} ${format.weekday(today.data.date)} · ${words.asOf(format.time(today.data.as_of))}`;
  return (
    <>
      <PageHead title={words.today} note={note}>
        {keys}
      </PageHead>
      <Panels>
        {today.data ? <Takings today={today.data} /> : <Blank height={310} />}
        <Columns aside={sources}>{liveCard}</Columns>
      </Panels>
    </>
  );
}
