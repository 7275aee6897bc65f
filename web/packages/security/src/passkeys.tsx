import { answer, makePasskey, passkeysWork, useApi, usePasskeys, type Passkey } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { waysInWords } from '@qiao/i18n/ways-in';
import {
  Button,
  Field,
  IconButton,
  IconTile,
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
import { useAct } from './use-act';
import { useGuardedAct } from './use-guarded-act';

/** One's passkeys: added, named and removed here. */
export function Passkeys({ onAdded }: { onAdded?: () => void }) {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const passkeys = usePasskeys();
  const add = useAddPasskey(onAdded);
  const [renaming, setRenaming] = useState<Passkey | null>(null);
  const [removing, setRemoving] = useState<Passkey | null>(null);

  return (
    <section className={css.section} aria-label={words.passkeys}>
      <SectionHead title={words.passkeys} />
      <p className={css.text}>{passkeysWork() ? words.passkeysText : words.passkeysUnsupported}</p>
      {passkeys.isPending && <RowSkeletons count={1} label={common.loading} />}
      <Fault failure={passkeys.error} />
      {passkeys.data && passkeys.data.items.length > 0 && (
        <Rows label={words.passkeys}>
          {passkeys.data.items.map((passkey) => (
            <li key={passkey.id} className={rowClass}>
              <PasskeyRow passkey={passkey} />
              <span className={css.ends}>
                <IconButton
                  icon="edit"
                  size="s"
                  label={words.renameOf(passkey.name)}
                  onClick={() => setRenaming(passkey)}
                />
                <IconButton
                  icon="close"
                  size="s"
                  label={words.removeOf(passkey.name)}
                  onClick={() => setRemoving(passkey)}
                />
              </span>
            </li>
          ))}
        </Rows>
      )}
      <Fault failure={add.failure} />
      <p className={css.done} role="status">
        {add.done && words.passkeyAdded}
      </p>
      {passkeysWork() && (
        <Button kind="quiet" size="m" icon="plus" busy={add.busy} onClick={add.start}>
          {words.addPasskey}
        </Button>
      )}
      {add.sheet}
      {renaming && <RenameSheet passkey={renaming} onClose={() => setRenaming(null)} />}
      {removing && <RemoveSheet passkey={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

/** Has this device make a passkey and keeps it. */
export function useAddPasskey(onAdded?: () => void) {
  const { http } = useApi();
  const queries = useQueryClient();
  const act = useGuardedAct();
  const [done, setDone] = useState(false);
  return {
    ...act,
    done,
    start: () => {
      setDone(false);
      act.run(async () => {
        const creation = await answer(http.POST('/v1/passkeys/challenges'));
        await answer(http.POST('/v1/passkeys', { body: await makePasskey(creation) }));
        setDone(true);
        await queries.invalidateQueries();
        onAdded?.();
      });
    },
  };
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const words = useWords(securityWords);
  const ways = useWords(waysInWords);
  const format = useFormat();
  if (passkey.locked_at) {
    return (
      <RowContent tile={<IconTile icon="lock" />} title={passkey.name} note={ways.lockedByPlatform} waiting />
    );
  }
  const facts = [
    words.created(format.date(format.dayOf(passkey.created_at))),
    passkey.used_at ? words.lastUsed(format.momentWithin(passkey.used_at)) : words.neverUsed,
    passkey.backed_up && words.synced,
  ];
  return (
    <RowContent
      tile={<IconTile icon="face" />}
      title={passkey.name}
      note={facts.filter(Boolean).join(' · ')}
    />
  );
}

function RenameSheet({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const words = useWords(securityWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const queries = useQueryClient();
  const faultLine = useFaultLine();
  const act = useAct();
  const [name, setName] = useState(passkey.name);
  return (
    <Sheet title={words.rename} onClose={onClose} locked={act.busy}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          act.run(async () => {
            const path = { id: passkey.id };
            await answer(http.PATCH('/v1/passkeys/{id}', { params: { path }, body: { name: name.trim() } }));
            await queries.invalidateQueries({ queryKey: ['passkeys'] });
            onClose();
          });
        }}
      >
        <Field
          label={words.passkeyName}
          maxLength={40}
          value={name}
          onChange={setName}
          error={faultLine(act.failure)}
          autoFocus
        />
        <Button type="submit" busy={act.busy} disabled={name.trim() === ''}>
          {common.save}
        </Button>
      </form>
    </Sheet>
  );
}

function RemoveSheet({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const words = useWords(securityWords);
  const { http } = useApi();
  const queries = useQueryClient();
  const act = useGuardedAct();
  return (
    <>
      <Sheet title={words.removePasskeyTitle} onClose={onClose} locked={act.busy}>
        <div className={css.form}>
          <p className={css.text}>{words.removePasskeyText}</p>
          <Fault failure={act.failure} />
          <Button
            kind="danger"
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                await answer(http.DELETE('/v1/passkeys/{id}', { params: { path: { id: passkey.id } } }));
                await queries.invalidateQueries();
                onClose();
              })
            }
          >
            {words.removeOf(passkey.name)}
          </Button>
        </div>
      </Sheet>
      {act.sheet}
    </>
  );
}
