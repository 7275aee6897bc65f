import { answer, problemOf, useApi, type DisclosureReason, type PersonLine } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { Button, Chips, Fact, Facts, Field, Sheet, Stack } from '@qiao/ui';
import { ProblemCard } from '@qiao/ui/desk';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

const REASONS: readonly DisclosureReason[] = ['support_request', 'dispute', 'risk_review', 'legal_request'];
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;

/** Asks why somebody has to be seen, writes it down, and shows them. */
export function DiscloseSheet({ person, onClose }: { person: PersonLine; onClose: () => void }) {
  const words = useWords(consoleWords);
  const format = useFormat();
  const { http } = useApi();
  const [reason, setReason] = useState<DisclosureReason>('support_request');
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const see = useMutation({
    mutationFn: () =>
      answer(
        http.POST('/v1/operations/people/{id}/disclosure', {
          params: { path: { id: person.id } },
          body: { reason, reference: reference.trim() },
        }),
      ),
    gcTime: 0,
  });
  const wrong = !REFERENCE.test(reference.trim());

  if (see.data) {
    const seen = see.data;
    return (
      <Sheet title={seen.name} onClose={onClose}>
        <Facts>
          <Fact name={words.columns.phone}>
            <span className="n">{seen.phone}</span>
          </Fact>
          <Fact name={words.columns.id}>
            <span className="n">{seen.id}</span>
          </Fact>
          <Fact name={words.columns.created}>{format.moment(seen.created_at)}</Fact>
          {seen.erased_at && <Fact name={words.erased}>{format.moment(seen.erased_at)}</Fact>}
        </Facts>
        <p role="note">{words.seeWritten}</p>
      </Sheet>
    );
  }
  return (
    <Sheet title={words.seeTitle} onClose={onClose} locked={see.isPending}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!wrong) see.mutate();
        }}
      >
        <Stack>
          <p>{words.seeLead}</p>
          <Chips
            label={words.seeReason}
            value={reason}
            options={REASONS.map((value) => ({ value, label: words.seeReasons[value] }))}
            onChange={setReason}
          />
          <Field
            label={words.seeReference}
            value={reference}
            onChange={setReference}
            maxLength={40}
            autoComplete="off"
            error={tried && wrong ? words.seeReferenceRule : undefined}
          />
          {see.isError && <ProblemCard problem={problemOf(see.error)} />}
          <Button type="submit" icon="eye" busy={see.isPending}>
            {words.see}
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
}
