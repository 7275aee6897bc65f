import type { Problem } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { PinSheet } from '@qiao/ui';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFaultLine } from './fault-card';

interface Props {
  busy: boolean;
  problem: Problem | null;
  onPin: (pin: string) => void;
  onClose: () => void;
  /** What the PIN is for. */
  children: ReactNode;
}

/** Asks for the payment PIN, with a way out for those who forgot it. */
export function PinStep({ busy, problem, onPin, onClose, children }: Props) {
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
        <Link to="/pin" search={{ next: href, forgotten: true }}>
          {words.forgotPin}
        </Link>
      }
      onPin={onPin}
      onClose={onClose}
    >
      {children}
    </PinSheet>
  );
}
