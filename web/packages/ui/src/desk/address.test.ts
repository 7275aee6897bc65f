import { expect, it } from 'vitest';
import { plainAddress } from './address';

it('keeps a long receipt number as it was typed', () => {
  const q = '26112120124609358812345';
  expect(plainAddress.parseSearch(`?q=${q}`)).toEqual({ q });
  expect(plainAddress.stringifySearch({ q })).toBe(`?q=${q}`);
});

it('writes nothing for nothing', () => {
  expect(plainAddress.stringifySearch({ q: '', filter: undefined })).toBe('');
});

it('carries any characters', () => {
  const q = '拾穗 & 100%';
  expect(plainAddress.parseSearch(plainAddress.stringifySearch({ q }))).toEqual({ q });
});
