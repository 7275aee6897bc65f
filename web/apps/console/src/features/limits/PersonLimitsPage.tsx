import { useWords } from '@qiao/i18n';
import { individualLimitWords } from '@qiao/i18n/individual-limits';
import { PageHead } from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import { PersonLimits } from '../../parts/PersonLimits';

/** The limits of one person, who stays unnamed: how much they may move says nothing about who they are. */
export function PersonLimitsPage({ id, back }: { id: string; back: ReactNode }) {
  const words = useWords(individualLimitWords);
  return (
    <>
      <PageHead title={words.page} note={id} back={back} />
      <PersonLimits person={id} />
    </>
  );
}
