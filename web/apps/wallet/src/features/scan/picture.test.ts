import { draw } from '@qiao/ui/qr';
import { expect, it } from 'vitest';
import { findCode, type Pixels } from './picture';

const MODULE_PX = 4;

/** A code as a camera would see it: drawn with our own drawing, four pixels to a module. */
function photographed(payload: string): Pixels {
  const { path, size } = draw(payload);
  const width = size * MODULE_PX;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let column = Number(x); column < Number(x) + Number(run); column++) paint(column, Number(y));
  }
  return { data, width, height: width };

  function paint(column: number, row: number): void {
    for (let dy = 0; dy < MODULE_PX; dy++) {
      for (let dx = 0; dx < MODULE_PX; dx++) {
        const at = ((row * MODULE_PX + dy) * width + column * MODULE_PX + dx) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
}

it.each(['qiao', '00020101021126330012dev.qiao.pay0113sto_', '64180002ZH0104拾穗面包0204杭州'])(
  'reads back what was drawn: %s',
  async (payload) => {
    expect(await findCode(photographed(payload))).toBe(payload);
  },
);

it('finds nothing where there is no code', async () => {
  const blank = new Uint8ClampedArray(100 * 100 * 4).fill(255);
  expect(await findCode({ data: blank, width: 100, height: 100 })).toBeNull();
});

it('finds nothing in a code whose corner is torn off', async () => {
  const torn = photographed('qiao');
  for (let row = 0; row < torn.height / 2; row++) {
    torn.data.fill(255, row * torn.width * 4, (row * torn.width + torn.width / 2) * 4);
  }
  expect(await findCode(torn)).toBeNull();
});
