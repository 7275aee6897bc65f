import { useEffect, useState, type ReactNode } from 'react';
import type { KeypadKey } from './amount-entry';
import { Keypad } from './keypad';
import css from './pin-sheet.module.css';
import { Sheet } from './sheet';

const LENGTH = 6;

/** Within this time, a tap on a key is still the second one of a double tap on what opened the sheet. */
const ARMED_AFTER_MS = 350;

interface Props {
  title: string;
  /** Above the digits: what is being paid. */
  children?: ReactNode;
  /** Says how many digits are typed, for ears. */
  progress: (typed: number) => string;
  /** What was wrong with the last PIN. */
  error?: ReactNode;
  /** A link or button below, such as for a forgotten PIN. */
  help?: ReactNode;
  busy?: boolean;
  /** Shown when the answer takes longer than people expect. */
  busyWords?: string;
  onPin: (pin: string) => void;
  onClose: () => void;
}

/** Takes six digits and hands them on at the sixth. The digits are never shown, stored or put into a form field. */
export function PinSheet({
  title,
  children,
  progress,
  error,
  help,
  busy = false,
  busyWords,
  onPin,
  onClose,
}: Props) {
  const [pin, setPin] = useState('');
  const [armed, setArmed] = useState(false);

  useEffect(() => {
    const timer = window.setTimeout(() => setArmed(true), ARMED_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);

  function type(key: KeypadKey): void {
    if (busy) return;
    if (key === 'delete') setPin(pin.slice(0, -1));
    if (!/^\d$/.test(key) || pin.length >= LENGTH) return;
    const next = pin + key;
    if (next.length < LENGTH) {
      setPin(next);
      return;
    }
    setPin('');
    onPin(next);
  }

  const typed = busy ? LENGTH : pin.length;
  return (
    <Sheet title={title} onClose={onClose} locked={busy} flush>
      <div className={css.top}>
        {children}
        <div className={css.dots} role="img" aria-label={progress(typed)}>
          {Array.from({ length: LENGTH }, (_, index) => (
            <i key={index} className={index < typed ? css.typed : undefined} />
          ))}
        </div>
        <p className={css.error} role="alert">
          {!busy && error}
          {busy && busyWords && <span className={css.slow}>{busyWords}</span>}
        </p>
        {help && <div className={css.help}>{help}</div>}
      </div>
      <div style={{ pointerEvents: armed ? undefined : 'none' }}>
        <Keypad onKey={type} digitsOnly />
      </div>
    </Sheet>
  );
}
