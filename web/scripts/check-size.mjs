// Fails when the JavaScript that the wallet needs for its first screen is over its budget.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 170 * 1024;
const dist = fileURLToPath(new URL('../dist/wallet/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));

const needed = new Set();
need('index.html');
need('src/features/home/home.tsx');

let bytes = 0;
for (const file of needed) bytes += gzipSync(readFileSync(dist + file)).length;
const line = `wallet, first route: ${Math.round(bytes / 1024)} KB of JavaScript (gz), budget ${BUDGET_BYTES / 1024}`;
console.log(line);
if (bytes > BUDGET_BYTES) process.exit(1);

function need(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no ${key}`);
  if (needed.has(chunk.file)) return;
  needed.add(chunk.file);
  for (const other of chunk.imports ?? []) need(other);
}
