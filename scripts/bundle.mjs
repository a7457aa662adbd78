import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withoutKnownAnswers } from './known-answers.mjs';
import { chunksInOrder, lazyRequires } from './lazy-requires.mjs';

/** Packages that are not bundled: Electron's own module and the native keychain binding. */
export const externalPackages = ['electron', '@napi-rs/keyring'];

/**
 * Names of the files that Node loads. Chunks lie beside their entry, so that `new URL('./history-worker.js',
 * import.meta.url)` finds the worker from whichever file the code ends up in.
 */
export const chunksBesideEntry = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };

/** Threads of the engine, each a file that is started by its name. */
export const workers = {
  'history-worker': 'electron/storage/history-worker.ts',
  'pac-worker': 'electron/net/proxies/pac-worker.ts',
};

/** The sandbox of PAC files is WebAssembly that is read from disk, beside the worker that runs it. */
export const sandboxCode = {
  name: 'sandbox-code',
  /** @this {{ emitFile(file: { type: 'asset', fileName: string, source: Uint8Array }): string }} */
  generateBundle() {
    const source = readFileSync(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm'));
    this.emitFile({ type: 'asset', fileName: 'quickjs.wasm', source });
  },
};

/**
 * The shell is CommonJS: importing Node's own modules from an ES module reads every export of theirs, which loads
 * things that nobody asked for and takes longer than the request itself.
 */
const commonJsFolder = {
  name: 'common-js-folder',
  /** @this {{ emitFile(file: { type: 'asset', fileName: string, source: string }): string }} */
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

/**
 * axios brings three ways to send, and the transport hands it one of its own. They and what they need stay outside.
 * Merely looking whether `FormData` is there loads undici, which takes Node longer than a request does.
 */
const axiosWithoutAdapters = {
  name: 'axios-without-adapters',
  enforce: /** @type {const} */ ('pre'),
  /** @type {(id: string, importer: string | undefined) => string | undefined} */
  resolveId: (id, importer) =>
    (/^\.\/(?:http|xhr|fetch)\.js$/.test(id) && importer?.includes('/axios/lib/adapters/') === true) ||
    (id === 'form-data' && importer?.includes('/axios/lib/') === true)
      ? '\0/node_modules/axios/not-in-axios'
      : undefined,
  /** @type {(id: string) => string | undefined} */
  load: (id) =>
    id === '\0/node_modules/axios/not-in-axios'
      ? 'export default null; export const getFetch = () => null;'
      : undefined,
  /** @type {(code: string, id: string) => string | undefined} */
  transform: (code, id) =>
    id.endsWith('/axios/lib/utils.js') ? code.replaceAll('G.FormData', 'undefined') : undefined,
};

/** Bruno's reader requires ohm-js, whose ES module answers a `require` with its default wrapped. */
export const ohmAsRequired = {
  name: 'ohm-as-required',
  enforce: /** @type {const} */ ('pre'),
  /** @type {(id: string) => string | undefined} */
  resolveId: (id) => (id === 'ohm-js' ? createRequire(import.meta.url).resolve('ohm-js') : undefined),
};

/** js-md4 looks for Node's crypto where there is Node; in the window there is none, and Vite need not say so. */
export const md4WithoutNode = {
  name: 'md4-without-node',
  enforce: /** @type {const} */ ('pre'),
  /** @type {(id: string, importer: string | undefined) => string | undefined} */
  resolveId: (id, importer) =>
    /^(crypto|buffer)$/.test(id) && importer?.includes('/js-md4/') === true ? '\0no-node' : undefined,
  /** @type {(id: string) => string | undefined} */
  load: (id) => (id === '\0no-node' ? 'export {};' : undefined),
};

/**
 * What is loaded as one, the first that fits: a package, a scheme, what explains a failure. A command asks for few of
 * them, and a chunk that is not asked for is not even read. What they stand on lies below them, so that no two chunks
 * need each other.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const parts = [
  [
    /\/node_modules\/(?:@noble\/)?(axios|hashes|jose|js-md4|oauth4webapi|structured-headers|yaml|zod)\//,
    '$1',
  ],
  [/\/node_modules\/entities\/|\/shared\/exchange\/character-references/, 'entities'],
  [
    /\/shared\/workspace\/(?:credentials|effective|folder|format|host-rule|profile|saved-(?!text)|variable-places|yaml)/,
    'workspace',
  ],
  [/\/shared\/exchange\/(?:curl-transcript|har|imported|message-text|purpose|raw-http)/, 'transcripts'],
  [/\/shared\/(?:exchange|http-auth|oauth|proxy|token|workspace)\//, 'model'],
  [/\/shared\/schemes\/(?:scheme\.ts|parts\/|jose\/|basic\/codec\.ts)/, 'model'],
  [/\/shared\/diagnosis\/(?:sieve\/|(?:any-of|weights)\.ts)/, 'model'],
  [/\/shared\/schemes\/index\.ts/, 'schemes'],
  [/\/shared\/schemes\/([^/.]+)/, '$1'],
  [/\/shared\/diagnosis\/facts\//, 'facts'],
  [/\/shared\/diagnosis\/(?:facts|durations|heard|in-its-words|lazily|rule|words)\.ts/, 'facts'],
  [
    /\/shared\/diagnosis\/(calibration|providers|reading|rules)\/(?!recognise|doors|lives|needs|field-names)/,
    '$1',
  ],
];

/** @type {(id: string) => string | undefined} */
const partOf = (id) => {
  for (const [pattern, name] of parts) {
    const match = pattern.exec(id);
    if (match !== null) return name.replace('$1', match[1] ?? '');
  }
  return undefined;
};

/** Vite's settings for the hosts that plain Node runs: the shell and the browser host, with the worker beside them. */
export const nodeHosts = {
  configFile: /** @type {const} */ (false),
  logLevel: /** @type {const} */ ('warn'),
  publicDir: /** @type {const} */ (false),
  plugins: [
    commonJsFolder,
    axiosWithoutAdapters,
    ohmAsRequired,
    withoutKnownAnswers,
    sandboxCode,
    lazyRequires,
    chunksInOrder,
  ],
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
      input: { why401: 'electron/cli/index.ts', ...workers },
      external: externalPackages,
      output: {
        ...chunksBesideEntry,
        format: /** @type {const} */ ('cjs'),
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: partOf, debugName: 'parts' }],
        },
        banner: (/** @type {{ isEntry: boolean, name: string }} */ chunk) =>
          chunk.isEntry && chunk.name === 'why401' ? '#!/usr/bin/env node' : '',
      },
    },
  },
};
