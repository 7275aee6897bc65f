import { commonWords, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { securityWords } from '@qiao/i18n/security';
import { SecuritySettings } from '@qiao/security';
import { Main, Page, Rows, TopBar } from '@qiao/ui';
import { BackLink } from '../../parts/back-link';
import { FreezeCard } from '../../parts/freeze-card';
import { LinkRow } from '../../parts/link-row';
import css from './security.module.css';

/** Freezing, the check-up, then passkeys, the authenticator and its recovery codes. */
export function SecurityPage() {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const protection = useWords(protectionWords);
  return (
    <Page>
      <TopBar title={words.title} back={<BackLink />} documentTitle={`${words.title} · ${common.brand}`} />
      <Main>
        <div className={css.first}>
          <Rows>
            <li>
              <FreezeCard />
            </li>
            <LinkRow to="/check-up" icon="audit" title={protection.checkUp} note={protection.checkUpNote} />
            <LinkRow to="/held" icon="pause" title={protection.heldTitle} />
            <LinkRow
              to="/contact"
              icon="chat"
              title={protection.contactPage}
              note={protection.contactPageNote}
            />
          </Rows>
        </div>
        <SecuritySettings />
      </Main>
    </Page>
  );
}
