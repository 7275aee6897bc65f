import { useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { SecuritySettings } from '@qiao/security';
import { PageHead, Panel } from '@qiao/ui/desk';
import type { ReactNode } from 'react';

/** One's own passkeys, authenticator and recovery codes. */
export function SecurityPage({ back }: { back?: ReactNode }) {
  const words = useWords(securityWords);
  return (
    <>
      <PageHead title={words.title} note={words.lead} back={back} />
      <Panel padded>
        <SecuritySettings />
      </Panel>
    </>
  );
}
