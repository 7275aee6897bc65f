import { problemOf, useMay, useSubjectLimits, type LimitStanding, type Subject } from '@qiao/api';
import { commonWords, useFormat, useLanguage, useWords } from '@qiao/i18n';
import { individualLimitWords } from '@qiao/i18n/individual-limits';
import { verificationWords } from '@qiao/i18n/verification';
import { Button, RowSkeletons } from '@qiao/ui';
import { DataTable, Panel, ProblemCard, RowActs } from '@qiao/ui/desk';
import { useLimitName } from '@qiao/verification';
import { useState } from 'react';
import { LimitSheet, RestoreSheet } from './LimitSheet';
import { LowerSheet } from './LowerSheet';
import css from './limits.module.css';

interface Props {
  subject: Subject;
  /** Of the request for the sake of which a level may be lowered here; without one it is not. */
  reference?: string;
}

/** The tier of a person or a business now, what is used of its limits, and the ways to change both. */
export function SubjectLimits({ subject, reference }: Props) {
  const words = useWords(verificationWords);
  const common = useWords(commonWords);
  const { language } = useLanguage();
  const limits = useSubjectLimits(subject);
  const [lowering, setLowering] = useState(false);
  const zh = language === 'zh-CN';
  const data = limits.data;
  const lower = data?.tiers.filter((tier) => !tier.current && !tier.above) ?? [];
  const tier = data && (zh ? data.tier.name : data.tier.name_en);
  return (
    <Panel title={reference ? words.personLimits : tier} note={reference && tier}>
      {limits.isPending && <RowSkeletons count={2} label={common.loading} />}
      {limits.isError && <ProblemCard problem={problemOf(limits.error)} />}
      {data && <LimitTable subject={subject} limits={data.limits} />}
      {reference && lower.length > 0 && (
        <div className={css.foot}>
          <Button kind="quiet" size="m" onClick={() => setLowering(true)}>
            {words.lower}
          </Button>
        </div>
      )}
      {lowering && reference && (
        <LowerSheet
          subject={subject}
          reference={reference}
          tiers={lower.map((tier) => ({ value: tier.id, label: zh ? tier.name : tier.name_en }))}
          onClose={() => setLowering(false)}
        />
      )}
    </Panel>
  );
}

function LimitTable({ subject, limits }: { subject: Subject; limits: readonly LimitStanding[] }) {
  const words = useWords(verificationWords);
  const own = useWords(individualLimitWords);
  const format = useFormat();
  const mayChange = useMay()('limits.change');
  const nameOf = useLimitName();
  const [changing, setChanging] = useState<LimitStanding | null>(null);
  const [restoring, setRestoring] = useState<LimitStanding | null>(null);
  return (
    <>
      <DataTable<LimitStanding>
        label={words.limits}
        items={limits}
        keyOf={(limit) => limit.id}
        columns={[
          {
            key: 'limit',
            head: words.limit,
            phone: 'title',
            cell: (limit) => (
              <>
                <b>{nameOf(limit)}</b>
                <Note limit={limit} />
              </>
            ),
          },
          {
            key: 'used',
            head: words.used,
            phone: 'note',
            cell: (limit) => (
              <span className="n">
                {limit.cap
                  ? words.of(format.money(limit.used), format.money(limit.cap))
                  : words.uncapped(format.money(limit.used))}
              </span>
            ),
          },
          ...(mayChange
            ? [
                {
                  key: 'acts',
                  head: own.change,
                  headHidden: true,
                  numeric: true,
                  phone: 'end' as const,
                  cell: (limit: LimitStanding) => (
                    <RowActs>
                      <Button
                        kind="quiet"
                        size="m"
                        aria-label={own.changeOf(nameOf(limit))}
                        onClick={() => setChanging(limit)}
                      >
                        {own.change}
                      </Button>
                      {limit.own && (
                        <Button
                          kind="quiet"
                          size="m"
                          aria-label={own.restoreOf(nameOf(limit))}
                          onClick={() => setRestoring(limit)}
                        >
                          {own.restore}
                        </Button>
                      )}
                    </RowActs>
                  ),
                },
              ]
            : []),
        ]}
      />
      {changing && <LimitSheet subject={subject} limit={changing} onClose={() => setChanging(null)} />}
      {restoring && <RestoreSheet subject={subject} limit={restoring} onClose={() => setRestoring(null)} />}
    </>
  );
}

/** Whether it is a law's, or somebody's own. */
function Note({ limit }: { limit: LimitStanding }) {
  const words = useWords(individualLimitWords);
  const format = useFormat();
  const { own } = limit;
  if (!own) return limit.statutory ? <small className={css.note}>{words.statutory}</small> : null;
  const usual = own.usual ? format.money(own.usual) : words.none;
  const day = format.date(own.until);
  return (
    <small className={css.note}>
      {own.raises ? words.ownRaised(usual, day) : words.ownLowered(usual, day)}
    </small>
  );
}
