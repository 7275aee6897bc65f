import { problemOf, useReadCode, type Problem } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { walletWords } from '@qiao/i18n/wallet';
import { Banner, Button, Field, Icon, Main, Page, Sheet, TopBar } from '@qiao/ui';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import { lookAlike, type LookAlike } from '../../parts/look-alike';
import { Camera } from './camera';
import { findCodeInPicture, type PictureResult } from './picture';
import css from './scan.module.css';

/** Reads a code from the camera, a picture or the clipboard, and goes to where it leads. */
export function Scan() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const protection = useWords(protectionWords);
  const navigate = useNavigate();
  const readCode = useReadCode();
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [picture, setPicture] = useState<Exclude<PictureResult['kind'], 'found'> | null>(null);
  const [pasting, setPasting] = useState(false);
  const [site, setSite] = useState<LookAlike | null>(null);

  async function read(payload: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    setPicture(null);
    setSite(null);
    const address = lookAlike(payload, window.location.hostname);
    if (address) {
      // Never sent on, never opened: a code that is an address is no code of ours.
      setSite(address);
      setBusy(false);
      return;
    }
    try {
      const reading = await readCode(payload);
      if (reading.kind === 'person') await navigate({ to: '/transfer', search: { code: payload } });
      else if (reading.payment) await navigate({ to: '/pay', search: { id: reading.payment.id } });
      else await navigate({ to: '/pay', search: { code: payload } });
    } catch (failure) {
      setProblem(problemOf(failure));
    } finally {
      setBusy(false);
    }
  }

  async function readPicture(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    setBusy(true);
    setProblem(null);
    setPicture(null);
    const result = await findCodeInPicture(chosen);
    setBusy(false);
    if (result.kind === 'found') await read(result.payload);
    else setPicture(result.kind);
  }

  return (
    <Page>
      <TopBar
        title={words.scanTitle}
        back={<BackLink />}
        documentTitle={`${words.scanTitle} · ${common.brand}`}
      />
      <Main>
        <div className={css.column}>
          <Camera
            paused={busy || problem !== null || site !== null || pasting}
            onCode={(payload) => void read(payload)}
          />
          {problem && <FaultCard failure={problem} onRetry={() => setProblem(null)} />}
          {site && (
            <Banner
              tone={site.why === 'other_site' ? 'attention' : 'danger'}
              icon="alert"
              title={protection.lookAlike}
              action={
                <Button kind="quiet" size="m" onClick={() => setSite(null)}>
                  {common.close}
                </Button>
              }
            >
              <b className="n">{protection.lookAlikeTo(site.host)}</b> {protection.lookAlikeWhy[site.why]}
            </Banner>
          )}
          {picture && (
            <Banner
              tone="attention"
              icon="picture"
              title={picture === 'none' ? words.noCodeInPicture : words.notAPicture}
            >
              {picture === 'none' ? words.noCodeInPictureTodo : words.notAPictureTodo}
            </Banner>
          )}
          <div className={css.ways}>
            <Button kind="quiet" icon="picture" busy={busy} onClick={() => file.current?.click()}>
              {words.uploadPicture}
            </Button>
            <Button kind="quiet" icon="paste" disabled={busy} onClick={() => setPasting(true)}>
              {words.pasteCode}
            </Button>
          </div>
          <input
            ref={file}
            className="vh"
            type="file"
            accept="image/*"
            aria-label={words.uploadPicture}
            tabIndex={-1}
            onChange={(event) => {
              void readPicture(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </div>
      </Main>
      {pasting && (
        <Paste
          onClose={() => setPasting(false)}
          onCode={(payload) => {
            setPasting(false);
            void read(payload);
          }}
        />
      )}
    </Page>
  );
}

function Paste({ onClose, onCode }: { onClose: () => void; onCode: (payload: string) => void }) {
  const words = useWords(walletWords);
  const [payload, setPayload] = useState('');
  return (
    <Sheet title={words.pasteCode} onClose={onClose}>
      <form
        className={css.column}
        onSubmit={(event) => {
          event.preventDefault();
          onCode(payload.trim());
        }}
      >
        <Field label={words.pasteLabel} value={payload} onChange={setPayload} autoComplete="off" autoFocus />
        <Button type="submit" disabled={payload.trim() === ''}>
          <Icon name="scan" />
          {words.readCode}
        </Button>
      </form>
    </Sheet>
  );
}
