// Writes package.json and package-lock.json into a folder, with a version for our own packages: they have none, since
// they are never published, and npm lists no parts of what has none. Usage: node sbom.mjs FOLDER VERSION.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, version] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const write = (name, value) => writeFileSync(join(folder, name), JSON.stringify(value));

const lock = read('package-lock.json');
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path.includes('node_modules')) entry.version ??= version;
}
mkdirSync(folder, { recursive: true });
write('package.json', { ...read('package.json'), version });
write('package-lock.json', lock);
