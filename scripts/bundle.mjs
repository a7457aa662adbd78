/** Packages that are not bundled: Electron's own module and the native keychain binding. */
export const externalPackages = ['electron', '@napi-rs/keyring'];

/**
 * Names of the files that Node loads. Chunks lie beside their entry, so that `new URL('./history-worker.js',
 * import.meta.url)` finds the worker from whichever file the code ends up in.
 */
export const chunksBesideEntry = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };
