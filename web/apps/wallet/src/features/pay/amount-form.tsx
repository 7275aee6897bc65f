import { usePlatform, useWallet, type Problem } from '@qiao/api';
import { commonWords, money, useFormat, useWords, type Money } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { AmountEntry, amountOf, Button, Field, Icon, Keypad, press, Sheet, type Entry } from '@qiao/ui';
import { useState } from 'react';
import { FaultCard } from '../../parts/fault-card';
import css from './pay.module.css';

const NOTE_MAX = 40;

interface Props {
  busy: boolean;
  problem: Problem | null;
  onAmount: (amount: Money, note: string) => void;
}

/** How much, and a note. Says at once when the amount is over the limit or the balance. */
export function AmountForm({ busy, problem, onAmount }: Props) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const platform = usePlatform();
  const wallet = useWallet();
  const [entry, setEntry] = useState<Entry>('');
  const [note, setNote] = useState('');
  const [noting, setNoting] = useState(false);

  const amount = amountOf(entry);
  const limit = platform.data?.payment_limit;
  const available = wallet.data?.balances[0]?.available;
  const overLimit = amount !== null && limit !== undefined && amount > limit;
  const overBalance = amount !== null && available !== undefined && amount > available.amount;
  const payable = amount !== null && amount > 0 && !overLimit && !overBalance;

  function hint(): string {
    if (overLimit) return words.overLimit(format.money(money(limit)));
    if (overBalance) return words.overBalance(format.money(available));
    const hints = [
      limit !== undefined && words.limit(format.money(money(limit))),
      available && words.available(format.money(available)),
    ];
    return hints.filter(Boolean).join(' · ');
  }

  return (
    <>
      <div className={css.entry}>
        <AmountEntry entry={entry} hint={hint()} tone={overLimit || overBalance ? 'bad' : undefined} />
        <button type="button" className={css.note} onClick={() => setNoting(true)}>
          <Icon name="edit" size="s" />
          <span>{common.note}</span>
          <b>{note || words.addNote}</b>
        </button>
        {problem && <FaultCard failure={problem} />}
      </div>
      <div className={css.pad}>
        <Keypad onKey={(key) => setEntry((now) => press(now, key))}>
          <Button
            disabled={!payable}
            busy={busy}
            onClick={() => amount !== null && onAmount(money(amount), note.trim())}
          >
            {common.next}
          </Button>
        </Keypad>
      </div>
      {noting && (
        <Sheet title={common.note} onClose={() => setNoting(false)}>
          <form
            className={css.noteForm}
            onSubmit={(event) => {
              event.preventDefault();
              setNoting(false);
            }}
          >
            <Field
              label={common.note}
              hint={words.noteHint}
              value={note}
              maxLength={NOTE_MAX}
              onChange={setNote}
              autoFocus
            />
            <Button type="submit">{common.done}</Button>
          </form>
        </Sheet>
      )}
    </>
  );
}
