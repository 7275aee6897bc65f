import { drawQr } from '@qiao/ui/desk';

/** What stands on a poster. Names are plain text. */
export interface Poster {
  payload: string;
  merchant: string;
  store: string;
  how: string;
}

const WIDTH = 720;
const HEIGHT = 1020;
const CODE = 460;

/** The store's code as a poster: paper under the arch. A complete SVG document of 720 × 1020. */
export function posterSvg({ payload, merchant, store, how }: Poster): string {
  const { path, size } = drawQr(payload);
  const scale = CODE / size;
  const font = `font-family="'PingFang SC','Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',system-ui,sans-serif" text-anchor="middle"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#1A2622"/>
<path fill="#FFFDF9" d="M60 306A300 200 0 0 1 660 306V900a10 10 0 0 1-10 10H70a10 10 0 0 1-10-10Z"/>
<g fill="none" stroke="#F8F4EA" stroke-width="2" opacity=".3"><path d="M70 918a290 26 0 0 0 580 0M164 918a196 14 0 0 0 392 0"/></g>
<g transform="translate(324 138) scale(1.125)" color="#0B6A54"><path fill="#0B6A54" d="M5 31a27 27 0 0 1 54 0H45.5a13.5 13.5 0 0 0-27 0Z"/><path fill="none" stroke="#0B6A54" stroke-width="3.2" d="M6.6 36a25.4 25.4 0 0 0 50.8 0M16.9 36a15.1 15.1 0 0 0 30.2 0"/></g>
<text x="360" y="272" ${font} font-size="${fit(merchant, 46)}" font-weight="600" fill="#14211D">${escape(merchant)}</text>
<text x="360" y="320" ${font} font-size="${fit(store, 26)}" fill="#4F5B55">${escape(store)}</text>
<g transform="translate(${(WIDTH - CODE) / 2} 344) scale(${scale})" shape-rendering="crispEdges"><path fill="#14211D" d="${path}"/></g>
<text x="360" y="856" ${font} font-size="28" font-weight="500" fill="#14211D">${escape(how)}</text>
</svg>`;
}

/** The same as a picture, twice as large, for printing. */
export async function posterPng(poster: Poster): Promise<Blob> {
  const source = URL.createObjectURL(new Blob([posterSvg(poster)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH * 2;
    canvas.height = HEIGHT * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob(
        (blob) => (blob ? done(blob) : failed(new Error('The picture could not be drawn'))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(source);
  }
}

/** Names are the merchant's own words: they are text in the drawing, never markup. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Smaller letters for long names; Chinese characters count twice. */
function fit(text: string, size: number): number {
  const width = [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 1 : 0.56), 0);
  return Math.min(size, Math.floor(520 / Math.max(width, 1)));
}
