import {
  localProblem,
  ProblemError,
  useVerificationActs,
  type Evidence,
  type Tier,
  type Verification,
  type VerificationRequest,
} from '@qiao/api';
import { useLanguage } from '@qiao/i18n';
import { Banner, Button, SectionHead, Sheet, Stack } from '@qiao/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DocumentRow } from './document-row';
import { Fault } from './fault';
import { prepared } from './prepared';
import css from './verification.module.css';
import { useVerificationWords } from './words';

/** The latest request: how far it is, what it still needs, and its documents. */
export function RequestPart({
  verification,
  tiers,
  mayChange = true,
}: {
  verification: Verification;
  tiers: readonly Tier[];
  /** Whether who looks may also put documents to it. */
  mayChange?: boolean;
}) {
  const request = verification.request;
  if (!request || request.state === 'withdrawn') return null;
  return (
    <Open
      key={request.id}
      request={request}
      tiers={tiers}
      bytesMax={verification.bytes_max}
      mayChange={mayChange}
    />
  );
}

interface Props {
  request: VerificationRequest;
  tiers: readonly Tier[];
  bytesMax: number;
  mayChange: boolean;
}

function Open({ request, tiers, bytesMax, mayChange }: Props) {
  const words = useVerificationWords();
  const { language } = useLanguage();
  const acts = useVerificationActs();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const keep = (next: Verification) => queries.setQueryData(['verification'], next);
  const put = useMutation({
    mutationFn: async ({ kind, file }: { kind: Evidence; file: File }) => {
      const content = await prepared(file, bytesMax);
      if (content.size > bytesMax) throw new ProblemError(localProblem('body_too_large'));
      return acts.put(kind, content);
    },
    onSuccess: keep,
  });
  const remove = useMutation({
    mutationFn: (kind: Evidence) => acts.remove(kind),
    onSuccess: keep,
  });
  const submit = useMutation({
    mutationFn: () => acts.submit(),
    onSuccess: keep,
    onError: () => queries.invalidateQueries({ queryKey: ['verification'] }),
  });
  const withdraw = useMutation({
    mutationFn: () => acts.withdraw(),
    onSuccess: (next) => {
      setLeaving(false);
      keep(next);
    },
  });

  const theirs = request.state === 'draft' || request.state === 'more_needed';
  const over = request.state === 'approved' || request.state === 'refused';
  const tier = tiers.find((one) => one.id === request.tier);
  const failure = put.error ?? remove.error ?? submit.error;
  const kinds = [...new Set([...request.needed, ...request.wanted])];
  return (
    <section className={css.section} aria-label={words.verification}>
      <SectionHead title={words.verification} />
      <Banner tone={TONES[request.state]} title={words.states[request.state]}>
        <span>{words.stateTexts[request.state]}</span>
        {request.reason && <span> {words.reasons[request.reason] ?? ''}</span>}
      </Banner>
      {tier && !over && (
        <p className={css.note}>{words.aimedAt(language === 'zh-CN' ? tier.name : tier.name_en)}</p>
      )}
      {theirs && mayChange && (
        <>
          <ul className={css.documents}>
            {kinds.map((kind) => (
              <DocumentRow
                key={kind}
                kind={kind}
                document={request.documents.find((one) => one.kind === kind)}
                again={isWantedAgain(request, kind)}
                busy={
                  (put.isPending && put.variables.kind === kind) ||
                  (remove.isPending && remove.variables === kind)
                }
                onFile={(file) => {
                  remove.reset();
                  submit.reset();
                  put.mutate({ kind, file });
                }}
                onRemove={() => remove.mutate(kind)}
              />
            ))}
          </ul>
          {failure !== null && <Fault failure={failure} />}
          <p className={css.note}>
            <span>{words.fileRule(`${Math.floor(bytesMax / 1024 / 1024)} MB`)}</span>
            <span>{words.neverAsk}</span>
          </p>
          <Button busy={submit.isPending} disabled={put.isPending} onClick={() => submit.mutate()}>
            {words.handIn}
          </Button>
        </>
      )}
      {!over && mayChange && (
        <div className={css.leave}>
          <Button kind="quiet" size="m" onClick={() => setLeaving(true)}>
            {words.withdraw}
          </Button>
        </div>
      )}
      {leaving && (
        <Sheet title={words.withdrawTitle} onClose={() => setLeaving(false)} locked={withdraw.isPending}>
          <Stack>
            <p>{words.withdrawText}</p>
            {withdraw.isError && <Fault failure={withdraw.error} />}
            <Button kind="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {words.withdraw}
            </Button>
            <Button kind="quiet" onClick={() => setLeaving(false)}>
              {words.keep}
            </Button>
          </Stack>
        </Sheet>
      )}
    </section>
  );
}

const TONES: Record<VerificationRequest['state'], 'info' | 'attention' | 'danger'> = {
  draft: 'info',
  submitted: 'attention',
  in_review: 'attention',
  more_needed: 'attention',
  approved: 'info',
  refused: 'danger',
  withdrawn: 'info',
};

/** Asked for again, and not sent since. */
function isWantedAgain(request: VerificationRequest, kind: Evidence): boolean {
  const document = request.documents.find((one) => one.kind === kind);
  const since = request.submitted_at;
  return (
    request.wanted.includes(kind) &&
    (!document || !since || Date.parse(document.added_at) <= Date.parse(since))
  );
}
