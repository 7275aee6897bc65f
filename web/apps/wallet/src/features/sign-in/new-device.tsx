import type { SecondFactor } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { SecondStep } from '@qiao/security';
import { Button } from '@qiao/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { NewHere } from './new-here';
import css from './sign-in.module.css';

/** A code was right on a device that no wallet knows. Whether there is one, only its owner can tell. */
export function NewDevice({ token, second }: { token: string; second: SecondFactor | null }) {
  const words = useWords(recoveryWords);
  const [way, setWay] = useState<'known' | 'new' | null>(null);
  if (way === 'new' || !second) return <NewHere token={token} />;
  if (way === 'known') {
    return (
      <div className={css.form}>
        <h2>{words.haveWallet}</h2>
        <SecondStep app="wallet" second={second} />
        <Link to="/recovery" className={css.link}>
          {words.noneOfThese}
        </Link>
      </div>
    );
  }
  return (
    <div className={css.form}>
      <h2>{words.newDeviceTitle}</h2>
      <p className={css.text}>{words.newDeviceText}</p>
      <Button onClick={() => setWay('known')}>{words.haveWallet}</Button>
      <Button kind="quiet" onClick={() => setWay('new')}>
        {words.openNew}
      </Button>
      <p className={css.small}>{words.openNewText}</p>
    </div>
  );
}
