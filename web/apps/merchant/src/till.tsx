import { useEvents, useMerchant, type Store } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { announce } from './voice';

/** What this device is doing: which store it stands in, whether it announces, and what has just arrived. */
export interface Till {
  /** Null while all stores are looked at together. */
  readonly storeId: string | undefined;
  readonly store: Store | undefined;
  readonly chooseStore: (id: string | undefined) => void;
  readonly voice: boolean;
  readonly setVoice: (on: boolean) => void;
  /** Payments and refunds of the last seconds. */
  readonly fresh: ReadonlySet<string>;
}

const FRESH_MS = 12_000;
const Context = createContext<Till | null>(null);

export function TillProvider({ children }: { children: ReactNode }) {
  const words = useWords(merchantWords);
  const format = useFormat();
  const merchant = useMerchant();
  const [chosen, setChosen] = useState(() => read('qiao.merchant.store'));
  const [voice, setVoiceNow] = useState(() => read('qiao.merchant.voice') === 'on');
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());

  useEvents(true, (event) => {
    if (event.type !== 'payment.succeeded' && event.type !== 'refund.succeeded') return;
    setFresh((before) => new Set(before).add(event.id));
    window.setTimeout(
      () => setFresh((before) => new Set([...before].filter((id) => id !== event.id))),
      FRESH_MS,
    );
    if (voice && event.type === 'payment.succeeded' && event.amount) {
      announce(words.voiceSays(format.money(event.amount)), format.language);
    }
  });

  const till = useMemo<Till>(() => {
    const stores = merchant.data?.stores ?? [];
    const known = stores.find((store) => store.id === chosen);
    return {
      storeId: known?.id,
      store: known ?? stores[0],
      chooseStore(id) {
        write('qiao.merchant.store', id ?? '');
        setChosen(id ?? null);
      },
      voice,
      setVoice(on) {
        write('qiao.merchant.voice', on ? 'on' : 'off');
        setVoiceNow(on);
      },
      fresh,
    };
  }, [merchant.data, chosen, voice, fresh]);
  return <Context value={till}>{children}</Context>;
}

export function useTill(): Till {
  const till = useContext(Context);
  if (!till) throw new Error('TillProvider is missing');
  return till;
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
