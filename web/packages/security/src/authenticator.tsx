import { answer, useApi, useFactors, type AuthenticatorSecret } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { waysInWords } from '@qiao/i18n/ways-in';
import {
  Button,
  CopyButton,
  Field,
  IconTile,
  RowContent,
  rowClass,
  Rows,
  RowSkeletons,
  SectionHead,
  Sheet,
} from '@qiao/ui';
import { QrCode } from '@qiao/ui/qr';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Fault, useFaultLine } from './fault';
import { RecoveryCodes } from './recovery-codes';
import css from './security.module.css';
import { useAct } from './use-act';
import { useGuardedAct } from './use-guarded-act';

/** One's authenticator app and its recovery codes. */
export function Authenticator() {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const factors = useFactors();
  const { http } = useApi();
  const queries = useQueryClient();
  const renew = useGuardedAct();
  const [settingUp, setSettingUp] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  const since = factors.data?.authenticator_since;
  const ways = useWords(waysInWords);
  const locked = factors.data?.locked.includes('authenticator') ?? false;

  return (
    <section className={css.section} aria-label={words.authenticator}>
      <SectionHead title={words.authenticator} />
      <p className={css.text}>{words.authenticatorText}</p>
      {factors.isPending && <RowSkeletons count={1} label={common.loading} />}
      <Fault failure={factors.error ?? renew.failure} />
      {factors.data && since && (
        <Rows label={words.authenticator}>
          <li className={rowClass}>
            <RowContent
              tile={<IconTile icon="shield" />}
              title={words.authenticator}
              note={
                locked ? ways.lockedByPlatform : words.authenticatorSince(format.date(format.dayOf(since)))
              }
              waiting={locked}
            />
            <Button kind="quiet" size="m" onClick={() => setRemoving(true)}>
              {words.remove}
            </Button>
          </li>
          <li className={rowClass}>
            <RowContent
              tile={<IconTile icon="paste" />}
              title={words.recoveryCodes}
              note={words.recoveryCodesLeft(factors.data.recovery_codes_left)}
              waiting={factors.data.recovery_codes_left < 3}
            />
            <Button
              kind="quiet"
              size="m"
              busy={renew.busy}
              onClick={() =>
                renew.run(async () => {
                  const made = await answer(http.POST('/v1/authenticator/recovery-codes'));
                  setCodes(made.codes);
                  await queries.invalidateQueries({ queryKey: ['factors'] });
                })
              }
            >
              {words.renewRecoveryCodes}
            </Button>
          </li>
        </Rows>
      )}
      {factors.data && !since && (
        <Button kind="quiet" size="m" icon="plus" onClick={() => setSettingUp(true)}>
          {words.setUpAuthenticator}
        </Button>
      )}
      {renew.sheet}
      {settingUp && (
        <Sheet title={words.setUpAuthenticator} onClose={() => setSettingUp(false)}>
          <AuthenticatorSetup onDone={() => setSettingUp(false)} />
        </Sheet>
      )}
      {removing && <RemoveSheet onClose={() => setRemoving(false)} />}
      {codes && (
        <Sheet title={words.recoveryCodes} onClose={() => setCodes(null)}>
          <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
        </Sheet>
      )}
    </section>
  );
}

/** From the secret over the first code to the recovery codes. */
export function AuthenticatorSetup({ onDone }: { onDone: () => void }) {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const queries = useQueryClient();
  const faultLine = useFaultLine();
  const begin = useGuardedAct();
  const confirm = useAct();
  const [secret, setSecret] = useState<AuthenticatorSecret | null>(null);
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<string[] | null>(null);

  function finish(): void {
    void queries.invalidateQueries();
    onDone();
  }

  if (codes) return <RecoveryCodes codes={codes} onKept={finish} />;
  if (!secret) {
    return (
      <div className={css.form}>
        <p className={css.text}>{words.authenticatorText}</p>
        <Fault failure={begin.failure} />
        <Button
          icon="shield"
          busy={begin.busy}
          onClick={() => begin.run(async () => setSecret(await answer(http.POST('/v1/authenticator'))))}
        >
          {common.next}
        </Button>
        {begin.sheet}
      </div>
    );
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.run(async () => {
          setCodes((await answer(http.POST('/v1/authenticator/confirm', { body: { code } }))).codes);
        });
      }}
    >
      <p className={css.text}>{words.scanSecret}</p>
      <div className={css.qr}>
        <QrCode payload={secret.uri} label={words.secretCode} />
      </div>
      <div className={css.secret}>
        <code>{secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        <CopyButton text={secret.secret} what={words.secret} />
      </div>
      <Field
        label={words.firstCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
        error={faultLine(confirm.failure)}
      />
      <Button type="submit" busy={confirm.busy} disabled={code.length !== 6}>
        {common.confirm}
      </Button>
    </form>
  );
}

function RemoveSheet({ onClose }: { onClose: () => void }) {
  const words = useWords(securityWords);
  const { http } = useApi();
  const queries = useQueryClient();
  const act = useGuardedAct();
  return (
    <>
      <Sheet title={words.removeAuthenticatorTitle} onClose={onClose} locked={act.busy}>
        <div className={css.form}>
          <p className={css.text}>{words.removeAuthenticatorText}</p>
          <Fault failure={act.failure} />
          <Button
            kind="danger"
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                await answer(http.DELETE('/v1/authenticator'));
                await queries.invalidateQueries();
                onClose();
              })
            }
          >
            {words.removeAuthenticator}
          </Button>
        </div>
      </Sheet>
      {act.sheet}
    </>
  );
}
