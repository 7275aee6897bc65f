import type { MerchantToday } from '@qiao/api';
import { HIDDEN_AMOUNT, money, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Amount, Figure, Icon, IconButton, useAmounts } from '@qiao/ui';
import { HourChart } from '@qiao/ui/desk';
import { pairs, runningHour, sentence } from './figures';
import css from './Takings.module.css';
import { trend, writtenTrend } from './trend';

/** The deck across the page: today stands above the water, last week's same day is its reflection. */
export function Takings({ today }: { today: MerchantToday }) {
  const { hidden, toggle } = useAmounts();
  const words = useWords(merchantWords);
  const format = useFormat();
  const weekday = format.weekday(today.date);
  const change = trend(today.net.amount, today.last_week.net.amount);
  return (
    <section className={css.deck} aria-label={words.netToday}>
      <div>
        <div className={css.label}>
          <span>{words.netToday}</span>
          <IconButton
            icon={hidden ? 'eye-off' : 'eye'}
            size="s"
            label={words.hideAmounts}
            aria-pressed={hidden}
            onClick={toggle}
          />
        </div>
        <p className={css.big}>
          <Figure value={today.net} size="hero" covers />
        </p>
        <p className={css.compared}>
          {change === null ? (
            words.firstWeek
          ) : (
            <>
              <span className={change < 0 ? css.down : undefined}>
                <Icon name="up" size="xs" />
              </span>
              <b>{writtenTrend(change)}</b>
              <span>
                {words.versusThen(weekday)} <Amount value={today.last_week.net} />
              </span>
            </>
          )}
        </p>
        <dl className={css.figures}>
          <div>
            <dt>{words.count}</dt>
            <dd>{today.count}</dd>
          </div>
          <div>
            <dt>{words.average}</dt>
            <dd>
              <Amount value={today.average} />
            </dd>
          </div>
          <div>
            <dt>{words.refundsOf(today.refunds.count)}</dt>
            <dd>
              <Amount value={today.refunds.total} />
            </dd>
          </div>
        </dl>
      </div>
      <HourChart
        hours={pairs(today)}
        now={runningHour(today, format)}
        ground="deck"
        sentence={sentence(today, format, words, hidden)}
        words={{ title: words.hourlyNet, today: words.today, before: words.lastWeek(weekday) }}
        print={(value) => (hidden ? HIDDEN_AMOUNT : format.plain(money(value, today.net.currency)))}
      />
    </section>
  );
}
