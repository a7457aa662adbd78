import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import {
  chunksBesideEntry,
  externalPackages,
  md4WithoutNode,
  ohmAsRequired,
  sandboxCode,
  workers,
} from './scripts/bundle.mjs';
import { withoutKnownAnswers } from './scripts/known-answers.mjs';

/** The desktop host's three builds. Only `externalPackages` stay outside; the Node hosts are built by scripts/build.mjs. */
export default defineConfig({
  main: {
    plugins: [sandboxCode, ohmAsRequired, withoutKnownAnswers],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'electron/main/index.ts', ...workers },

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
    plugins: [react(), md4WithoutNode, withoutKnownAnswers],
    worker: { format: 'es' },
    build: {
      outDir: resolve('out/renderer'),
      minify: true,
      assetsInlineLimit: 0,
      // The major of Electron's Chromium, less the few releases that a browser beside it may lag behind.
      target: 'chrome150',
      modulePreload: { polyfill: false },
      // The editor is four megabytes and loaded late.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: { index: resolve('renderer/index.html') } },
    },
  },
});
