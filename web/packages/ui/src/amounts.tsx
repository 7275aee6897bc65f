import { formatMoney, formatPlain, formatSigned, HIDDEN_AMOUNT, moneyParts, type Money } from '@qiao/i18n';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import css from './amounts.module.css';

interface Amounts {
  readonly hidden: boolean;
  readonly toggle: () => void;
}

const STORED = 'qiao.amounts';
const Context = createContext<Amounts>({ hidden: false, toggle: () => {} });

/** Remembers on this device whether amounts are covered. */
export function AmountsProvider({ children }: { children: ReactNode }) {
  const [hidden, setHidden] = useState(() => stored() === 'hidden');
  const value = useMemo<Amounts>(
    () => ({
      hidden,
      toggle() {
        store(hidden ? 'shown' : 'hidden');
        setHidden(!hidden);
      },
    }),
    [hidden],
  );
  return <Context value={value}>{children}</Context>;
}

export function useAmounts(): Amounts {
  return useContext(Context);
}

interface FigureProps {
  value: Money;
  size: 'hero' | 'display' | 'figure' | 'kpi';
  /** Whether the eye covers it. Amounts that are about to be paid are never covered. */
  covers?: boolean;
  /** Decimals as large as the rest, where every one of them is paid. */
  even?: boolean;
}

/** The one large amount of a screen: its sign of currency and decimals are smaller. */
export function Figure({ value, size, covers = false, even = false }: FigureProps) {
  const { hidden } = useAmounts();
  const { symbol, whole, decimals } = moneyParts(value);
  return (
    <span className={`n ${css.figure} ${css[`size-${size}`]} ${even ? css.even : ''}`}>
      {value.amount < 0 && !(covers && hidden) && '\u2212'}
      <i className={css.symbol}>{symbol}</i>
      {covers && hidden ? (
        HIDDEN_AMOUNT
      ) : (
        <>
          {whole}
          <i className={css.decimals}>{decimals}</i>
        </>
      )}
    </span>
  );
}

type AmountProps = { value: Money } & (
  { form?: 'money' | 'plain'; direction?: never } | { form: 'signed'; direction: 'in' | 'out' }
);

/** An amount in a line of text or a list, covered when the eye is closed. */
export function Amount({ value, form = 'money', direction }: AmountProps) {
  const { hidden } = useAmounts();
  return <span className="n">{hidden ? HIDDEN_AMOUNT : text(value, form, direction)}</span>;
}

function text(value: Money, form: 'money' | 'plain' | 'signed', direction: 'in' | 'out' = 'in'): string {
  switch (form) {
    case 'money':
      return formatMoney(value);
    case 'plain':
      return formatPlain(value);
    case 'signed':
      return formatSigned(value, direction);
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function store(value: string): void {
  try {
    localStorage.setItem(STORED, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
