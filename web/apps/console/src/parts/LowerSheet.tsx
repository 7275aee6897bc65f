import { answer, problemOf, useApi, type TierLoweringReason } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { verificationWords } from '@qiao/i18n/verification';
import { Button, Chips, Sheet, Stack } from '@qiao/ui';
import { ProblemCard } from '@qiao/ui/desk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

const REASONS: readonly TierLoweringReason[] = [
  'documents_doubtful',
  'risk_review',
  'legal_request',
  'asked_by_person',
];

interface Props {
  person: string;
  reference: string;
  tiers: readonly { value: string; label: string }[];
  onClose: () => void;
}

/** Puts somebody into a lower tier. */
export function LowerSheet({ person, reference, tiers, onClose }: Props) {
  const words = useWords(verificationWords);
  const { http } = useApi();
  const queries = useQueryClient();
  const [tier, setTier] = useState(tiers[0]?.value ?? '');
  const [reason, setReason] = useState<TierLoweringReason>('risk_review');
  const lower = useMutation({
    mutationFn: () =>
      answer(
        http.POST('/v1/operations/people/{id}/tier', {
          params: { path: { id: person } },
          body: { tier, reason, reference },
        }),
      ),
    onSuccess: (limits) => {
      queries.setQueryData(['person-limits', person], limits);
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
          options={REASONS.map((value) => ({ value, label: words.lowerReasons[value] }))}
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
