// Builds every app into dist/<app>, one after the other, then checks the budget of the wallet's first route.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));

for (const app of readdirSync(`${web}apps`).sort()) {
  node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '-c', `apps/${app}/vite.config.ts`);
}
node('scripts/check-size.mjs');

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: web, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
