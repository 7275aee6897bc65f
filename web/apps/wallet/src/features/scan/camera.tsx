import { useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Banner, Button } from '@qiao/ui';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { draw, findCode } from './picture';
import css from './scan.module.css';

type State = 'off' | 'on' | 'refused' | 'missing';

const LOOK_EVERY_MS = 250;
const SIDE = 640;

/** The camera's picture with a frame. It is opened by a press, so that nobody is asked for a permission unprepared. */
export function Camera({ paused, onCode }: { paused: boolean; onCode: (payload: string) => void }) {
  const words = useWords(walletWords);
  const video = useRef<HTMLVideoElement>(null);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [state, setState] = useState<State>('off');
  const found = useEffectEvent((payload: string) => onCode(payload));

  useEffect(() => () => stream?.getTracks().forEach((track) => track.stop()), [stream]);

  useEffect(() => {
    const element = video.current;
    if (!element || !stream) return;
    element.srcObject = stream;
    void element.play().catch(() => setState('missing'));
  }, [stream]);

  useEffect(() => {
    if (!stream || paused) return;
    let looking = true;
    async function look(): Promise<void> {
      while (looking) {
        await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
        const element = video.current;
        if (!looking || !element || element.videoWidth === 0) continue;
        const payload = await findCode(draw(element, SIDE));
        if (payload !== null && looking) {
          looking = false;
          found(payload);
        }
      }
    }
    void look();
    return () => {
      looking = false;
    };
  }, [stream, paused]);

  async function start(): Promise<void> {
    if (!('mediaDevices' in navigator)) {
      setState('missing');
      return;
    }
    try {
      setStream(await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }));
      setState('on');
    } catch (failure) {
      const refused = failure instanceof DOMException && failure.name === 'NotAllowedError';
      setState(refused ? 'refused' : 'missing');
    }
  }

  return (
    <section className={css.finder} aria-label={words.camera}>
      {state === 'on' && (
        <video ref={video} className={css.video} muted playsInline aria-label={words.scanHint} />
      )}
      <span className={css.frame} aria-hidden="true" />
      {state === 'on' && <p className={css.hint}>{words.scanHint}</p>}
      {state === 'off' && (
        <div className={css.start}>
          <Button icon="scan" onClick={() => void start()}>
            {words.startCamera}
          </Button>
        </div>
      )}
      {state === 'refused' && (
        <div className={css.start}>
          <Banner tone="attention" icon="scan" title={words.cameraRefused}>
            {words.cameraRefusedTodo}
          </Banner>
        </div>
      )}
      {state === 'missing' && (
        <div className={css.start}>
          <Banner tone="attention" icon="scan" title={words.cameraMissing}>
            {words.cameraMissingTodo}
          </Banner>
        </div>
      )}
    </section>
  );
}
