import { useLimits, useVerification } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { verificationWords } from '@qiao/i18n/verification';
import { Main, Page, RowSkeletons, TopBar } from '@qiao/ui';
import { LimitList, RequestPart, TierList } from '@qiao/verification';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';

/** Who I am to the platform, what that lets me do, and how to be let do more. */
export function VerificationPage() {
  const words = useWords(verificationWords);
  const common = useWords(commonWords);
  const limits = useLimits();
  const verification = useVerification();
  return (
    <Page>
      <TopBar title={words.title} back={<BackLink />} documentTitle={`${words.title} · ${common.brand}`} />
      <Main>
        {(limits.isPending || verification.isPending) && <RowSkeletons count={4} label={common.loading} />}
        {limits.isError && <FaultCard failure={limits.error} onRetry={() => void limits.refetch()} />}
        {verification.isError && (
          <FaultCard failure={verification.error} onRetry={() => void verification.refetch()} />
        )}
        {limits.data && verification.data && (
          <>
            <LimitList limits={limits.data} />
            <RequestPart verification={verification.data} tiers={limits.data.tiers} />
            <TierList limits={limits.data} request={verification.data.request ?? null} />
          </>
        )}
      </Main>
    </Page>
  );
}
