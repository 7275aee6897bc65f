import {
  collect,
  limitProblem,
  useApi,
  usePlatform,
  type MerchantPaymentDetail,
  type Problem,
  type Store,
} from '@qiao/api';
import { minor, money, useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { AmountEntry, amountOf, Button, Icon, Keypad, press, type Entry, type KeypadKey } from '@qiao/ui';
import { ProblemCard, usePageTitle } from '@qiao/ui/desk';
import { useRef, useState, type ReactNode } from 'react';
import css from './Collect.module.css';

export interface CollectProps {
  store: Store | undefined;
  currency: string;
  back: ReactNode;
  /** A code for the amount exists now. */
  onCode: (payment: MerchantPaymentDetail) => void;
}

/** The till: type an amount, or a sum, and show its code to the customer. */
export function Collect({ store, currency, back, onCode }: CollectProps) {
  const words = useWords(merchantWords);
  usePageTitle(words.collect);
  const format = useFormat();
  const api = useApi();
  const platform = usePlatform();
  const [entry, setEntry] = useState<Entry>('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);

  const typed = amountOf(entry);
  const limit = platform.data?.payment_limit ?? null;
  const tooMuch = limit !== null && typed !== null && typed > limit;
  const ready = store !== undefined && typed !== null && typed > 0 && !tooMuch;

  function key(pressed: KeypadKey) {
    setProblem(null);
    setEntry((before) => press(before, pressed));
  }

  async function show() {
    // A second tap in the same instant comes before React disables the button.
    if (!ready || sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    const outcome = await collect(api, {
      storeId: store.id,
      amount: money(typed, currency),
      note: note.trim(),
      orderReference: '',
    });
    sending.current = false;
    setBusy(false);
    if (outcome.kind === 'done') onCode(outcome.value);
    else setProblem(outcome.problem);
  }

  const hint = !store
    ? words.noStore
    : limit !== null &&
      (tooMuch
        ? format.fault(limitProblem(limit)).todo
        : words.limitEach(format.money(money(minor(limit), currency))));
  return (
    <div className={css.till}>
      <header className={css.bar}>
        {back}
        <h1>{words.collect}</h1>
        <span className={css.store}>{store && format.name(store)}</span>
      </header>
      <AmountEntry entry={entry} hint={hint || undefined} tone={tooMuch ? 'bad' : undefined} />
      <label className={css.note}>
        <Icon name="edit" size="s" />
        <span>{words.collectNote}</span>
        <input
          value={note}
          maxLength={60}
          placeholder={words.collectNoteHint}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      {problem && (
        <div className={css.problem}>
          <ProblemCard problem={problem} />
        </div>
      )}
      <div className={css.pad}>
        <Keypad onKey={key} operators>
          <Button busy={busy} disabled={!ready} icon="qr" onClick={() => void show()}>
            {words.showCode}
          </Button>
        </Keypad>
      </div>
    </div>
  );
}
