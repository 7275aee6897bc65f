import {
  answer,
  limitsKey,
  problemOf,
  useApi,
  type Evidence,
  type Review,
  type ReviewDecision,
} from '@qiao/api';
import { useLanguage, useWords } from '@qiao/i18n';
import { Button, Chips, Field, Segments, Stack } from '@qiao/ui';
import { Panel, ProblemCard } from '@qiao/ui/desk';
import { wordsOf } from '@qiao/verification';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './verifications.module.css';

const MORE = {
  person: ['unclear', 'cut_off', 'expired', 'other_person', 'missing'],
  business: ['unclear', 'cut_off', 'expired', 'other_person', 'owner_unclear', 'missing'],
};
const REFUSALS = {
  person: ['not_genuine', 'other_person', 'cannot_verify', 'too_young', 'not_offered'],
  business: ['not_genuine', 'other_person', 'cannot_verify', 'not_offered'],
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A tier, more documents, or a refusal. */
export function DecisionForm({ review }: { review: Review }) {
  const words = useWords(wordsOf(review.line.kind));
  const { language } = useLanguage();
  const { http } = useApi();
  const queries = useQueryClient();
  const [decision, setDecision] = useState<'approve' | 'more' | 'refuse'>('approve');
  const [tier, setTier] = useState(review.line.tier);
  const [expire, setExpire] = useState('');
  const [more, setMore] = useState('unclear');
  const [refusal, setRefusal] = useState('cannot_verify');
  const [wanted, setWanted] = useState<readonly Evidence[]>([]);
  const { id, kind, subject_id } = review.line;
  const decide = useMutation({
    mutationFn: (body: ReviewDecision) =>
      answer(http.POST('/v1/operations/verifications/{id}/decision', { params: { path: { id } }, body })),
    onSuccess: (next) => {
      queries.setQueryData(['review', id], next);
      void queries.invalidateQueries({ queryKey: ['reviews'] });
      void queries.invalidateQueries({ queryKey: limitsKey({ kind, id: subject_id }) });
    },
  });
  const day = expire.trim();
  const dayWrong = day !== '' && !DAY.test(day);
  const ready = decision === 'approve' ? !dayWrong : decision === 'refuse' || wanted.length > 0;

  function body(): ReviewDecision {
    switch (decision) {
      case 'approve':
        return { decision, tier, ...(day && { documents_expire_on: day }) };
      case 'more':
        return { decision, reason: more, wanted: [...wanted] };
      case 'refuse':
        return { decision, reason: refusal };
    }
  }

  return (
    <Panel title={words.decide} padded>
      <Stack>
        <Segments
          label={words.decide}
          value={decision}
          options={[
            { value: 'approve', label: words.approve },
            { value: 'more', label: words.more },
            { value: 'refuse', label: words.refuse },
          ]}
          onChange={setDecision}
        />
        {decision === 'approve' && (
          <>
            <Chips
              label={words.grant}
              value={tier}
              options={review.tiers.map((one) => ({
                value: one.id,
                label: language === 'zh-CN' ? one.name : one.name_en,
              }))}
              onChange={setTier}
            />
            <Field
              label={words.expireOn}
              hint={words.expireOnHint}
              value={expire}
              onChange={setExpire}
              maxLength={10}
              inputMode="numeric"
              autoComplete="off"
              error={dayWrong ? words.expireOnHint : undefined}
            />
          </>
        )}
        {decision === 'more' && (
          <>
            <Chips
              label={words.reason}
              value={more}
              options={MORE[kind].map((value) => ({ value, label: words.reasons[value] ?? value }))}
              onChange={setMore}
            />
            <fieldset className={css.wanted}>
              <legend>{words.wanted}</legend>
              {review.known.map((one) => (
                <label key={one}>
                  <input
                    type="checkbox"
                    checked={wanted.includes(one)}
                    onChange={(event) =>
                      setWanted(
                        event.currentTarget.checked
                          ? [...wanted, one]
                          : wanted.filter((other) => other !== one),
                      )
                    }
                  />
                  {words.documents[one]}
                </label>
              ))}
            </fieldset>
          </>
        )}
        {decision === 'refuse' && (
          <Chips
            label={words.reason}
            value={refusal}
            options={REFUSALS[kind].map((value) => ({ value, label: words.reasons[value] ?? value }))}
            onChange={setRefusal}
          />
        )}
        {decide.isError && <ProblemCard problem={problemOf(decide.error)} />}
        <Button
          kind={decision === 'refuse' ? 'danger' : 'primary'}
          disabled={!ready}
          busy={decide.isPending}
          onClick={() => decide.mutate(body())}
        >
          {words.conclude}
        </Button>
      </Stack>
    </Panel>
  );
}
