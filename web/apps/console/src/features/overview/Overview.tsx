import { problemOf, useMay, useOverview, type Overview as Figures } from '@qiao/api';
import { formatIn, useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Banner } from '@qiao/ui';
import {
  Blank,
  Columns,
  drawnHours,
  HourChart,
  KpiStrip,
  PageHead,
  Panel,
  Panels,
  peak,
  ProblemCard,
  type HourPair,
  type Kpi,
} from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import { Channels } from './Channels';
import { Latest } from './Latest';
import { LedgerAuditPanel } from './LedgerAuditPanel';
import { percent } from './percent';

/** How the platform is doing now: its figures, its hours against last week's, its channels and what just happened. */
export function Overview({ search, unknownLink }: { search: ReactNode; unknownLink: ReactNode }) {
  const words = useWords(consoleWords);
  const format = useFormat();
  const overview = useOverview();
  const maySeeBooks = useMay()('books.read');
  const figures = overview.data;
  return (
    <>
      <PageHead title={words.overview} live={figures && words.liveAt(clock(figures.as_of))}>
        {search}
      </PageHead>
      {figures ? (
        <Panels>
          {figures.ledger_difference.amount !== 0 && (
            <Banner
              tone="danger"
              title={`${words.ledgerDifference} ${format.money(figures.ledger_difference)}`}
            >
              {words.unbalancedAt(format.time(figures.ledger_checked_at))}
            </Banner>
          )}
          <KpiStrip label={words.figures} items={kpis(figures)} />
          <Columns aside={<Latest entries={figures.latest} />}>
            <Panel title={words.perHour} padded>
              <Hours figures={figures} />
            </Panel>
            <Channels channels={figures.channels} />
            {maySeeBooks && <LedgerAuditPanel />}
          </Columns>
        </Panels>
      ) : overview.isError ? (
        <ProblemCard problem={problemOf(overview.error)} onRetry={() => void overview.refetch()} />
      ) : (
        <Panels>
          <Blank height={86} />
          <Blank height={240} />
          <Blank height={360} />
        </Panels>
      )}
    </>
  );

  function kpis(of: Figures): Kpi[] {
    const volume = split(format.large(of.volume));
    const unknown = of.unknown > 0;
    return [
      {
        key: 'volume',
        label: words.volume,
        ...volume,
        baseline: words.counted(of.count.toLocaleString('en')),
      },
      {
        key: 'success',
        label: words.successRate,
        // Of nothing there is no rate.
        ...(of.count + of.refused > 0 ? { value: percent(of.success_rate_bp), unit: '%' } : { value: '—' }),
        baseline: words.refused(of.refused.toLocaleString('en')),
      },
      {
        key: 'refunds',
        label: words.refunds,
        ...split(format.large(of.refunds.total)),
        baseline: words.refundsCounted(of.refunds.count.toLocaleString('en')),
      },
      {
        key: 'unknown',
        label: words.unknown,
        value: of.unknown.toLocaleString('en'),
        baseline: unknown ? unknownLink : words.unknownNone,
        tone: unknown ? 'amber' : undefined,
      },
      {
        key: 'people',
        label: words.peopleAndMerchants,
        value: of.people.toLocaleString('en'),
        baseline: words.merchantsCount(of.merchants.toLocaleString('en')),
      },
      {
        key: 'ledger',
        label: words.ledgerDifference,
        value: format.money(of.ledger_difference),
        baseline: (of.ledger_difference.amount === 0 ? words.balancedAt : words.unbalancedAt)(
          format.time(of.ledger_checked_at),
        ),
        tone: of.ledger_difference.amount === 0 ? undefined : 'verm',
      },
    ];
  }
}

function Hours({ figures }: { figures: Figures }) {
  const words = useWords(consoleWords);
  const format = useFormat();
  const now = Number(format.time(figures.as_of).slice(0, 2));
  const hours: HourPair[] = figures.hours.map((h) => ({
    hour: h.hour,
    value: h.count,
    before: h.last_week_count,
  }));
  const shown = drawnHours(hours, now);
  const best = peak(shown);
  const sentence = best
    ? words.hoursSentence(shown[0]?.hour ?? 0, shown.at(-1)?.hour ?? 0, best.hour, best.value)
    : words.hoursEmpty;
  return (
    <HourChart
      hours={hours}
      now={now}
      ground="card"
      sentence={sentence}
      words={{ today: words.today, before: words.lastWeek(format.weekday(figures.date)) }}
      print={(value) => value.toLocaleString('en')}
    />
  );
}

/** The unit of a large total stands smaller behind it. */
function split(text: string): { value: string; unit?: string } {
  const [value = '', unit] = text.split(' ');
  return unit ? { value, unit } : { value };
}

/** 20:36:18, in platform time. */
function clock(at: string): string {
  return formatIn('en').fullMoment(at).split(' ').at(-1) ?? '';
}
