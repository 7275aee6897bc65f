/** What was found in a picture. */
export type PictureResult =
  | { kind: 'found'; payload: string }
  /** No code, or none that is whole and clear enough. */
  | { kind: 'none' }
  /** The file is no picture that this browser opens. */
  | { kind: 'unreadable' };

/** The pixels of a picture, four bytes each. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Sizes to look at, in pixels of the longer side: codes are found best when a module is a few pixels wide. */
const SIDES = [1000, 500, 2000];

export async function findCodeInPicture(file: Blob): Promise<PictureResult> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return { kind: 'unreadable' };
  }
  try {
    for (const side of SIDES) {
      const payload = await findCode(draw(bitmap, side));
      if (payload !== null) return { kind: 'found', payload };
    }
    return { kind: 'none' };
  } finally {
    bitmap.close();
  }
}

/** The content of the first code in the pixels. Bytes are read as UTF-8, which is what our codes are written in. */
export async function findCode({ data, width, height }: Pixels): Promise<string | null> {
  const { default: jsQR } = await import('jsqr');
  const code = jsQR(data, width, height);
  if (!code) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(code.binaryData));
  } catch {
    return code.data === '' ? null : code.data;
  }
}

/** The picture on white, scaled so that its longer side is `side` at most. */
export function draw(source: ImageBitmap | HTMLVideoElement, side: number): Pixels {
  const [fullWidth, fullHeight] =
    source instanceof HTMLVideoElement
      ? [source.videoWidth, source.videoHeight]
      : [source.width, source.height];
  const scale = Math.min(1, side / Math.max(fullWidth, fullHeight));
  const width = Math.max(1, Math.round(fullWidth * scale));
  const height = Math.max(1, Math.round(fullHeight * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No 2d canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return { data: context.getImageData(0, 0, width, height).data, width, height };
}
