/** Searches through 100,000 attempts, as the history's worker runs them, against a plain scan of the same rows. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openHistoryDatabase } from '../electron/storage/history-database.ts';
import type { HistoryRecord } from '../electron/storage/history-types.ts';
import { measure } from './harness.ts';

const count = 100_000;
const rounds = 20;
const limit = 200;
const goalMs = 50;

const hosts = Array.from({ length: 40 }, (_, index) => `api${index}.acme.example`);
const causes = ['token-expired', 'wrong-audience', 'missing-scope', 'wrong-host', undefined];
const statuses = [401, 403, 200, 200, 404];
const things = ['orders', 'invoices', 'people', 'shipments', 'ledger', 'webhooks', 'sessions'];
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('An empty list has no items.');
  return item;
};

/** An attempt of usual size: a head of ten fields and a body of half a kilobyte. Number 777 is the only one of its kind. */
const record = (index: number): HistoryRecord => {
  const thing = at(things, index);
  const url = `https://${at(hosts, index)}/v${index % 3}/${thing}/${index * 7919}?page=${index % 50}`;
  const status = at(statuses, index);
  const cause = causes[index % causes.length];
  const profile = `Acme ${index % 9 === 0 ? 'staging' : 'prod'}`;
  const rare = index === 777 ? 'zebrafish' : '';
  const fields = Array.from(
    { length: 10 },
    (_, field) => `X-Field-${field} value${(index * 31 + field) % 5000}`,
  );
  const body = `{"error":"invalid_token","detail":"${rare} request ${index} ${'lorem ipsum dolor '.repeat(24)}"}`;
  const entry = {
    id: `attempt-${index}`,
    atMs: Date.UTC(2026, 0, 1) + index * 60_000,
    method: 'GET',
    url,
    name: thing,
    status,
    ...(status < 400 || cause === undefined ? {} : { cause }),
    profile,
    durationMs: 83,
  };
  return {
    entry,
    attempt: JSON.stringify({ id: entry.id, profile, exchanges: [{ url, fields, body }] }).padEnd(2_500),
    draft: undefined,
    words: [entry.method, url, thing, status, cause, profile, ...fields, body].join('\n'),
    bodies: [],
  };
};

const searches: readonly string[] = [
  '',
  'zebrafish',
  'invalid token',
  'orders',
  'rders/7919',
  'acme.example/v9',
  'nowhere-at-all',
  'status:401',
  'status:4xx host:api7.acme cause:token-expired profile:"Acme prod" orders',
  'host:api7 lorem value31',
  'status:4xx orders',
  'profile:acme host:api1 rders',
];

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  Number.NaN;
const figures = (values: readonly number[]): string =>
  [0.5, 0.95].map((part) => `${percentile(values, part).toFixed(1).padStart(8)} ms`).join('');

const folder = await mkdtemp(join(tmpdir(), 'why401-bench-'));
const file = join(folder, 'history.db');
const history = openHistoryDatabase(file, { attempts: null, days: null });
const filling = performance.now();
for (let index = 0; index < count; index += 1) history.add(record(index));
const filled = performance.now() - filling;
const size = (await stat(file)).size / 1e6;
console.log(
  `  ${count} attempts added one by one in ${(filled / 1000).toFixed(1)} s, ${((filled / count) * 1000).toFixed(0)} µs each; ${size.toFixed(0)} MB`,
);

const plain = new DatabaseSync(file, { readOnly: true });
const like = plain.prepare(
  `SELECT id, at_ms, method, url, name, status, failure, cause, duration_ms FROM history
   WHERE words LIKE ? OR url LIKE ? ORDER BY at_ms DESC, seq DESC LIMIT ?`,
);
const scanned = await measure(3, {
  scan: async () => like.all('%zebrafish%', '%zebrafish%', limit),
});

const series = await measure(
  rounds,
  Object.fromEntries(
    searches.map((search) => [search, async () => history.list({ search, limit, beforeMs: undefined })]),
  ),
);
const width = Math.max(...searches.map((search) => search.length)) + 2;
console.log(`  ${'search'.padEnd(width)}        p50        p95   found (at most ${limit})`);
for (const { name, milliseconds } of series) {
  const found = history.list({ search: name, limit, beforeMs: undefined }).length;
  console.log(`  ${JSON.stringify(name).padEnd(width)}${figures(milliseconds)}   ${found}`);
}
const every = series.flatMap(({ milliseconds }) => milliseconds);
console.log(`  ${'all of them'.padEnd(width)}${figures(every)}`);
console.log(
  `  ${'LIKE over every row, "zebrafish"'.padEnd(width)}${figures(scanned.flatMap(({ milliseconds }) => milliseconds))}`,
);
const slowest = Math.max(...series.map(({ milliseconds }) => percentile(milliseconds, 0.95)));
console.log(`  slowest p95 ${slowest.toFixed(1)} ms; the goal is under ${goalMs} ms`);
if (slowest >= goalMs) process.exitCode = 1;

plain.close();
history.close();
await rm(folder, { recursive: true });
