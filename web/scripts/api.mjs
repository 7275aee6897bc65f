// Writes packages/api/src/schema.d.ts from the API's description; with --check only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const source = new URL('../../docs/reference/openapi.json', import.meta.url);
const target = fileURLToPath(new URL('../packages/api/src/schema.d.ts', import.meta.url));
const MINOR = ts.factory.createTypeReferenceNode('Minor');

const nodes = await openapiTS(source, {
  alphabetize: true,
  // Amounts are branded, so that no other number is taken for one.
  transform: (schema, { path }) => (/\/Money\/amount$/.test(path ?? '') ? MINOR : undefined),
});
const text = `import type { Minor } from '@qiao/i18n';\n\n/* Made by scripts/api.mjs from docs/reference/openapi.json. */\n\n${astToString(nodes)}`;

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('packages/api/src/schema.d.ts is not what docs/reference/openapi.json says: run npm run api');
  process.exit(1);
}
