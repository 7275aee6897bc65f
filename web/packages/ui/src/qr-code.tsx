import { useMemo } from 'react';
import { encode } from 'uqr';

interface Props {
  payload: string;
  /** What the code is for, for ears. */
  label: string;
}

/** A QR code as one drawn path, dark on light in every theme because scanners need it so. */
export function QrCode({ payload, label }: Props) {
  const { path, size } = useMemo(() => draw(payload), [payload]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      style={{ display: 'block', width: '100%', background: '#fff', borderRadius: 8 }}
    >
      <path d={path} fill="#14211D" />
    </svg>
  );
}

/** Runs of dark modules row by row; `size` counts modules, the quiet zone of 4 included. */
export function draw(payload: string): { path: string; size: number } {
  const { data, size } = encode(payload, { ecc: 'M', border: 4 });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
    }
  }
  return { path, size };
}
