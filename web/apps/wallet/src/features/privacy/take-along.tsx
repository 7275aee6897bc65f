import { answer, problemOf, useApi } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, SectionHead } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PinStep } from '../../parts/pin-step';
import css from './privacy.module.css';

/** All that is held about the person, as a file. */
export function TakeAlong() {
  const words = useWords(walletWords);
  const { http } = useApi();
  const [asking, setAsking] = useState(false);
  const take = useMutation({
    mutationFn: (pin: string) => answer(http.POST('/v1/me/export', { body: { pin } })),
    onSuccess: (held) => {
      setAsking(false);
      save(held);
    },
  });

  return (
    <section className={css.section} aria-label={words.takeAlong}>
      <SectionHead title={words.takeAlong} />
      <p className={css.text}>{words.takeAlongText}</p>
      <Button kind="quiet" icon="download" onClick={() => setAsking(true)}>
        {words.takeAlongDo}
      </Button>
      <p className={css.text} role="status">
        {take.isSuccess && words.takeAlongDone}
      </p>
      {asking && (
        <PinStep
          busy={take.isPending}
          problem={take.error && problemOf(take.error)}
          onPin={(pin) => take.mutate(pin)}
          onClose={() => {
            take.reset();
            setAsking(false);
          }}
        >
          {words.takeAlongDo}
        </PinStep>
      )}
    </section>
  );
}

function save(held: { exported_at: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' }));
  link.download = `qiao-${held.exported_at.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
