import { answer, useApi } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { recoveryWords } from '@qiao/i18n/recovery';
import { Banner, Button, Main, Page, TopBar } from '@qiao/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { HomeLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import css from './recovery.module.css';

/** Where the link in a notice leads: it can stop something, and nothing else. */
export function StopPage() {
  const words = useWords(recoveryWords);
  const protection = useWords(protectionWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const queries = useQueryClient();
  // Behind the #, so that no server's log has it; taken out at once, so that the browser's history has it neither.
  const [token] = useState(() => location.hash.slice(1));
  const stop = useMutation({
    mutationFn: () => answer(http.POST('/v1/recoveries/cancel', { body: { token } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contacts'] }),
  });

  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname);
  }, []);

  return (
    <Page>
      <TopBar
        title={words.cancelTitle}
        back={<HomeLink />}
        documentTitle={`${words.cancelTitle} · ${common.brand}`}
      />
      <Main>
        <div className={css.page}>
          {stop.isSuccess ? (
            <Banner tone="info" title={words.stopped}>
              {words.stoppedText}
            </Banner>
          ) : token === '' ? (
            <Banner tone="attention" title={protection.linkGone} />
          ) : (
            <>
              <p className={css.lead}>{words.cancelText}</p>
              {stop.isError && <FaultCard failure={stop.error} />}
              <Button busy={stop.isPending} onClick={() => stop.mutate()}>
                {words.stop}
              </Button>
            </>
          )}
        </div>
      </Main>
    </Page>
  );
}
