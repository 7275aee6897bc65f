import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

const web = fileURLToPath(new URL('.', import.meta.url));
const apps = readdirSync(`${web}apps`);

const outsideOfUi = [
  { group: ['@mantine/*', 'uqr'], message: 'Only packages/ui knows Mantine and uqr: use @qiao/ui.' },
];

/** A feature sees its own folder and the packages: no other feature, nothing of the app around it. */
const features = apps.flatMap((app) => {
  const folder = `apps/${app}/src/features`;
  if (!existsSync(web + folder)) return [];
  return readdirSync(web + folder).map((feature) => ({
    files: [`${folder}/${feature}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\.\\./(?!\\.\\./parts/)',
              message: 'A feature imports its own files, the parts of its app and the packages only.',
            },
            ...outsideOfUi,
          ],
        },
      ],
    },
  }));
});

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'reports', '**/schema.d.ts'] },
  typescript.configs.recommended,
  hooks.configs.flat.recommended,
  {
    rules: {
      'no-restricted-globals': ['error', { name: 'parseFloat', message: 'Amounts are whole minor units.' }],
      'no-restricted-properties': [
        'error',
        { property: 'toFixed', message: 'Only packages/i18n/src/money.ts turns amounts into text.' },
        { object: 'Number', property: 'parseFloat', message: 'Amounts are whole minor units.' },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: [
      'apps/**',
      'packages/api/**',
      'packages/i18n/**',
      'packages/security/**',
      'packages/verification/**',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: outsideOfUi }] },
  },
  {
    files: ['packages/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/apps/*', '@qiao/wallet', '@qiao/merchant', '@qiao/console'],
              message: 'Packages know no app.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/i18n/src/money.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  ...features,
);
