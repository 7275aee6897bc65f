import { describe, expect, it } from 'vitest';
import { posterSvg } from './poster';

const poster = {
  payload: '00020101021126',
  merchant: '拾穗面包房',
  store: '南门店',
  how: '打开桥钱包，扫一扫付款',
};

describe('posterSvg', () => {
  it('is a well-formed drawing with the names on it', () => {
    const document = new DOMParser().parseFromString(posterSvg(poster), 'image/svg+xml');
    expect(document.querySelector('parsererror')).toBeNull();
    expect([...document.querySelectorAll('text')].map((text) => text.textContent)).toEqual([
      '拾穗面包房',
      '南门店',
      '打开桥钱包，扫一扫付款',
    ]);
  });

  it('keeps a name that looks like markup a name', () => {
    const merchant = `<script>alert("x")</script> & 'co'`;
    const document = new DOMParser().parseFromString(posterSvg({ ...poster, merchant }), 'image/svg+xml');
    expect(document.querySelector('parsererror')).toBeNull();
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector('text')?.textContent).toBe(merchant);
  });

  it('writes a long name smaller', () => {
    const size = (merchant: string) =>
      Number(/font-size="(\d+)"/.exec(posterSvg({ ...poster, merchant }))?.[1]);
    expect(size('很'.repeat(20))).toBeLessThan(size('短名'));
  });
});
