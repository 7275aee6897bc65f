import { commonWords, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { securityWords } from '@qiao/i18n/security';
import { SecuritySettings } from '@qiao/security';
import { Icon, IconTile, Main, Page, RowContent, rowClass, Rows, TopBar } from '@qiao/ui';
import { Link } from '@tanstack/react-router';
import { BackLink } from '../../parts/back-link';
import { FreezeCard } from '../../parts/freeze-card';
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
          <FreezeCard />
          <Rows>
            <li>
              <Link to="/check-up" className={rowClass}>
                <RowContent
                  tile={<IconTile icon="audit" />}
                  title={protection.checkUp}
                  note={protection.checkUpNote}
                />
                <Icon name="right" size="xs" />
              </Link>
            </li>
            <li>
              <Link to="/held" className={rowClass}>
                <RowContent tile={<IconTile icon="pause" />} title={protection.heldTitle} />
                <Icon name="right" size="xs" />
              </Link>
            </li>
            <li>
              <Link to="/contact" className={rowClass}>
                <RowContent
                  tile={<IconTile icon="chat" />}
                  title={protection.contactPage}
                  note={protection.contactPageNote}
                />
                <Icon name="right" size="xs" />
              </Link>
            </li>
          </Rows>
        </div>
        <SecuritySettings />
      </Main>
    </Page>
  );
}
