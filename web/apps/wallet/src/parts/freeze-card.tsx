import { answer, problemOf, useApi, useFreeze, type Freeze, type Problem } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { Banner, Button, Icon, IconTile, RowContent, rowClass, Sheet, Stack } from '@qiao/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsent } from './consent';
import css from './freeze-card.module.css';
import { FaultCard } from './fault-card';

/** Freezes the wallet: one tap and a sheet that says what it does. Frozen, it says so and leads out of it. */
export function FreezeCard() {
  const freeze = useFreeze();
  if (!freeze.data) return null;
  return freeze.data.frozen ? <Frozen freeze={freeze.data} /> : <FreezeRow />;
}

function FreezeRow() {
  const words = useWords(protectionWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${rowClass} ${css.row}`}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
      >
        <RowContent tile={<IconTile icon="lock" />} title={words.freeze} note={words.freezeNote} />
        <Icon name="right" size="xs" />
      </button>
      {open && <FreezeSheet onClose={() => setOpen(false)} />}
    </>
  );
}

function FreezeSheet({ onClose }: { onClose: () => void }) {
  const words = useWords(protectionWords);
  const freeze = useFreezing(onClose);
  return (
    <Sheet title={words.freezeTitle} onClose={onClose} locked={freeze.isPending}>
      <Stack>
        <p className={css.text}>{words.freezeText}</p>
        {freeze.isError && <FaultCard failure={freeze.error} />}
        <Button kind="danger" icon="lock" busy={freeze.isPending} onClick={() => freeze.mutate()}>
          {words.freezeNow}
        </Button>
      </Stack>
    </Sheet>
  );
}

function useFreezing(onDone?: () => void) {
  const { http } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(http.PUT('/v1/wallet/freeze')),
    onSuccess: (now) => {
      queries.setQueryData(['freeze'], now);
      void queries.invalidateQueries();
      onDone?.();
    },
  });
}

/** What being frozen means, and the way out. */
export function Frozen({ freeze }: { freeze: Freeze }) {
  const words = useWords(protectionWords);
  const format = useFormat();
  const { http } = useApi();
  const queries = useQueryClient();
  const keep = useFreezing();
  const [problem, setProblem] = useState<Problem | null>(null);

  const consent = useConsent({
    ask: () => answer(http.POST('/v1/wallet/freeze/confirmation')),
    send: async (word) => {
      try {
        queries.setQueryData(['freeze'], await answer(http.POST('/v1/wallet/freeze/thaw', { body: word })));
        void queries.invalidateQueries();
        return null;
      } catch (failure) {
        const refused = problemOf(failure);
        setProblem(refused);
        return refused;
      }
    },
    children: <p>{words.thawWhat}</p>,
    more: { sent: words.thawSentText, code: words.thawCodeText },
  });

  const asked = consent.problem && { ...consent.problem, money: 'not_involved' as const };
  const shown = asked ?? problem ?? keep.error;
  const stuck = consent.problem?.code === 'stronger_factor_required';
  return (
    <div className={css.frozen}>
      <Banner tone="attention" icon="lock" title={freeze.thaws_at ? words.thawing : words.frozen}>
        {freeze.by_operator
          ? words.frozenByOperator
          : freeze.thaws_at
            ? words.thawingText(format.momentWithin(freeze.thaws_at))
            : words.frozenText}
      </Banner>
      {stuck && (
        <Banner tone="info" title={words.thaw}>
          {words.thawNeedsMore}
        </Banner>
      )}
      {shown && !stuck && !consent.sheet && <FaultCard failure={shown} />}
      {!freeze.by_operator && !freeze.thaws_at && (
        <Button
          kind="quiet"
          busy={consent.busy}
          onClick={() => {
            setProblem(null);
            consent.begin();
          }}
        >
          {words.thaw}
        </Button>
      )}
      {freeze.thaws_at && (
        <Button kind="quiet" busy={keep.isPending} onClick={() => keep.mutate()}>
          {words.keepFrozen}
        </Button>
      )}
      {consent.sheet}
    </div>
  );
}
