/**
 * The idempotency keys of acts whose outcome is not known here yet, kept on the device. A key is stored before its
 * request leaves, and stays until a final answer: whoever reloads the page and repeats the act sends the same key, and the
 * server answers with what already happened instead of doing it twice.
 */
export interface Keys {
  /** The key of an act that is still open, or else a new one. An act is what is done, by whom, with what content. */
  of(act: string): string;
  /** Forgets the key: the act has its final answer. */
  settle(act: string): void;
}

interface Entry {
  key: string;
  at: number;
}

/** The server keeps keys for a day at least; after that, repeating one would be a new act. */
const KEPT_MS = 23 * 60 * 60 * 1000;

export function keysIn(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  now: () => number = Date.now,
  newKey: () => string = () => crypto.randomUUID(),
): Keys {
  // A browser may refuse to store (private mode, full disk): the page itself still remembers.
  let memory: Record<string, Entry> = {};

  function load(): Record<string, Entry> {
    try {
      const stored: unknown = JSON.parse(storage.getItem(name) ?? '{}');
      return { ...(stored as Record<string, Entry>), ...memory };
    } catch {
      return memory;
    }
  }

  function save(entries: Record<string, Entry>): void {
    const oldest = now() - KEPT_MS;
    const kept = Object.fromEntries(Object.entries(entries).filter(([, entry]) => entry.at > oldest));
    try {
      storage.setItem(name, JSON.stringify(kept));
      memory = {};
    } catch {
      memory = kept;
    }
  }

  return {
    of(act) {
      const entries = load();
      const open = entries[act];
      if (open && open.at > now() - KEPT_MS) return open.key;
      const key = newKey();
      save({ ...entries, [act]: { key, at: now() } });
      return key;
    },
    settle(act) {
      const entries = load();
      delete entries[act];
      delete memory[act];
      save(entries);
    },
  };
}
