import { answer, useApi, type Limits, type LimitStanding } from '@qiao/api';
import { useFormat, useLanguage, useWords } from '@qiao/i18n';
import { individualLimitWords } from '@qiao/i18n/individual-limits';
import { Button } from '@qiao/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fault } from './fault';
import { useLimitName } from './limit-name';
import css from './verification.module.css';
import { useSubject, useVerificationWords } from './words';

/** The tier of a person or a business, and a bar for each of its limits: what the ledger has counted. */
export function LimitList({ limits }: { limits: Limits }) {
  const words = useVerificationWords();
  const format = useFormat();
  const { language } = useLanguage();
  const { tier, ceiling } = limits;
  return (
    <section className={css.section} aria-label={words.limits}>
      <p className={css.tierLabel}>{words.myTier}</p>
      <h2 className={css.tier}>{language === 'zh-CN' ? tier.name : tier.name_en}</h2>
      {limits.tier_expires_at && (
        <p className={css.note}>{words.until(format.date(limits.tier_expires_at.slice(0, 10)))}</p>
      )}
      <ul className={css.bars}>
        {ceiling && (
          <li>
            <Bar
              name={words.holds}
              used={ceiling.holds.amount}
              cap={ceiling.cap.amount}
              text={words.of(format.money(ceiling.holds), format.money(ceiling.cap))}
              note=""
            />
          </li>
        )}
        {limits.limits
          .filter((limit) => limit.window !== 'payment' && limit.cap)
          .map((limit) => (
            <li key={limit.id}>
              <LimitBar limit={limit} />
            </li>
          ))}
      </ul>
      <Zone zone={limits.time_zone} />
    </section>
  );
}

function LimitBar({ limit }: { limit: LimitStanding }) {
  const words = useVerificationWords();
  const format = useFormat();
  const own = useOwnLine(limit.own);
  const nameOf = useLimitName();
  const { cap, used, left } = limit;
  if (!cap || !left) return null;
  const resets = limit.resets_at ? words.resets(format.momentWithin(limit.resets_at)) : null;
  return (
    <Bar
      name={nameOf(limit)}
      used={used.amount}
      cap={cap.amount}
      text={`${words.left(format.money(left))} · ${words.of(format.money(used), format.money(cap))}`}
      note={resets ?? (limit.window === 'life' ? words.neverResets : '')}
      own={own}
    />
  );
}

/** That a limit was set for this person alone, what it was, and until when. */
function useOwnLine(own: LimitStanding['own']): string {
  const words = useWords(individualLimitWords);
  const format = useFormat();
  if (!own) return '';
  const day = format.date(own.until);
  if (!own.usual) return words.loweredFromNone(day);
  return (own.raises ? words.raised : words.lowered)(format.money(own.usual), day);
}

function Bar({
  name,
  used,
  cap,
  text,
  note,
  own = '',
}: {
  name: string;
  used: number;
  cap: number;
  text: string;
  note: string;
  own?: string;
}) {
  const share = cap === 0 ? 1 : Math.min(1, used / cap);
  return (
    <div className={css.bar}>
      <p>
        <b>{name}</b>
      </p>
      <div
        className={css.track}
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={cap}
        aria-valuenow={Math.min(used, cap)}
        aria-valuetext={text}
      >
        <span style={{ inlineSize: `${share * 100}%` }} data-full={share > 0.9 || undefined} />
      </div>
      <p className={css.note}>
        <span className="n">{text}</span>
        {note && <span>{note}</span>}
      </p>
      {own && <p className={css.note}>{own}</p>}
    </div>
  );
}

/** Where the days begin; a person's device may be elsewhere. A business has the platform's days. */
function Zone({ zone }: { zone: string }) {
  const words = useVerificationWords();
  const { http } = useApi();
  const queries = useQueryClient();
  const own = useSubject() === 'person';
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const move = useMutation({
    mutationFn: () => answer(http.PUT('/v1/limits/time-zone', { body: { time_zone: here } })),
    onSuccess: (limits) => queries.setQueryData(['limits'], limits),
  });
  return (
    <>
      <p className={css.note}>
        <span>{words.dayBegins(zone)}</span>
        {move.isSuccess && <span role="status">{words.zoneLater}</span>}
      </p>
      {move.isError && <Fault failure={move.error} />}
      {own && here !== zone && here.includes('/') && (
        <Button kind="quiet" size="m" busy={move.isPending} onClick={() => move.mutate()}>
          {words.useThisZone(here)}
        </Button>
      )}
    </>
  );
}
