import { answer, useApi, useSession, type Recovery } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { recoveryWords, type RecoveryWords } from '@qiao/i18n/recovery';
import { Banner, Button, RowSkeletons } from '@qiao/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FaultCard } from '../../parts/fault-card';
import { ProveContact, type ShownCode } from '../../parts/prove-contact';
import { forgetClaim } from './claim';
import css from './recovery.module.css';

/** How far an application has come, and the last step once it may be taken. */
export function Progress({ claim, onForget }: { claim: string; onForget: () => void }) {
  const words = useWords(recoveryWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { http } = useApi();
  const { open } = useSession();
  const navigate = useNavigate();
  const state = useQuery({
    queryKey: ['recovery', claim],
    queryFn: () => answer(http.POST('/v1/recoveries/state', { body: { token: claim } })),
    gcTime: 0,
  });
  const complete = useMutation({
    mutationFn: (shown: ShownCode) =>
      answer(http.POST('/v1/recoveries/complete', { body: { token: claim, ...shown } })),
    onSuccess: async (session) => {
      forgetClaim();
      open(session);
      await navigate({ to: '/', replace: true });
    },
  });

  if (state.isPending) return <RowSkeletons count={2} label={common.loading} />;
  if (state.isError) {
    return (
      <>
        <FaultCard failure={state.error} onRetry={() => void state.refetch()} />
        <Button kind="quiet" onClick={onForget}>
          {words.forget}
        </Button>
      </>
    );
  }
  const recovery = state.data;
  const ended = recovery.state !== 'waiting' && recovery.state !== 'approved';
  return (
    <>
      <Banner tone={ended ? 'danger' : 'info'} title={titleOf(recovery, words)}>
        {textOf(recovery, words, format.momentWithin(recovery.due_at))}
      </Banner>
      {recovery.ready && (
        <ProveContact
          purpose="recover"
          label={words.contact}
          act={words.openWallet}
          busy={complete.isPending}
          failure={complete.error}
          onCode={(shown) => complete.mutate(shown)}
        />
      )}
      {ended ? (
        <Button onClick={onForget}>{words.forget}</Button>
      ) : (
        !recovery.ready && (
          <>
            <p className={css.lead}>{words.keepBrowser}</p>
            <Button kind="quiet" busy={state.isFetching} onClick={() => void state.refetch()}>
              {words.checkAgain}
            </Button>
          </>
        )
      )}
    </>
  );
}

function titleOf(recovery: Recovery, words: RecoveryWords): string {
  if (recovery.ready) return words.ready;
  return words[recovery.state];
}

function textOf(recovery: Recovery, words: RecoveryWords, due: string): string {
  if (recovery.ready) return words.readyText;
  switch (recovery.state) {
    case 'waiting':
      return words.waitingText(due);
    case 'approved':
      return words.approvedText(due);
    case 'cancelled':
      return words.cancelledText;
    default:
      return words.endedText;
  }
}
