import { answer, problemOf, useApi, useSession } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { securityWords } from '@qiao/i18n/security';
import { Banner, Button, buttonClass, Main, Mark, Page, TopBar } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FaultCard } from '../../parts/fault-card';
import css from './protection.module.css';

/**
 * Where the link in a security notice leads. The token stands in the fragment, which no server is sent; it is taken out
 * of the address at once, so that it is not left behind in the history.
 */
export function FreezeLinkPage() {
  const words = useWords(protectionWords);
  const common = useWords(commonWords);
  const security = useWords(securityWords);
  const { http } = useApi();
  const { state } = useSession();
  const [token] = useState(() => window.location.hash.slice(1));
  const freeze = useMutation({
    mutationFn: () => answer(http.POST('/v1/freeze-links/use', { body: { token } })),
  });

  // Pressing again would be refused again.
  const spent = freeze.isError && problemOf(freeze.error).code === 'freeze_link_invalid';

  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);

  return (
    <Page>
      <TopBar title={words.linkTitle} documentTitle={`${words.linkTitle} · ${common.brand}`} />
      <Main>
        <div className={css.link}>
          <Mark size={48} />
          {freeze.isSuccess ? (
            <>
              <Banner tone="info" icon="lock" title={words.linkDone}>
                {words.linkDoneText}
              </Banner>
              <Link to={state.kind === 'in' ? '/check-up' : '/sign-in'} className={buttonClass()}>
                {state.kind === 'in' ? words.toCheckUp : common.signIn}
              </Link>
            </>
          ) : token === '' ? (
            <Banner tone="attention" title={words.linkGone} />
          ) : (
            <>
              {!spent && <p className={css.text}>{words.linkText}</p>}
              {freeze.isError && <FaultCard failure={freeze.error} />}
              {spent ? (
                <Link to={state.kind === 'in' ? '/security' : '/sign-in'} className={buttonClass()}>
                  {state.kind === 'in' ? security.title : common.signIn}
                </Link>
              ) : (
                <Button kind="danger" icon="lock" busy={freeze.isPending} onClick={() => freeze.mutate()}>
                  {words.linkButton}
                </Button>
              )}
            </>
          )}
        </div>
      </Main>
    </Page>
  );
}
