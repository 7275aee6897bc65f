import { answer, problemOf, useApi, useReview, type Review } from '@qiao/api';
import { commonWords, useFormat, useLanguage, useWords } from '@qiao/i18n';
import { verificationWords } from '@qiao/i18n/verification';
import { Banner, Button, Fact, Facts, RowSkeletons } from '@qiao/ui';
import { PageHead, Panel, ProblemCard, Tag } from '@qiao/ui/desk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { PersonLimits } from '../../parts/PersonLimits';
import { DecisionForm } from './DecisionForm';
import { Documents } from './Documents';
import { stateTones } from './state-tones';
import css from './verifications.module.css';

/** One request: whose it is, what they sent, and what is decided of it. */
export function ReviewPage({ id, back }: { id: string; back: ReactNode }) {
  const words = useWords(verificationWords);
  const common = useWords(commonWords);
  const review = useReview(id);
  const [name, setName] = useState<string | null>(null);
  const title = review.data?.line.name_masked ?? words.queue;
  return (
    <>
      <PageHead title={name ?? title} note={review.data?.line.id} back={back} />
      {review.isPending && <RowSkeletons count={4} label={common.loading} />}
      {review.isError && <ProblemCard problem={problemOf(review.error)} />}
      {review.data && <Whole review={review.data} name={name} onName={setName} />}
    </>
  );
}

interface Props {
  review: Review;
  /** Known once the review has begun on this screen. */
  name: string | null;
  onName: (name: string) => void;
}

function Whole({ review, name, onName }: Props) {
  const words = useWords(verificationWords);
  const format = useFormat();
  const zh = useLanguage().language === 'zh-CN';
  const { http } = useApi();
  const queries = useQueryClient();
  const { line } = review;
  const begin = useMutation({
    mutationFn: () =>
      answer(http.POST('/v1/operations/verifications/{id}/review', { params: { path: { id: line.id } } })),
    onSuccess: (taken) => {
      if (taken.name) onName(taken.name);
      queries.setQueryData(['review', line.id], { ...taken, name: null });
      void queries.invalidateQueries({ queryKey: ['reviews'] });
    },
    gcTime: 0,
  });
  const mine = line.state === 'in_review' && line.yours && name !== null;
  const waits = line.state === 'submitted' || line.state === 'in_review';
  return (
    <div className={css.page}>
      <Panel title={words.verification} padded>
        <Facts>
          <Fact name={words.state}>
            <Tag tone={stateTones[line.state]}>{words.states[line.state]}</Tag>
          </Fact>
          <Fact name={words.asksFor}>{zh ? line.tier_name : line.tier_name_en}</Fact>
          {name && <Fact name={words.accountName}>{name}</Fact>}
          {line.submitted_at && <Fact name={words.submittedAt}>{format.moment(line.submitted_at)}</Fact>}
          {review.reason && <Fact name={words.reason}>{words.reasons[review.reason] ?? review.reason}</Fact>}
        </Facts>
        {line.state === 'in_review' && !line.yours && <Banner tone="attention" title={words.takenByOther} />}
        {waits && !mine && (
          <div className={css.begin}>
            <p>{words.beginText}</p>
            {begin.isError && <ProblemCard problem={problemOf(begin.error)} />}
            <Button busy={begin.isPending} icon="eye" onClick={() => begin.mutate()}>
              {words.begin}
            </Button>
          </div>
        )}
      </Panel>
      <Documents review={review} />
      {mine && <DecisionForm review={review} />}
      <PersonLimits person={line.person_id} reference={line.id} />
    </div>
  );
}
