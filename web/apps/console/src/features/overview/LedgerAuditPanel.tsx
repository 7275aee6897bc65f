import { problemOf, useLedgerAudit, type LedgerAudit, type LedgerAuditPass } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Blank, DataTable, Panel, ProblemCard, Tag } from '@qiao/ui/desk';
import css from './ledger-audit.module.css';

/** How far the ledger's audit of itself is, and everything that it has found. */
export function LedgerAuditPanel() {
  const words = useWords(consoleWords);
  const audit = useLedgerAudit();
  return (
    <Panel
      title={words.ledgerAudit}
      note={words.ledgerAuditNote}
      action={audit.data && <Verdict audit={audit.data} />}
    >
      {audit.data ? (
        <Standing audit={audit.data} />
      ) : audit.isError ? (
        <ProblemCard problem={problemOf(audit.error)} onRetry={() => void audit.refetch()} />
      ) : (
        <Blank height={112} />
      )}
    </Panel>
  );
}

/** Before the first pass has ended nobody knows. */
function Verdict({ audit }: { audit: LedgerAudit }) {
  const words = useWords(consoleWords);
  if (audit.open > 0) {
    return <Tag tone="verm">{words.ledgerAuditDiffers(audit.open.toLocaleString('en'))}</Tag>;
  }
  return audit.whole ? <Tag tone="jade">{words.ledgerAuditAgrees}</Tag> : null;
}

function Standing({ audit }: { audit: LedgerAudit }) {
  const words = useWords(consoleWords);
  const format = useFormat();
  return (
    <>
      <dl className={css.passes}>
        <Pass name={words.ledgerAuditRecent} pass={audit.recent} />
        <Pass name={words.ledgerAuditWhole} pass={audit.whole} />
        {audit.under_way && <Pass name={words.ledgerAuditUnderWay} pass={audit.under_way} />}
      </dl>
      {audit.open > 0 && (
        <>
          <p className={css.todo}>{words.ledgerAuditTodo}</p>
          <DataTable
            label={words.ledgerAuditDifferences}
            items={audit.differences}
            keyOf={(d) => `${d.subject} ${d.figure}`}
            columns={[
              {
                key: 'subject',
                head: words.ledgerAuditColumns.subject,
                phone: 'title',
                cell: (d) => <span className={css.subject}>{d.subject}</span>,
              },
              {
                key: 'figure',
                head: words.ledgerAuditColumns.figure,
                phone: 'note',
                cell: (d) => <span className={css.subject}>{d.figure}</span>,
              },
              {
                key: 'expected',
                head: words.ledgerAuditColumns.expected,
                numeric: true,
                cell: (d) => d.expected.toLocaleString('en'),
              },
              {
                key: 'actual',
                head: words.ledgerAuditColumns.actual,
                numeric: true,
                phone: 'end',
                cell: (d) => <span className={css.wrong}>{d.actual.toLocaleString('en')}</span>,
              },
              {
                key: 'found',
                head: words.ledgerAuditColumns.found,
                phone: 'endNote',
                cell: (d) => format.moment(d.found_at),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

function Pass({ name, pass }: { name: string; pass: LedgerAuditPass | null }) {
  const words = useWords(consoleWords);
  const format = useFormat();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {pass ? (
          <>
            {words.ledgerAuditFigures(pass.accounts.toLocaleString('en'), pass.postings.toLocaleString('en'))}
            <small>
              {pass.ended_at
                ? words.ledgerAuditEnded(format.momentWithin(pass.ended_at))
                : words.ledgerAuditBegan(format.momentWithin(pass.begun_at))}
            </small>
          </>
        ) : (
          <small>{words.ledgerAuditNever}</small>
        )}
      </dd>
    </div>
  );
}
