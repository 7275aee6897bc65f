import { commonWords, useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { SecuritySettings } from '@qiao/security';
import { Main, Page, TopBar } from '@qiao/ui';
import { BackLink } from '../../parts/back-link';

/** Passkeys, the authenticator and its recovery codes. */
export function SecurityPage() {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  return (
    <Page>
      <TopBar title={words.title} back={<BackLink />} documentTitle={`${words.title} · ${common.brand}`} />
      <Main>
        <SecuritySettings />
      </Main>
    </Page>
  );
}
