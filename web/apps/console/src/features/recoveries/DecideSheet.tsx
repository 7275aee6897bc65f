import { answer, problemOf, useApi, type RecoveryCase } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { useGuardedAct } from '@qiao/security';
import { Button, Buttons, Fact, Facts, Field, Sheet, Stack } from '@qiao/ui';
import { ProblemCard } from '@qiao/ui/desk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './recoveries.module.css';

const CHECKS = [
  'identity_document',
  'live_picture',
  'past_movements',
  'linked_account',
  'in_person',
] as const;
const CHECKS_MIN = 2;
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;
type Check = (typeof CHECKS)[number];

/** What an operator has seen, where it is kept, and their word. */
export function DecideSheet({ one, onClose }: { one: RecoveryCase; onClose: () => void }) {
  const words = useWords(recoveryWords);
  const format = useFormat();
  const { http } = useApi();
  const queries = useQueryClient();
  const act = useGuardedAct();
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState<'approve' | 'refuse' | null>(null);
  const wrong = !REFERENCE.test(reference.trim());
  const few = tried === 'approve' && checks.length < CHECKS_MIN;

  function decide(decision: 'approve' | 'refuse'): void {
    setTried(decision);
    if (wrong || (decision === 'approve' && checks.length < CHECKS_MIN)) return;
    act.run(async () => {
      await answer(
        http.POST('/v1/operations/recoveries/{id}/decision', {
          params: { path: { id: one.id } },
          body: { decision, checks: [...checks], reference: reference.trim() },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['operations', 'recoveries'] });
      onClose();
    });
  }

  return (
    <>
      <Sheet title={words.decideTitle} onClose={onClose} locked={act.busy}>
        <Stack>
          <Facts>
            <Fact name={words.person}>{one.name_masked}</Fact>
            <Fact name={words.nameMatch}>{words.matches[one.name]}</Fact>
            <Fact name={words.contactMatch}>{words.matches[one.contact]}</Fact>
            <Fact name={words.device}>{one.known_device ? words.deviceKnown : words.deviceUnknown}</Fact>
            <Fact name={words.activity}>
              {one.active_since ? words.activeSince(format.momentWithin(one.active_since)) : words.inactive}
            </Fact>
            {one.others > 0 && <Fact name="">{words.others(one.others)}</Fact>}
          </Facts>
          <p>{words.decideText}</p>
          <fieldset className={css.checks}>
            <legend>{words.checksLabel}</legend>
            {CHECKS.map((check) => (
              <label key={check}>
                <input
                  type="checkbox"
                  checked={checks.includes(check)}
                  onChange={(event) =>
                    setChecks(
                      event.target.checked ? [...checks, check] : checks.filter((had) => had !== check),
                    )
                  }
                />
                {words.checks[check]}
              </label>
            ))}
            {few && <p role="alert">{words.checksRule}</p>}
          </fieldset>
          <Field
            label={words.reference}
            value={reference}
            onChange={setReference}
            maxLength={40}
            autoComplete="off"
            error={tried && wrong ? words.referenceRule : undefined}
          />
          {act.failure !== null && <ProblemCard problem={problemOf(act.failure)} />}
          <Buttons>
            <Button kind="quiet" busy={act.busy} onClick={() => decide('refuse')}>
              {words.refuse}
            </Button>
            <Button busy={act.busy} onClick={() => decide('approve')}>
              {words.approve}
            </Button>
          </Buttons>
        </Stack>
      </Sheet>
      {act.sheet}
    </>
  );
}
