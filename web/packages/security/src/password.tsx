import { answer, useApi, useFactors } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { securityWords } from '@qiao/i18n/security';
import { waysInWords } from '@qiao/i18n/ways-in';
import {
  Button,
  IconTile,
  PasswordField,
  RowContent,
  rowClass,
  Rows,
  RowSkeletons,
  SectionHead,
  Sheet,
} from '@qiao/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Fault, useFaultLine } from './fault';
import css from './security.module.css';
import { useGuardedAct } from './use-guarded-act';

/** One's password. */
export function Password() {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const ways = useWords(waysInWords);
  const factors = useFactors();
  const locked = factors.data?.locked.includes('password') ?? false;
  const [changing, setChanging] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <section className={css.section} aria-label={words.password}>
      <SectionHead title={words.password} />
      {factors.isPending && <RowSkeletons count={1} label={common.loading} />}
      <Fault failure={factors.error} />
      {factors.data && (
        <Rows label={words.password}>
          <li className={rowClass}>
            <RowContent
              tile={<IconTile icon="lock" />}
              title={words.password}
              note={
                locked
                  ? ways.lockedByPlatform
                  : factors.data.password
                    ? words.passwordSet
                    : words.passwordMissing
              }
              waiting={locked}
            />
            <Button kind="quiet" size="m" onClick={() => setChanging(true)}>
              {factors.data.password ? words.changePassword : words.setPassword}
            </Button>
          </li>
        </Rows>
      )}
      <p className={css.done} role="status">
        {done && words.passwordChanged}
      </p>
      {changing && factors.data && (
        <ChangeSheet
          title={factors.data.password ? words.changePassword : words.setPassword}
          set={factors.data.password}
          minimum={factors.data.password_minimum}
          onDone={() => setDone(true)}
          onClose={() => setChanging(false)}
        />
      )}
    </section>
  );
}

function ChangeSheet({
  title,
  set,
  minimum,
  onDone,
  onClose,
}: {
  title: string;
  set: boolean;
  minimum: number;
  onDone: () => void;
  onClose: () => void;
}) {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const recovery = useWords(recoveryWords);
  const { http } = useApi();
  const queries = useQueryClient();
  const faultLine = useFaultLine();
  const act = useGuardedAct();
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const [forgotten, setForgotten] = useState(false);
  const asksCurrent = set && !forgotten;
  return (
    <>
      <Sheet title={title} onClose={onClose} locked={act.busy}>
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            act.run(async () => {
              await answer(
                http.PUT('/v1/password', {
                  body: { password, ...(asksCurrent && { current_password: current }) },
                }),
              );
              await queries.invalidateQueries();
              onDone();
              onClose();
            });
          }}
        >
          {asksCurrent && (
            <>
              <PasswordField
                label={recovery.currentPassword}
                autoComplete="current-password"
                maxLength={128}
                value={current}
                onChange={setCurrent}
                autoFocus
              />
              <Button kind="quiet" size="m" onClick={() => setForgotten(true)}>
                {recovery.passwordForgotten}
              </Button>
            </>
          )}
          <PasswordField
            label={words.newPassword}
            hint={words.passwordRule(minimum)}
            autoComplete="new-password"
            maxLength={128}
            value={password}
            onChange={setPassword}
            error={faultLine(act.failure)}
            autoFocus={!asksCurrent}
          />
          <Button type="submit" busy={act.busy} disabled={password === '' || (asksCurrent && current === '')}>
            {common.save}
          </Button>
        </form>
      </Sheet>
      {act.sheet}
    </>
  );
}
