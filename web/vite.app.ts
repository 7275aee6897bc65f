import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The build of one app: where it is served, and where its files go (web/dist/<name>). */
export function app(name: 'wallet' | 'merchant' | 'console', base: string): UserConfig {
  return defineConfig({
    root: `${root}apps/${name}`,
    base,
    plugins: [react()],
    build: {
      outDir: `${root}dist/${name}`,
      emptyOutDir: true,
      manifest: true,
      // Fonts and pictures stay files of their own, so that the page's security policy needs no data: URLs.
      assetsInlineLimit: 0,
    },
    server: { proxy: { '/v1': { target: process.env['QIAO_SERVER'] ?? 'http://localhost:8080' } } },
  });
}
