import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pinned-node.mjs';
import { ensureChromium } from './chromium.mjs';
import { ofPlaywright, ofVitest, single } from './test-reports.mjs';

/** @type {(name: string, entry: string) => string} */
const program = (name, entry) => join(root, 'node_modules', name, entry);
const unitReport = join(root, '.cache', 'unit.json');
const e2eReport = join(root, '.cache', 'e2e.json');

/** @param {string} file */
const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/**
 * A broken run without a report is one failure; so is a run that ends badly although no test of it failed.
 *
 * @template Report
 * @param {Report | undefined} report
 * @param {boolean} ok
 * @param {(report: Report) => Result} count
 */
const counted = (report, ok, count) => {
  if (report === undefined) return single(false);
  const result = count(report);
  return ok || result.failed > 0 ? result : { ...result, failed: 1 };
};

/**
 * The parts of the test command, in order. `args` are those of Node; `count` makes a result of how the run ended and
 * what it printed; `prepare` may give more environment, or a reason why the part cannot run.
 *
 * @typedef {import('./test-reports.mjs').Result} Result
 * @typedef {{ environment?: Record<string, string>, cannot?: string }} Preparation
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} args
 * @property {number} minutes after which it is stopped
 * @property {boolean} [light] it leaves a core free for the light part beside it
 * @property {() => Preparation | void | Promise<Preparation | void>} [prepare]
 * @property {(ok: boolean, output: string) => Result} [count]
 */

/** @type {readonly Part[]} */
export const parts = [
  { name: 'lock', args: ['scripts/check-lock.mjs'], minutes: 1, light: true },
  {
    name: 'format',
    args: [
      program('prettier', 'bin/prettier.cjs'),
      '--check',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '--log-level',
      'warn',
      '.',
    ],
    minutes: 3,
    light: true,
  },
  { name: 'lint', args: [program('oxlint', 'bin/oxlint')], minutes: 3, light: true },
  { name: 'types', args: [program('typescript', 'bin/tsc'), '-b'], minutes: 4, light: true },
  { name: 'build', args: ['scripts/build.mjs', '--if-stale'], minutes: 4, light: true },
  {
    name: 'unit',
    args: [
      program('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    minutes: 8,
    prepare: () => rmSync(unitReport, { force: true }),
    count: (ok, output) => counted(readReport(unitReport), ok, (report) => ofVitest(report, output)),
  },
  {
    name: 'e2e',
    args: [program('@playwright/test', 'cli.js'), 'test', '--reporter=line,json'],
    minutes: 12,
    async prepare() {
      rmSync(e2eReport, { force: true });
      const chromium = await ensureChromium();
      if (chromium === undefined) return { cannot: 'no Chromium was found, and none could be installed' };
      return { environment: { PW_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport } };
    },
    count: (ok) => counted(readReport(e2eReport), ok, ofPlaywright),
  },
];
