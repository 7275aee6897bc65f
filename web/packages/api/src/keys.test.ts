import { beforeEach, describe, expect, it } from 'vitest';
import { keysIn } from './keys';

const HOUR = 60 * 60 * 1000;
let now = 0;
let made = 0;

function keys(storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage) {
  return keysIn(
    storage,
    'qiao.keys.test',
    () => now,
    () => `key-${++made}`,
  );
}

beforeEach(() => {
  localStorage.clear();
  now = 1_000_000_000_000;
  made = 0;
});

describe('the keys of open acts', () => {
  it('gives the same key for the same act until it is settled', () => {
    const first = keys().of('pay a');
    expect(keys().of('pay a')).toBe(first);
    keys().settle('pay a');
    expect(keys().of('pay a')).not.toBe(first);
  });

  it('keeps acts apart', () => {
    const store = keys();
    const [a, b] = [store.of('pay a'), store.of('pay b')];
    expect(a).not.toBe(b);
    store.settle('pay a');
    expect(store.of('pay b')).toBe(b);
  });

  it('has stored the key before it hands it out', () => {
    const key = keys().of('pay a');
    expect(localStorage.getItem('qiao.keys.test')).toContain(key);
  });

  it('does not repeat a key that the server may have forgotten', () => {
    const first = keys().of('pay a');
    now += 23 * HOUR + 1;
    expect(keys().of('pay a')).not.toBe(first);
  });

  it('remembers within the page when the browser refuses to store', () => {
    const refusing = keys({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const first = refusing.of('pay a');
    expect(refusing.of('pay a')).toBe(first);
    refusing.settle('pay a');
    expect(refusing.of('pay a')).not.toBe(first);
  });

  it('starts anew when what is stored cannot be read', () => {
    localStorage.setItem('qiao.keys.test', '{broken');
    const first = keys().of('pay a');
    expect(keys().of('pay a')).toBe(first);
  });
});
