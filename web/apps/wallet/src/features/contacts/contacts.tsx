import { answer, useApi, useContacts } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { useGuardedAct } from '@qiao/security';
import {
  Button,
  IconTile,
  Main,
  Page,
  RowContent,
  rowClass,
  Rows,
  RowSkeletons,
  SectionHead,
  Sheet,
  Stack,
  TopBar,
} from '@qiao/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AccountAlerts } from '../../parts/account-alerts';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import { AddEmail } from './add-email';
import { ChangePhone } from './change-phone';
import css from './contacts.module.css';

/** What the person is reached by. */
export function ContactsPage() {
  const words = useWords(recoveryWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const contacts = useContacts();
  const queries = useQueryClient();
  const [sheet, setSheet] = useState<'phone' | 'email' | null>(null);
  const [removing, setRemoving] = useState<{ id: string; masked: string } | null>(null);
  const [done, setDone] = useState('');

  async function finish(said: string): Promise<void> {
    setSheet(null);
    setRemoving(null);
    setDone(said);
    await queries.invalidateQueries({ queryKey: ['contacts'] });
  }

  const data = contacts.data;
  return (
    <Page>
      <TopBar
        title={words.contacts}
        back={<BackLink />}
        documentTitle={`${words.contacts} · ${common.brand}`}
      />
      <Main>
        <AccountAlerts />
        <div className={css.page}>
          <p className={css.done} role="status">
            {done}
          </p>
          {contacts.isError && <FaultCard failure={contacts.error} onRetry={() => void contacts.refetch()} />}
          {contacts.isPending && <RowSkeletons count={2} label={common.loading} />}
          {data && (
            <>
              <section className={css.section} aria-label={words.phone}>
                <SectionHead title={words.phone} />
                <Rows label={words.phone}>
                  <li className={rowClass}>
                    <RowContent
                      tile={<IconTile icon="phone" />}
                      title={
                        data.phone_masked ? <span className="n">{data.phone_masked}</span> : words.noPhone
                      }
                    />
                    <Button kind="quiet" size="m" onClick={() => setSheet('phone')}>
                      {data.phone_masked ? words.changePhone : words.addPhone}
                    </Button>
                  </li>
                </Rows>
              </section>
              <section className={css.section} aria-label={words.emails}>
                <SectionHead title={words.emails} />
                {data.emails.length === 0 && <p className={css.text}>{words.noEmailText}</p>}
                <Rows label={words.emails}>
                  {data.emails.map((email) => (
                    <li key={email.id} className={rowClass}>
                      <RowContent
                        tile={<IconTile icon="mail" />}
                        title={email.masked}
                        note={words.addedOn(format.date(format.dayOf(email.added_at)))}
                      />
                      <Button
                        kind="quiet"
                        size="m"
                        aria-label={words.removeEmail(email.masked)}
                        onClick={() => setRemoving(email)}
                      >
                        {words.remove}
                      </Button>
                    </li>
                  ))}
                </Rows>
                <Button kind="quiet" size="m" onClick={() => setSheet('email')}>
                  {words.addEmail}
                </Button>
              </section>
            </>
          )}
        </div>
      </Main>
      {sheet === 'email' && (
        <AddEmail onDone={() => void finish(words.emailAdded)} onClose={() => setSheet(null)} />
      )}
      {sheet === 'phone' && data && (
        <ChangePhone
          known={data.phone_masked !== '' || data.emails.length > 0}
          onDone={(dueAt) => {
            void finish(dueAt ? words.phoneIsWaiting(format.momentWithin(dueAt)) : words.phoneChanged);
          }}
          onClose={() => setSheet(null)}
        />
      )}
      {removing && (
        <RemoveEmail id={removing.id} onDone={() => void finish('')} onClose={() => setRemoving(null)} />
      )}
    </Page>
  );
}

function RemoveEmail({ id, onDone, onClose }: { id: string; onDone: () => void; onClose: () => void }) {
  const words = useWords(recoveryWords);
  const { http } = useApi();
  const act = useGuardedAct();
  return (
    <>
      <Sheet title={words.removeEmailTitle} onClose={onClose} locked={act.busy}>
        <Stack>
          <p className={css.text}>{words.removeEmailText}</p>
          {act.failure !== null && <FaultCard failure={act.failure} />}
          <Button
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                await answer(http.DELETE('/v1/me/emails/{id}', { params: { path: { id } } }));
                onDone();
              })
            }
          >
            {words.remove}
          </Button>
        </Stack>
      </Sheet>
      {act.sheet}
    </>
  );
}
