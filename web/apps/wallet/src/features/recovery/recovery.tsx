import { commonWords, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { Button, Main, Page, TopBar } from '@qiao/ui';
import { useState } from 'react';
import { BackLink } from '../../parts/back-link';
import { Apply } from './apply';
import { forgetClaim, keptClaim, keepClaim } from './claim';
import { Progress } from './progress';
import css from './recovery.module.css';

/** What to do when one cannot sign in, and the last resort of who has nothing left. */
export function RecoveryPage() {
  const words = useWords(recoveryWords);
  const common = useWords(commonWords);
  const [claim, setClaim] = useState(keptClaim);
  const [applying, setApplying] = useState(false);

  function begin(token: string): void {
    keepClaim(token);
    setClaim(token);
    setApplying(false);
  }
  function forget(): void {
    forgetClaim();
    setClaim(null);
  }

  return (
    <Page>
      <TopBar title={words.title} back={<BackLink />} documentTitle={`${words.title} · ${common.brand}`} />
      <Main>
        <div className={css.page}>
          {claim !== null ? (
            <Progress claim={claim} onForget={forget} />
          ) : applying ? (
            <Apply onApplied={begin} />
          ) : (
            <Cases onApply={() => setApplying(true)} />
          )}
        </div>
      </Main>
    </Page>
  );
}

function Cases({ onApply }: { onApply: () => void }) {
  const words = useWords(recoveryWords);
  const cases = [
    [words.forgottenPin, words.forgottenPinText],
    [words.forgottenPassword, words.forgottenPasswordText],
    [words.lostPhone, words.lostPhoneText],
    [words.lostAuthenticator, words.lostAuthenticatorText],
    [words.recycled, words.recycledText],
    [words.lostEverything, words.lostEverythingText],
  ];
  return (
    <>
      <p className={css.lead}>{words.lead}</p>
      <dl className={css.cases}>
        {cases.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onApply}>{words.apply}</Button>
    </>
  );
}
