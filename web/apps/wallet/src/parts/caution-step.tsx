import type { Confirmation } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { Button, Sheet, Stack } from '@qiao/ui';
import { useEffect, useState, type ReactNode } from 'react';
import css from './caution-step.module.css';

const PAUSE_SECONDS = 5;

/** What a full moment has after its day. */
const TIME = ' 20:12:46'.length;

interface Props {
  confirmation: Confirmation;
  /** To whom, and how much. */
  children: ReactNode;
  onGo: () => void;
  onClose: () => void;
}

/** Whether this is a moment at which people are talked into paying: the first large payment to somebody new. */
export function isRisky({ cautions }: Confirmation): boolean {
  return cautions.includes('new_payee');
}

/** Says what scams look like, and lets the person go on after a moment. Stopping is as easy. */
export function CautionStep({ confirmation, children, onGo, onClose }: Props) {
  const words = useWords(protectionWords);
  const format = useFormat();
  const [left, setLeft] = useState(PAUSE_SECONDS);

  useEffect(() => {
    if (left === 0) return;
    const timer = window.setTimeout(() => setLeft(left - 1), 1000);
    return () => window.clearTimeout(timer);
  }, [left]);

  return (
    <Sheet title={words.cautionTitle} onClose={onClose}>
      <Stack>
        <div className={css.payee}>
          {children}
          {confirmation.payee_since && (
            <p className={css.since}>
              {words.cautionSince(format.fullMoment(confirmation.payee_since).slice(0, -TIME))}
            </p>
          )}
        </div>
        <p className={css.lead}>{words.cautionLead}</p>
        <ul className={css.signs}>
          {words.cautionSigns.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
        <Button onClick={onClose}>{words.cautionStop}</Button>
        <Button kind="quiet" disabled={left > 0} onClick={onGo}>
          {left > 0 ? words.cautionWait(left) : words.cautionGo}
        </Button>
      </Stack>
    </Sheet>
  );
}
