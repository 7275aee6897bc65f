import { answer, problemOf, useApi, useHeldMovements, type HeldMovement, type Problem } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { protectionWords, type ProtectionWords } from '@qiao/i18n/protection';
import {
  Banner,
  Button,
  EmptyState,
  Figure,
  IconTile,
  Main,
  Page,
  RowContent,
  rowClass,
  Rows,
  RowSkeletons,
  Sheet,
  Stack,
  TopBar,
} from '@qiao/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BackLink } from '../../parts/back-link';
import { useConsent } from '../../parts/consent';
import { FaultCard } from '../../parts/fault-card';
import css from './protection.module.css';

/** Movements that were stopped until the person says whether it was they. */
export function HeldPage() {
  const words = useWords(protectionWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const held = useHeldMovements();
  const open = held.data?.items.filter((one) => one.state === 'open') ?? [];
  const ended = held.data?.items.filter((one) => one.state !== 'open') ?? [];

  return (
    <Page>
      <TopBar
        title={words.heldTitle}
        back={<BackLink />}
        documentTitle={`${words.heldTitle} · ${common.brand}`}
      />
      <Main>
        <div className={css.column}>
          {held.isPending && <RowSkeletons count={2} label={common.loading} />}
          {held.isError && !held.data && (
            <FaultCard failure={held.error} onRetry={() => void held.refetch()} />
          )}
          {held.data && open.length === 0 && (
            <EmptyState title={words.heldNone}>{words.heldNoneText}</EmptyState>
          )}
          {open.map((one) => (
            <Question key={one.id} held={one} />
          ))}
          {ended.length > 0 && (
            <Rows>
              {ended.map((one) => (
                <li key={one.id} className={rowClass}>
                  <RowContent
                    tile={<IconTile icon="shield" />}
                    title={format.name(one.payee)}
                    note={`${words.heldStates[one.state]} · ${format.moment(one.ended_at ?? one.at)}`}
                    end={<span className="n">{format.money(one.amount)}</span>}
                  />
                </li>
              ))}
            </Rows>
          )}
        </div>
      </Main>
    </Page>
  );
}

function Question({ held }: { held: HeldMovement }) {
  const words = useWords(protectionWords);
  const format = useFormat();
  const { http } = useApi();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [denying, setDenying] = useState(false);
  const path = { id: held.id };

  const consent = useConsent({
    ask: () => answer(http.POST('/v1/held-movements/{id}/confirmation', { params: { path } })),
    send: async (word) => {
      try {
        const body = { ...word, amount: held.amount };
        await answer(http.POST('/v1/held-movements/{id}/confirm', { params: { path }, body }));
        void queries.invalidateQueries();
        return null;
      } catch (failure) {
        const refused = problemOf(failure);
        setProblem(refused);
        return refused;
      }
    },
    children: (
      <>
        <p>{format.name(held.payee)}</p>
        <Figure value={held.amount} size="figure" even />
      </>
    ),
  });

  const shown = consent.problem ?? problem;
  return (
    <section className={css.held} aria-label={words.heldQuestion}>
      <div className={css.question}>
        <h2>{words.heldQuestion}</h2>
        <p>{format.name(held.payee)}</p>
        <Figure value={held.amount} size="figure" even />
        <p className={css.text}>{format.moment(held.at)}</p>
      </div>
      <div className={css.why}>
        <p className={css.text}>{words.heldWhy}</p>
        <ul className={css.points}>
          {held.reasons.map((reason) => (
            <li key={reason}>{reasonOf(reason, words)}</li>
          ))}
        </ul>
      </div>
      <p className={css.text}>{words.heldUntil(format.momentWithin(held.deadline))}</p>
      {held.answerable_from && (
        <Banner tone="attention" title={words.heldLater(format.momentWithin(held.answerable_from))} />
      )}
      {shown && !consent.sheet && <FaultCard failure={shown} />}
      <Button kind="danger" onClick={() => setDenying(true)}>
        {words.itWasNotMe}
      </Button>
      <Button
        kind="quiet"
        busy={consent.busy}
        disabled={held.answerable_from !== null}
        onClick={() => {
          setProblem(null);
          consent.begin();
        }}
      >
        {words.itWasMe}
      </Button>
      {consent.sheet}
      {denying && <Deny held={held} onClose={() => setDenying(false)} />}
    </section>
  );
}

function Deny({ held, onClose }: { held: HeldMovement; onClose: () => void }) {
  const words = useWords(protectionWords);
  const { http } = useApi();
  const queries = useQueryClient();
  const deny = useMutation({
    mutationFn: () =>
      answer(http.POST('/v1/held-movements/{id}/refuse', { params: { path: { id: held.id } } })),
    onSuccess: () => void queries.invalidateQueries(),
  });
  return (
    <Sheet title={words.notMeTitle} onClose={onClose} locked={deny.isPending}>
      <Stack>
        <p className={css.text}>{words.notMeText}</p>
        {deny.isError && <FaultCard failure={deny.error} />}
        <Button kind="danger" icon="lock" busy={deny.isPending} onClick={() => deny.mutate()}>
          {words.itWasNotMe}
        </Button>
      </Stack>
    </Sheet>
  );
}

function reasonOf(reason: string, words: ProtectionWords): string {
  return reason in words.reasons ? words.reasons[reason as keyof typeof words.reasons] : reason;
}
