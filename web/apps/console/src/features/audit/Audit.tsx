import { problemOf, useAudit } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Button, EmptyState } from '@qiao/ui';
import { Blank, PageHead, Panel, ProblemCard, Search, Toolbar } from '@qiao/ui/desk';
import css from './audit.module.css';
import { AuditTable } from './AuditTable';

/** The trail of everything that people, staff, operators and the system did. */
export function Audit({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const words = useWords(consoleWords);
  const common = useWords(commonWords);
  const audit = useAudit(q || undefined);
  const entries = audit.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHead title={words.audit} note={words.auditLead} />
      <Toolbar>
        <Search label={words.auditFind} value={q} onSearch={onSearch} />
      </Toolbar>
      <Panel>
        {entries === undefined ? (
          audit.isError ? (
            <ProblemCard problem={problemOf(audit.error)} onRetry={() => void audit.refetch()} />
          ) : (
            <Blank height={480} />
          )
        ) : entries.length === 0 ? (
          <EmptyState title={words.noAudit}>{words.noAuditTodo}</EmptyState>
        ) : (
          <AuditTable entries={entries} />
        )}
        {audit.hasNextPage && (
          <div className={css.more}>
            <Button
              kind="quiet"
              size="m"
              busy={audit.isFetchingNextPage}
              onClick={() => void audit.fetchNextPage()}
            >
              {common.loadMore}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}
