import { problemOf, useMerchantEntries } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { EmptyState } from '@qiao/ui';
import { Blank, ProblemCard } from '@qiao/ui/desk';
import { EntryTable } from './EntryTable';

const SHOWN = 7;

/** The latest money that came or went, newest first. It renews itself. */
export function Live({ storeId, fresh }: { storeId: string | undefined; fresh: ReadonlySet<string> }) {
  const words = useWords(merchantWords);
  const entries = useMerchantEntries({ storeId, state: 'succeeded', limit: SHOWN });
  const latest = entries.data?.pages[0]?.items.slice(0, SHOWN);
  if (!latest && entries.isError) {
    return <ProblemCard problem={problemOf(entries.error)} onRetry={() => void entries.refetch()} />;
  }
  if (!latest) return <Blank height={360} />;
  if (latest.length === 0) return <EmptyState title={words.nothingYet}>{words.nothingYetTodo}</EmptyState>;
  return <EntryTable entries={latest} fresh={fresh} today />;
}
