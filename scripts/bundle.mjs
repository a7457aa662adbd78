/** Packages that are not bundled: Electron's own module and the native keychain binding. */
export const externalPackages = ['electron', '@napi-rs/keyring'];

/**
 * Names of the files that Node loads. Chunks lie beside their entry, so that `new URL('./history-worker.js',
 * import.meta.url)` finds the worker from whichever file the code ends up in.
 */
export const chunksBesideEntry = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };

/** Vite's settings for the hosts that plain Node runs: the shell and the browser host, with the worker beside them. */
export const nodeHosts = {
  configFile: /** @type {const} */ (false),
  logLevel: /** @type {const} */ ('warn'),
  publicDir: /** @type {const} */ (false),
  // Bundled CommonJS packages may ask where they are.
  define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
  ssr: {
    target: /** @type {const} */ ('node'),
    noExternal: /** @type {const} */ (true),
    external: externalPackages,
  },
  build: {
    ssr: true,
    outDir: 'out/cli',
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    rolldownOptions: {
      input: { why401: 'electron/cli/index.ts', 'history-worker': 'electron/storage/history-worker.ts' },
      external: externalPackages,
      output: {
        ...chunksBesideEntry,
        format: /** @type {const} */ ('es'),
        banner: (/** @type {{ isEntry: boolean, name: string }} */ chunk) =>
          chunk.isEntry && chunk.name === 'why401' ? '#!/usr/bin/env node' : '',
      },
    },
  },
};
