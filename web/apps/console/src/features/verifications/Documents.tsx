import {
  problemOf,
  seeDocument,
  useApi,
  type DocumentLookReason,
  type Review,
  type SubjectKind,
  type VerificationDocument,
} from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Button, buttonClass, Chips, Field } from '@qiao/ui';
import { Panel, ProblemCard } from '@qiao/ui/desk';
import { wordsOf } from '@qiao/verification';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import css from './verifications.module.css';

const LOOKS: readonly DocumentLookReason[] = [
  'verification_review',
  'dispute',
  'risk_review',
  'legal_request',
];
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;

/** What was sent. Each is seen by itself, with a reason. */
export function Documents({ review }: { review: Review }) {
  const words = useWords(wordsOf(review.line.kind));
  const [reason, setReason] = useState<DocumentLookReason>('verification_review');
  const [reference, setReference] = useState(review.line.id);
  const wrong = !REFERENCE.test(reference.trim());
  return (
    <Panel title={words.handedIn} note={words.lookWritten} padded>
      <div className={css.why}>
        <Chips
          label={words.whyLook}
          value={reason}
          options={LOOKS.map((value) => ({ value, label: words.looks[value] }))}
          onChange={setReason}
        />
        <Field
          label={words.lookReference}
          value={reference}
          onChange={setReference}
          maxLength={40}
          autoComplete="off"
          error={wrong ? words.lookRule : undefined}
        />
      </div>
      <ul className={css.documents}>
        {review.documents.map((document) => (
          <Seen
            key={document.id}
            kind={review.line.kind}
            document={document}
            reason={reason}
            reference={reference.trim()}
            disabled={wrong}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface Props {
  kind: SubjectKind;
  document: VerificationDocument;
  reason: DocumentLookReason;
  reference: string;
  disabled: boolean;
}

function Seen({ kind, document, reason, reference, disabled }: Props) {
  const words = useWords(wordsOf(kind));
  const { see: seeWord } = useWords(consoleWords);
  const format = useFormat();
  const { http } = useApi();
  const [address, setAddress] = useState<string | null>(null);
  const see = useMutation({
    mutationFn: () => seeDocument(http, document.id, reason, reference),
    onSuccess: (content) => setAddress(URL.createObjectURL(content)),
    gcTime: 0,
  });
  // Nothing of it stays in the browser's memory.
  useEffect(() => (address ? () => URL.revokeObjectURL(address) : undefined), [address]);
  const name = words.documents[document.kind];
  const isPicture = document.type.startsWith('image/');
  return (
    <li>
      <p className={css.documentHead}>
        <b>{name}</b>
        <small>{format.moment(document.added_at)}</small>
      </p>
      {address && isPicture && <img src={address} alt={name} />}
      {address && !isPicture && <p>{words.pdf}</p>}
      {address ? (
        <a
          href={address}
          download={`${document.id}.${document.type.split('/')[1] ?? 'bin'}`}
          className={buttonClass({ kind: 'quiet', size: 'm' })}
        >
          {words.download}
        </a>
      ) : (
        <Button
          kind="quiet"
          size="m"
          icon="eye"
          aria-label={words.look(name)}
          busy={see.isPending}
          disabled={disabled}
          onClick={() => see.mutate()}
        >
          {seeWord}
        </Button>
      )}
      {see.isError && <ProblemCard problem={problemOf(see.error)} />}
    </li>
  );
}
