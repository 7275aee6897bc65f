import { answer, problemOf, useApi, usePersonLimits, type TierLoweringReason } from '@qiao/api';
import { commonWords, useFormat, useLanguage, useWords } from '@qiao/i18n';
import { verificationWords } from '@qiao/i18n/verification';
import { Button, Chips, Fact, Facts, RowSkeletons, Sheet, Stack } from '@qiao/ui';
import { Panel, ProblemCard } from '@qiao/ui/desk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

const REASONS: readonly TierLoweringReason[] = [
  'documents_doubtful',
  'risk_review',
  'legal_request',
  'asked_by_person',
];

/** Somebody's tier now, what is used of its limits, and the way down. */
export function PersonLimits({ person, reference }: { person: string; reference: string }) {
  const words = useWords(verificationWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { language } = useLanguage();
  const limits = usePersonLimits(person);
  const [lowering, setLowering] = useState(false);
  const zh = language === 'zh-CN';
  const data = limits.data;
  const lower = data?.tiers.filter((tier) => !tier.current && !tier.above) ?? [];
  return (
    <Panel title={words.personLimits} padded>
      {limits.isPending && <RowSkeletons count={2} label={common.loading} />}
      {limits.isError && <ProblemCard problem={problemOf(limits.error)} />}
      {data && (
        <>
          <Facts>
            <Fact name={words.myTier}>{zh ? data.tier.name : data.tier.name_en}</Fact>
            {data.limits.map((limit) => (
              <Fact
                key={limit.id}
                name={`${limit.counts.map((one) => words.movements[one]).join(words.and)} · ${words.spans[limit.window]}`}
              >
                <span className="n">
                  {limit.cap
                    ? words.of(format.money(limit.used), format.money(limit.cap))
                    : words.uncapped(format.money(limit.used))}
                </span>
              </Fact>
            ))}
          </Facts>
          {lower.length > 0 && (
            <Button kind="quiet" size="m" onClick={() => setLowering(true)}>
              {words.lower}
            </Button>
          )}
        </>
      )}
      {lowering && (
        <Lower
          person={person}
          reference={reference}
          tiers={lower.map((tier) => ({ value: tier.id, label: zh ? tier.name : tier.name_en }))}
          onClose={() => setLowering(false)}
        />
      )}
    </Panel>
  );
}

interface LowerProps {
  person: string;
  reference: string;
  tiers: readonly { value: string; label: string }[];
  onClose: () => void;
}

function Lower({ person, reference, tiers, onClose }: LowerProps) {
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
