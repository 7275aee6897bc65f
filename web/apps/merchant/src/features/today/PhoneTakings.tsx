import type { MerchantToday } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Amount, Figure, IconButton, useAmounts } from '@qiao/ui';
import { HourPiers, HourPiersAxis } from '@qiao/ui/desk';
import { pairs, runningHour, sentence } from './figures';
import css from './PhoneTakings.module.css';
import { trend, writtenTrend } from './trend';

/** The deck on a phone: the hours are the piers that carry it. */
export function PhoneTakings({ today }: { today: MerchantToday }) {
  const { hidden, toggle } = useAmounts();
  const words = useWords(merchantWords);
  const format = useFormat();
  const now = runningHour(today, format);
  const change = trend(today.net.amount, today.last_week.net.amount);
  return (
    <>
      <section className={css.deck} aria-label={words.netToday}>
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
          <Figure value={today.net} size="display" covers />
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
            {change !== null ? (
              <>
                <dt>{words.versus(format.weekday(today.date))}</dt>
                <dd>{writtenTrend(change)}</dd>
              </>
            ) : (
              <>
                <dt>{words.refundsOf(today.refunds.count)}</dt>
                <dd>
                  <Amount value={today.refunds.total} />
                </dd>
              </>
            )}
          </div>
        </dl>
        <HourPiers hours={pairs(today)} now={now} sentence={sentence(today, format, words, hidden)} />
      </section>
      <HourPiersAxis hours={pairs(today)} now={now} nowLabel={words.oClock(now)} />
    </>
  );
}
