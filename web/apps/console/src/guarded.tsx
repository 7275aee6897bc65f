import { useMay, type Permission } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { rolesWords } from '@qiao/i18n/roles';
import { buttonClass, EmptyState } from '@qiao/ui';
import { usePageTitle } from '@qiao/ui/desk';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A page for those who may see it; others are told that they may not, and nothing of it is asked for. */
export function Guarded({ needs, children }: { needs: Permission; children: ReactNode }) {
  return useMay()(needs) ? children : <Hidden />;
}

function Hidden() {
  const words = useWords(rolesWords);
  const common = useWords(commonWords);
  usePageTitle(words.hiddenTitle);
  return (
    <EmptyState
      whole
      title={words.hiddenTitle}
      action={
        <Link to="/" className={buttonClass({ size: 'm' })}>
          {common.toHome}
        </Link>
      }
    >
      {words.hiddenText}
    </EmptyState>
  );
}
