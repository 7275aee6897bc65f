import { commonWords, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Main, Page, TopBar } from '@qiao/ui';
import { BackLink } from '../../parts/back-link';
import { Agreements } from './agreements';
import { Leave } from './leave';
import { TakeAlong } from './take-along';

/** A person's data: what they agreed to, all of it to take along, and the end of it. */
export function Privacy() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  return (
    <Page>
      <TopBar
        title={words.privacy}
        back={<BackLink />}
        documentTitle={`${words.privacy} · ${common.brand}`}
      />
      <Main>
        <Agreements />
        <TakeAlong />
        <Leave />
      </Main>
    </Page>
  );
}
