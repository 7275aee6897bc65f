import { commonWords, money, moneyParts, useWords } from '@qiao/i18n';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { amountOf, isSum, press, spoken, type Entry, type KeypadKey } from './amount-entry';
import figures from './amounts.module.css';
import { Icon } from './icon';
import css from './keypad.module.css';

interface KeypadProps {
  onKey: (key: KeypadKey) => void;
  /** Adds +, − and × for a till. */
  operators?: boolean;
  /** For a PIN: no decimal point. */
  digitsOnly?: boolean;
  /** Below the keys: one or two actions. */
  children?: ReactNode;
}

const PLAIN: KeypadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', 'delete'];
const TILL: KeypadKey[] = [
  '1',
  '2',
  '3',
  'delete',
  '4',
  '5',
  '6',
  '×',
  '7',
  '8',
  '9',
  '−',
  '00',
  '0',
  '.',
  '+',
];

/** Our own number keys, so that a phone's keyboard never covers the amount. A physical keyboard works too. */
export function Keypad({ onKey, operators = false, digitsOnly = false, children }: KeypadProps) {
  const words = useWords(commonWords);
  const pad = useRef<HTMLDivElement>(null);
  const type = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (isCovered(pad.current)) return;
    const key = keyFor(event.key);
    if (!key || (!operators && '+−×'.includes(key)) || (digitsOnly && key === '.')) return;
    event.preventDefault();
    onKey(key);
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => type(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return (
    <div ref={pad} className={css.pad}>
      <div className={`n ${css.keys} ${operators ? css.till : ''}`}>
        {(operators ? TILL : PLAIN).map((key) =>
          digitsOnly && key === '.' ? (
            <span key={key} />
          ) : (
            <button
              key={key}
              type="button"
              className={/^[\d.]/.test(key) ? undefined : css.operator}
              aria-label={key === 'delete' ? words.deleteDigit : key === '.' ? words.decimalPoint : undefined}
              onClick={() => onKey(key)}
            >
              {key === 'delete' ? <Icon name="del" /> : key}
            </button>
          ),
        )}
      </div>
      {children && <div className={css.actions}>{children}</div>}
    </div>
  );
}

/** The amount being typed, with its running sum above and a limit below. */
export function AmountEntry({ entry, hint, tone }: { entry: Entry; hint?: ReactNode; tone?: 'bad' }) {
  const words = useWords(commonWords);
  const amount = amountOf(entry);
  const { symbol, whole } = moneyParts(money(amount ?? 0));
  const shown = isSum(entry)
    ? `${amount !== null && amount < 0 ? '\u2212' : ''}${whole}${moneyParts(money(amount ?? 0)).decimals}`
    : `${whole}${entry.includes('.') ? entry.slice(entry.indexOf('.')) : ''}`;
  return (
    <section className={css.amount} aria-label={words.amount}>
      {isSum(entry) && <p className={`n ${css.sum}`}>{spoken(entry)}</p>}
      <p className={`n ${css.figure} ${figures.figure} ${figures['size-hero']}`} aria-live="polite">
        <i className={figures.symbol}>{symbol}</i>
        <span className={entry === '' ? css.blank : undefined}>{shown}</span>
        <span className={css.caret} aria-hidden="true" />
      </p>
      <p
        className={`${css.hint} ${tone === 'bad' ? css.bad : ''}`}
        role={tone === 'bad' ? 'alert' : undefined}
      >
        {hint}
      </p>
    </section>
  );
}

export { amountOf, press, type Entry, type KeypadKey };

function keyFor(pressed: string): KeypadKey | null {
  if (/^\d$/.test(pressed)) return pressed as KeypadKey;
  switch (pressed) {
    case '.':
    case ',':
      return '.';
    case '+':
      return '+';
    case '-':
      return '−';
    case '*':
      return '×';
    case 'Backspace':
      return 'delete';
    default:
      return null;
  }
}

/** Whether a sheet lies over the keypad: what is typed then, such as a PIN, is meant for the sheet alone. */
function isCovered(pad: HTMLElement | null): boolean {
  const sheet = [...document.querySelectorAll('dialog[open]')].at(-1);
  return sheet !== undefined && !sheet.contains(pad);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
