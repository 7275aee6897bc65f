import { answer, problemOf, useApi, useReview, type Review } from '@qiao/api';
import { commonWords, useFormat, useLanguage, useWords } from '@qiao/i18n';
import { verificationWords } from '@qiao/i18n/verification';
import { Banner, Button, Fact, Facts, RowSkeletons } from '@qiao/ui';
import { PageHead, Panel, ProblemCard, Tag } from '@qiao/ui/desk';
import { wordsOf } from '@qiao/verification';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { SubjectLimits } from '../../parts/SubjectLimits';
import { DecisionForm } from './DecisionForm';
import { Documents } from './Documents';
import { stateTones } from './state-tones';
import css from './verifications.module.css';

/** One request: whose it is, what they sent, and what is decided of it. */
export function ReviewPage({ id, back }: { id: string; back: ReactNode }) {
  const words = useWords(verificationWords);
  const common = useWords(commonWords);
  const review = useReview(id);
  const format = useFormat();
  const [seen, setSeen] = useState<Seen | null>(null);
  const title = review.data ? format.name(review.data.line) : words.queue;
  return (
    <>
      <PageHead
        title={review.data?.line.kind === 'person' ? (seen?.name ?? title) : title}
        note={review.data?.line.id}
        back={back}
      />
      {review.isPending && <RowSkeletons count={4} label={common.loading} />}
      {review.isError && <ProblemCard problem={problemOf(review.error)} />}
      {review.data && <Whole review={review.data} seen={seen} onSeen={setSeen} />}
    </>
  );
}

/** What the documents are compared with. */
interface Seen {
  name: string;
  /** Of a business. */
  owners: readonly string[];
}

interface Props {
  review: Review;
  /** Known once the review has begun on this screen. */
  seen: Seen | null;
  onSeen: (seen: Seen) => void;
}

function Whole({ review, seen, onSeen }: Props) {
  const words = useWords(wordsOf(review.line.kind));
  const format = useFormat();
  const zh = useLanguage().language === 'zh-CN';
  const { http } = useApi();
  const queries = useQueryClient();
  const { line } = review;
  const begin = useMutation({
    mutationFn: () =>
      answer(http.POST('/v1/operations/verifications/{id}/review', { params: { path: { id: line.id } } })),
    onSuccess: (taken) => {
      if (taken.name) onSeen({ name: taken.name, owners: taken.owners });
      queries.setQueryData(['review', line.id], { ...taken, name: null, owners: [] });
      void queries.invalidateQueries({ queryKey: ['reviews'] });
    },
    gcTime: 0,
  });
  const mine = line.state === 'in_review' && line.yours && seen !== null;
  const waits = line.state === 'submitted' || line.state === 'in_review';
  return (
    <div className={css.page}>
      <Panel title={words.verification} padded>
        <Facts>
          <Fact name={words.state}>
            <Tag tone={stateTones[line.state]}>{words.states[line.state]}</Tag>
          </Fact>
          <Fact name={words.asksFor}>{zh ? line.tier_name : line.tier_name_en}</Fact>
          {seen && <Fact name={words.accountName}>{seen.name}</Fact>}
          {seen && line.kind === 'business' && <Fact name={words.owners}>{seen.owners.join(words.and)}</Fact>}
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
      <SubjectLimits subject={{ kind: line.kind, id: line.subject_id }} reference={line.id} />
    </div>
  );
}
