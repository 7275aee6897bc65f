import { problemOf, useLimits, useStaff, useVerification } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { businessVerificationWords } from '@qiao/i18n/business-verification';
import { Blank, Columns, PageHead, Panel, ProblemCard } from '@qiao/ui/desk';
import { LimitList, RequestPart, TierList } from '@qiao/verification';
import type { ReactNode } from 'react';

/** What the shop is to the platform, what it may take, and how its owner gets it to be let take more. */
export function VerificationPage({ back }: { back: ReactNode }) {
  const words = useWords(businessVerificationWords);
  const mayChange = useStaff().permissions.includes('business.verify');
  const limits = useLimits();
  const verification = useVerification();
  const failed = limits.isError ? limits : verification.isError ? verification : null;
  return (
    <>
      <PageHead title={words.title} note={words.lead} back={back} />
      {failed ? (
        <ProblemCard problem={problemOf(failed.error)} onRetry={() => void failed.refetch()} />
      ) : limits.data && verification.data ? (
        <Columns
          aside={
            <Panel padded bare>
              <LimitList limits={limits.data} />
            </Panel>
          }
        >
          {verification.data.request && verification.data.request.state !== 'withdrawn' && (
            <Panel padded bare>
              <RequestPart verification={verification.data} tiers={limits.data.tiers} mayChange={mayChange} />
            </Panel>
          )}
          <Panel padded bare>
            <TierList
              limits={limits.data}
              request={verification.data.request ?? null}
              mayChange={mayChange}
            />
          </Panel>
        </Columns>
      ) : (
        <Blank height={400} />
      )}
    </>
  );
}
