import type { Problem } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { consentWords } from '@qiao/i18n/consent';
import { walletWords } from '@qiao/i18n/wallet';
import { PinSheet } from '@qiao/ui';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFaultLine } from './fault-card';

interface Props {
  busy: boolean;
  problem: Problem | null;
  onPin: (pin: string) => void;
  /** Back to the passkey, for those who have one and put its prompt away. */
  onPasskey?: (() => void) | undefined;
  onClose: () => void;
  /** What the PIN is for. */
  children: ReactNode;
}

/** Asks for the payment PIN, with a way out for those who forgot it. */
export function PinStep({ busy, problem, onPin, onPasskey, onClose, children }: Props) {
  const consent = useWords(consentWords);
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const faultLine = useFaultLine();
  const { href } = useLocation();
  return (
    <PinSheet
      title={words.enterPin}
      progress={words.pinProgress}
      busy={busy}
      busyWords={common.stillTrying}
      error={problem && faultLine(problem)}
      help={
        <>
          {onPasskey && (
            <button type="button" disabled={busy} onClick={onPasskey}>
              {consent.byPasskey}
            </button>
          )}
          <Link to="/pin" search={{ next: href, forgotten: true }}>
            {words.forgotPin}
          </Link>
        </>
      }
      onPin={onPin}
      onClose={onClose}
    >
      {children}
    </PinSheet>
  );
}
