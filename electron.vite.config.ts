import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { chunksBesideEntry, externalPackages } from './scripts/bundle.mjs';

/**
 * zod compiles its checks with `new Function` where it may. The page's policy refuses that, and reports every try; so
 * zod does not try there.
 */
const zodWithoutEval: Plugin = {
  name: 'zod-without-eval',
  transform: {
    filter: { id: /[\\/]zod[\\/]v4[\\/]core[\\/]core\.js$/ },
    handler: (code) => ({ code: `${code}\nglobalConfig.jitless = true;\n`, map: null }),
  },
};

/** The desktop host's three builds. Only `externalPackages` stay outside; the Node hosts are built by scripts/build.mjs. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'electron/main/index.ts', 'history-worker': 'electron/storage/history-worker.ts' },
        external: externalPackages,
        output: chunksBesideEntry,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts' },
        // A sandboxed preload script must be CommonJS and a single file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), zodWithoutEval],
    build: {
      outDir: resolve('out/renderer'),
      minify: true,
      assetsInlineLimit: 0,
      // The major of Electron's Chromium, less the few releases that a browser beside it may lag behind.
      target: 'chrome150',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: resolve('renderer/index.html') } },
    },
  },
});
