import type { Subject } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { individualLimitWords } from '@qiao/i18n/individual-limits';
import { PageHead } from '@qiao/ui/desk';
import type { ReactNode } from 'react';
import { SubjectLimits } from '../../parts/SubjectLimits';

/** The limits of one person or business, unnamed: how much they may move says nothing about who they are. */
export function LimitsPage({ subject, back }: { subject: Subject; back: ReactNode }) {
  const words = useWords(individualLimitWords);
  return (
    <>
      <PageHead title={words.page} note={subject.id} back={back} />
      <SubjectLimits subject={subject} />
    </>
  );
}
