import { builtinModules } from 'node:module';

/**
 * Who may import what. One table: the linter's settings are made from it, and fences.test.ts plants one forbidden
 * import per row and sees it refused.
 *
 * `inside` and `except` are globs; `forbids` are regular expressions over the module's name as it is written;
 * `plant` is one forbidden import, `at` the file that gets it.
 */
const node = [`^node:`, `^(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/|$)`];
/** @type {(folder: string) => string} */
const host = (folder) => `^(\\.\\./)+${folder}/`;
/** @type {(...names: string[]) => string[]} */
const packages = (...names) => names.map((name) => `^${name}(/|$)`);
const drawing = packages('react', 'react-dom', 'react-aria-components', 'zustand', 'lucide-react');

export const fences = [
  {
    name: 'shared is pure: no Node',
    inside: ['shared/**'],
    forbids: node,
    because: 'shared/ runs in every host: what Node offers is handed in',
    at: 'shared/compose/planted.ts',
    plant: 'node:fs',
  },
  {
    name: 'shared is pure: nothing that draws',
    inside: ['shared/**'],
    forbids: drawing,
    because: 'shared/ knows no window',
    at: 'shared/token/planted.ts',
    plant: 'react',
  },
  {
    name: 'shared knows no host',
    inside: ['shared/**'],
    forbids: [host('electron'), host('renderer')],
    because: 'hosts import shared/, never the other way',
    at: 'shared/ipc/planted.ts',
    plant: '../../electron/errors.ts',
  },
  {
    name: 'diagnosis judges what anybody sent',
    inside: ['shared/diagnosis/**'],
    forbids: [host('schemes')],
    because: 'a HAR was not sent by our schemes',
    at: 'shared/diagnosis/planted.ts',
    plant: '../schemes/scheme.ts',
  },
  {
    name: 'axios stays behind the transport',
    inside: ['**'],
    except: ['electron/net/transport.ts'],
    forbids: packages('axios'),
    because: 'only electron/net/transport.ts sends',
    at: 'electron/oauth/planted.ts',
    plant: 'axios',
  },
  {
    name: 'Monaco stays behind the editor',
    inside: ['**'],
    except: ['renderer/editor/**'],
    forbids: packages('monaco-editor'),
    because: 'only renderer/editor/ knows which editor it is, and loads it late',
    at: 'renderer/exchange/planted.ts',
    plant: 'monaco-editor/editor',
  },
  {
    name: 'Electron stays in the desktop host',
    inside: ['**'],
    except: ['electron/main/**', 'electron/preload/**'],
    forbids: packages('electron'),
    because: 'the engine and the other hosts run without Electron',
    at: 'electron/serve/planted.ts',
    plant: 'electron',
  },
  {
    name: 'the window knows no engine',
    inside: ['renderer/**'],
    forbids: [host('electron'), ...node],
    because: 'renderer/host.ts is the only door',
    at: 'renderer/state/planted.ts',
    plant: '../../electron/errors.ts',
  },
  {
    name: 'the engine knows no window',
    inside: ['electron/**'],
    forbids: [host('renderer'), ...drawing],
    because: 'the engine draws nothing',
    at: 'electron/main/planted.ts',
    plant: '../../renderer/host.ts',
  },
  {
    name: 'ui parts know no HTTP',
    inside: ['renderer/ui/**'],
    forbids: ['request', 'auth', 'exchange', 'diagnosis', 'workspace', 'state', 'editor', 'shared'].map(host),
    because: 'renderer/ui/ serves every panel and knows none',
    at: 'renderer/ui/planted.ts',
    plant: '../state/state.ts',
  },
];

/** @type {(globs: readonly string[], zone: string) => boolean} */
const matches = (globs, zone) =>
  globs.some((glob) => glob === '**' || `${zone}/`.startsWith(glob.replace('**', '')));

// A later entry of the linter's overrides replaces an earlier one, so each zone carries everything that holds in it.
const zones = [
  'shared',
  'shared/diagnosis',
  'electron',
  'electron/net/transport.ts',
  'electron/main',
  'electron/preload',
  'renderer',
  'renderer/editor',
  'renderer/ui',
];

/** The fences of each zone (a folder, or one file), the wider zone before the narrower one. */
export const fencedZones = zones.map((zone) => ({
  files: zone.endsWith('.ts') ? zone : `${zone}/**`,
  patterns: fences
    .filter(
      ({ inside, except = [] }) => matches(inside, zone) && !matches(except, zone) && !except.includes(zone),
    )
    .map(({ forbids, because }) => ({ regex: forbids.join('|'), message: because })),
}));
