import type { Activity } from '@qiao/api';
import { commonWords, useFormat, useWords, type Format } from '@qiao/i18n';
import { walletWords, type WalletWords } from '@qiao/i18n/wallet';
import { Amount, IconTile, PersonTile, RowContent, rowClass } from '@qiao/ui';
import { Link } from '@tanstack/react-router';
import { CategoryTile } from './category-tile';

/** One line of the activity list, leading to its receipt. */
export function ActivityRow({ activity, withDay = false }: { activity: Activity; withDay?: boolean }) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { state, amount, direction, at } = activity;
  const when = withDay ? format.moment(at) : format.time(at);
  const waiting = state === 'pending' || state === 'unknown';
  const done = state === 'succeeded';
  const details = done
    ? [detailOf(activity, words, common.scenes), refundedNote(activity, words, format)]
    : [stateNote(activity, words)];

  return (
    <Link to="/activity/$id" params={{ id: activity.id }} className={rowClass}>
      <RowContent
        tile={<ActivityTile activity={activity} />}
        title={titleOf(activity, words, format)}
        note={[waiting ? null : when, ...details].filter(Boolean).join(' · ')}
        waiting={waiting}
        end={
          done ? (
            <Amount value={amount} form="signed" direction={direction} />
          ) : (
            <Amount value={amount} form="plain" />
          )
        }
        endNote={waiting ? when : undefined}
      />
    </Link>
  );
}

export function ActivityTile({ activity: { kind, counterparty } }: { activity: Activity }) {
  if (kind === 'refund') return <IconTile icon="refund" />;
  switch (counterparty.kind) {
    case 'person':
      return <PersonTile name={counterparty.name} />;
    case 'bank':
      return <IconTile icon="bank" />;
    case 'merchant':
      return <CategoryTile category={counterparty.category} />;
  }
}

export function titleOf(
  { kind, direction, counterparty }: Activity,
  words: WalletWords,
  format: Format,
): string {
  const name = format.name(counterparty);
  switch (kind) {
    case 'transfer':
      return direction === 'in' ? words.fromPerson(name) : words.toPerson(name);
    case 'top_up':
      return words.topUpFrom(name);
    case 'withdrawal':
      return words.withdrawTo(name);
    case 'payment':
    case 'refund':
      return name;
  }
}

function detailOf(
  { kind, note, scene }: Activity,
  words: WalletWords,
  scenes: Record<Activity['scene'], string>,
): string | null {
  if (note) return note;
  switch (kind) {
    case 'refund':
      return words.refundFrom;
    case 'payment':
      return scenes[scene];
    case 'transfer':
    case 'top_up':
    case 'withdrawal':
      return words.kinds[kind];
  }
}

function refundedNote({ refunded, amount }: Activity, words: WalletWords, format: Format): string | null {
  if (!refunded || refunded.amount === 0) return null;
  return refunded.amount === amount.amount
    ? words.refundedWhole
    : words.partlyRefunded(format.money(refunded));
}

function stateNote({ kind, state, reason }: Activity, words: WalletWords): string {
  switch (state) {
    case 'pending':
      if (reason === 'held_for_review') return words.heldShort;
      if (kind === 'top_up') return words.waitingTopUp;
      if (kind === 'withdrawal') return words.waitingWithdrawal;
      return words.waitingPayment;
    case 'unknown':
      return words.unknownOutcome;
    case 'failed':
      return kind === 'top_up' ? words.notDoneIn : words.notDone;
    case 'cancelled':
      return words.cancelledShort;
    case 'succeeded':
      return '';
  }
}
