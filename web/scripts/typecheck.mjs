// Checks the types of every app with its packages. One program each: an app's router registers its own routes.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));

let failed = false;
for (const app of readdirSync(`${web}apps`).sort()) {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', `apps/${app}`], {
    cwd: web,
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
