import { limitsKey, lowerTier, problemOf, useApi, type Subject, type TierLoweringReason } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { verificationWords } from '@qiao/i18n/verification';
import { Button, Chips, Sheet, Stack } from '@qiao/ui';
import { ProblemCard } from '@qiao/ui/desk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

const REASONS: readonly TierLoweringReason[] = ['documents_doubtful', 'risk_review', 'legal_request'];

const ASKED_BY_PERSON: TierLoweringReason = 'asked_by_person';
const ASKED_BY_BUSINESS: TierLoweringReason = 'asked_by_business';

interface Props {
  subject: Subject;
  reference: string;
  tiers: readonly { value: string; label: string }[];
  onClose: () => void;
}

/** Puts a person or a business into a lower tier. */
export function LowerSheet({ subject, reference, tiers, onClose }: Props) {
  const words = useWords(verificationWords);
  const { http } = useApi();
  const queries = useQueryClient();
  const [tier, setTier] = useState(tiers[0]?.value ?? '');
  const [reason, setReason] = useState<TierLoweringReason>('risk_review');
  const lower = useMutation({
    mutationFn: () => lowerTier(http, subject, { tier, reason, reference }),
    onSuccess: (limits) => {
      queries.setQueryData(limitsKey(subject), limits);
      onClose();
    },
  });
  return (
    <Sheet title={words.lower} onClose={onClose} locked={lower.isPending}>
      <Stack>
        <Chips label={words.grant} value={tier} options={tiers} onChange={setTier} />
        <Chips
          label={words.reason}
          value={reason}
          options={[...REASONS, subject.kind === 'business' ? ASKED_BY_BUSINESS : ASKED_BY_PERSON].map(
            (value) => ({ value, label: words.lowerReasons[value] }),
          )}
          onChange={setReason}
        />
        {lower.isError && <ProblemCard problem={problemOf(lower.error)} />}
        <Button kind="danger" busy={lower.isPending} onClick={() => lower.mutate()}>
          {words.lower}
        </Button>
      </Stack>
    </Sheet>
  );
}
