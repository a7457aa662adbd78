import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Attempt, Body, Exchange } from '../../shared/exchange/exchange.ts';
import type { ExperimentResult } from '../../shared/experiments/result.ts';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { openVault } from '../vault/vault.ts';
import type { Vault } from '../vault/vault-types.ts';
import { openBodyFiles, type BodyFiles } from './body-files.ts';
import { historyMigrations } from './history-migrations.ts';
import { openHistory, type History, type HistoryOptions } from './history.ts';

let folder = '';
let vault: Vault;
let bodies: BodyFiles;
const open: History[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why401-history-'));
  vault = await openVault({ folder: join(folder, 'vault'), keychain: async () => undefined });
  bodies = await openBodyFiles(join(folder, 'bodies'));
});
afterEach(async () => {
  for (const history of open.splice(0)) await history.close();
  await rm(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'history.db');
const openIt = async (attempts = 100, thread: HistoryOptions['thread'] = 'worker'): Promise<History> => {
  const retention = { attempts, days: null };
  const history = await openHistory({ file: file(), bodies, vault, retention, thread });
  open.push(history);
  return history;
};

const token = 'hunter22-hunter22-hunter22';
const textBody = (text: string): Body => ({ kind: 'text', text, size: Buffer.byteLength(text) });

interface Made {
  readonly at?: number;
  readonly url?: string;
  readonly status?: number;
  readonly body?: Body;
}
const exchange = ({
  at = 1000,
  url = 'https://api.example.com/v1/me',
  status = 401,
  body,
}: Made): Exchange => ({
  id: `x${at}`,
  purpose: 'resource',
  request: {
    method: 'GET',
    url,
    target: new URL(url).pathname,
    httpVersion: '1.1',
    fields: [{ name: 'Authorization', value: `Bearer ${token}` }],
    rawHead: `GET /v1/me HTTP/1.1\r\nAuthorization: Bearer ${token}\r\n\r\n`,
    body: { kind: 'none' },
  },
  outcome: {
    kind: 'answered',
    response: {
      status,
      reason: 'Unauthorized',
      httpVersion: '1.1',
      fields: [{ name: 'WWW-Authenticate', value: 'Bearer realm="Wonderland"' }],
      body: body ?? textBody('{"error":"token_expired"}'),
    },
  },
  timings: { startedAtMs: at, endMs: 83 },
});
const attempt = (id: string, made: Made = {}): Attempt => ({
  id,
  startedAtMs: made.at ?? 1000,
  exchanges: [exchange(made)],
  source: 'sent',
});
const draft: Draft = {
  ...emptyDraft('r1'),
  name: 'me',
  url: 'https://api.example.com/v1/me',
  fields: [{ name: 'Authorization', value: `Bearer ${token}`, on: true }],
};
const about = { draft, cause: 'token-expired' };
const all = { search: '', limit: 100, beforeMs: undefined };

test('an attempt survives a restart and can be sent again; no file shows its secrets', async () => {
  const first = await openIt();
  const entry = await first.add(attempt('a1'), about);
  expect(entry).toEqual({
    id: 'a1',
    atMs: 1000,
    method: 'GET',
    url: 'https://api.example.com/v1/me',
    name: 'me',
    status: 401,
    cause: 'token-expired',
    durationMs: 83,
  });
  await first.close();
  for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    expect(await readFile(join(name.parentPath, name.name), 'latin1')).not.toContain('hunter22-hunter22');
  }

  const again = await openIt();
  expect(await again.list(all)).toEqual([entry]);
  const found = await again.get('a1');
  expect(found?.draft).toEqual(draft);
  expect(JSON.stringify(found?.attempt)).not.toContain('hunter22-hunter22');
  expect(found?.attempt.exchanges[0]?.timings).toEqual({ startedAtMs: 1000, endMs: 83 });
  expect(await again.get('never')).toBeUndefined();
});

test('a draft that the vault no longer opens leaves the attempt readable', async () => {
  const first = await openIt();
  await first.add(attempt('a1'), about);
  await first.close();
  vault = await openVault({ folder: join(folder, 'another vault'), keychain: async () => undefined });
  const found = await (await openIt()).get('a1');
  expect(found?.draft).toBeUndefined();
  expect(found?.attempt.id).toBe('a1');
});

describe('search', () => {
  beforeEach(async () => {
    const history = await openIt();
    await history.add(attempt('me', { at: 1 }), about);
    const orders = attempt('orders', {
      at: 2,
      url: 'https://shop.example.com/v2/orders?page=2',
      status: 200,
      body: textBody('Bücher & Äpfel'),
    });
    await history.add(
      { ...orders, profile: 'Acme prod' },
      { draft: { ...draft, name: 'Bestellungen' }, cause: undefined },
    );
  });

  test.each<[string, string[]]>([
    ['', ['orders', 'me']],
    ['  ', ['orders', 'me']],
    ['401', ['me']],
    ['expired', ['me']],
    ['token exp', ['me']],
    ['wonderland', ['orders', 'me']],
    ['shop.example', ['orders']],
    ['bestell', ['orders']],
    ['bucher', ['orders']],
    ['page=2', ['orders']],
    ['hop.exam', ['orders']],
    ['v1', ['me']],
    ['nowhere', []],
    ['%', []],
    ['_', []],
    ['"', []],
    ['" OR 1', []],
    ['*', []],
    ['NEAR(', []],
    ['hunter22', []],
    ['"token expired"', ['me']],
    ['"expired token"', []],
    ['status:401', ['me']],
    ['status:4xx', ['me']],
    ['status:2', ['orders']],
    ['status:401 status:200', ['orders', 'me']],
    ['status:failed', []],
    ['host:shop', ['orders']],
    ['host:example.com', ['orders', 'me']],
    ['host:orders', []],
    ['cause:token-expired', ['me']],
    ['cause:tok', ['me']],
    ['cause:expired-token', []],
    ['profile:"Acme prod"', ['orders']],
    ['profile:me', []],
    ['status:2xx host:shop hop.exam', ['orders']],
    ['status:4xx hop.exam', []],
    ['status:401 shop', []],
    ['cause:" OR words:*', []],
    ['is:pinned', []],
  ])('%j finds %j', async (search, ids) => {
    const found = await open[0]?.list({ ...all, search });
    expect(found?.map((entry) => entry.id)).toEqual(ids);
  });

  test('pages go back in time', async () => {
    expect(await open[0]?.list({ search: '', limit: 1, beforeMs: 2 })).toMatchObject([{ id: 'me' }]);
  });
});

describe('bodies', () => {
  test('that are large become files, and go with their attempt', async () => {
    const text = `{"access_token":"${token}","list":"${'x'.repeat(300_000)}"}`;
    const history = await openIt();
    await history.add(attempt('a1', { body: textBody(text) }), about);
    const found = await history.get('a1');
    const outcome = found?.attempt.exchanges[0]?.outcome;
    const body = outcome?.kind === 'answered' ? outcome.response.body : undefined;
    if (body?.kind !== 'file') throw new Error('not moved');
    expect(body.head).toContain('"list"');
    const read = await bodies.read(body.id, 0, 1_000_000);
    expect(read.size).toBe(body.size);
    expect(Buffer.from(read.base64, 'base64').toString()).not.toContain(token);
    await history.remove('a1');
    expect(await readdir(bodies.folder)).toEqual([]);
    expect(await history.get('a1')).toBeUndefined();
    expect(await history.list({ ...all, search: 'expired' })).toEqual([]);
  });

  test.each(['../history.db', '..', '', 'a/b', 'a\\b', '/etc/passwd', 'C:\\x', 'x'.repeat(65), 'abcdefgh\0'])(
    'the id %j leads nowhere',
    async (id) => {
      await expect(bodies.read(id, 0, 10)).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  test('are read in pieces, never beyond their end', async () => {
    await writeFile(join(bodies.folder, 'abcdefgh-1'), 'hello world');
    const piece = async (offset: number, length: number): Promise<string> =>
      Buffer.from((await bodies.read('abcdefgh-1', offset, length)).base64, 'base64').toString();
    expect(await piece(0, 5)).toBe('hello');
    expect(await piece(6, 100)).toBe('world');
    expect(await piece(100, 5)).toBe('');
  });

  test('that nobody mentions are swept once they are a day old', async () => {
    const history = await openIt();
    await history.add(attempt('a1', { body: textBody('x'.repeat(300_000)) }), about);
    const [kept = ''] = await readdir(bodies.folder);
    for (const name of ['orphan-of-old', 'orphan-of-now']) await writeFile(join(bodies.folder, name), '');
    const old = new Date(Date.now() - 2 * 86_400_000);
    for (const name of [kept, 'orphan-of-old']) await utimes(join(bodies.folder, name), old, old);
    await history.sweep();
    expect((await readdir(bodies.folder)).toSorted()).toEqual([kept, 'orphan-of-now'].toSorted());
  });
});

test('only so many are kept; the oldest go first, with their bodies', async () => {
  const history = await openIt(3);
  for (let at = 1; at <= 5; at += 1) {
    await history.add(attempt(`a${at}`, { at, body: textBody('x'.repeat(300_000)) }), about);
  }
  expect((await history.list(all)).map((entry) => entry.id)).toEqual(['a5', 'a4', 'a3']);
  expect(await readdir(bodies.folder)).toHaveLength(3);
});

describe('retention', () => {
  const dayMs = 86_400_000;
  const kept = async (history: History, search = ''): Promise<readonly string[]> =>
    (await history.list({ ...all, search })).map(({ id }) => id);

  test('lets go of what is too old and what is too many, at once and from then on', async () => {
    const history = await openIt();
    for (const [id, days] of [
      ['a', 0],
      ['b', 5],
      ['c', 9],
      ['d', 10],
    ] as const)
      await history.add(attempt(id, { at: days * dayMs }), about);
    await history.retain({ attempts: null, days: 6 }, 11 * dayMs);
    expect(await kept(history)).toEqual(['d', 'c', 'b']);
    await history.retain({ attempts: 2, days: null }, 11 * dayMs);
    expect(await kept(history)).toEqual(['d', 'c']);
    await history.add(attempt('e', { at: 11 * dayMs }), about);
    expect(await kept(history)).toEqual(['e', 'd']);
  });

  test('never lets go of what is pinned, which takes nobody’s place', async () => {
    const history = await openIt(2);
    for (const id of ['a', 'b']) await history.add(attempt(id), about);
    await history.pin('a', true);
    expect(await history.list({ ...all, search: 'is:pinned' })).toMatchObject([{ id: 'a', pinned: true }]);
    for (const id of ['c', 'd']) await history.add(attempt(id, { at: 2000 }), about);
    await history.retain({ attempts: 2, days: 1 }, 2 * dayMs);
    expect(await kept(history)).toEqual(['a']);
    expect(await kept(history, 'expired')).toEqual(['a']);
    await history.pin('a', false);
    await history.retain({ attempts: 2, days: 1 }, 2 * dayMs);
    expect(await kept(history)).toEqual([]);
  });

  test('what is gone cannot be pinned', async () => {
    await expect((await openIt()).pin('never', true)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what experiments found', () => {
  const result = (id: string, made: Made = {}): ExperimentResult => ({
    id,
    atMs: 5,
    runs: [
      { kind: 'resolve', label: 'Addresses', addresses: ['192.0.2.7'] },
      { kind: 'request', label: 'First', exchanges: [exchange(made)] },
      { kind: 'request', label: 'Twice', exchanges: [exchange({ at: 2 }), exchange({ at: 3 })] },
    ],
  });

  test('is kept beside the attempt over a restart, in order and without secrets', async () => {
    const first = await openIt();
    await first.add(attempt('a1'), about);
    await first.addExperiment('a1', result('again', { body: textBody(`no such token: ${token}`) }));
    await first.addExperiment('a1', result('clock'));
    await first.close();
    expect(await readFile(file(), 'latin1')).not.toContain('hunter22-hunter22');
    const found = await (await openIt()).get('a1');
    expect(found?.experiments.map(({ id }) => id)).toEqual(['again', 'clock']);
    expect(found?.experiments[0]?.runs).toMatchObject([
      { addresses: ['192.0.2.7'] },
      { exchanges: [{ timings: { startedAtMs: 1000 } }] },
      { exchanges: [{ timings: { startedAtMs: 2 } }, { timings: { startedAtMs: 3 } }] },
    ]);
  });

  test('is kept of a long answer as far as it is compared', async () => {
    const history = await openIt();
    await history.add(attempt('a1'), about);
    await history.addExperiment('a1', result('again', { body: textBody('x'.repeat(300_000)) }));
    const text = JSON.stringify((await history.get('a1'))?.experiments);
    expect(text.length).toBeLessThan(80_000);
  });

  test('on an attempt that is in no history is not kept, and nothing fails', async () => {
    const history = await openIt();
    await history.add(attempt('a1'), about);
    await history.addExperiment('imported', result('again'));
    expect((await history.get('a1'))?.experiments).toEqual([]);
  });
});

test('everything until some time can be removed', async () => {
  const history = await openIt();
  await history.add(attempt('a1'), about);
  await history.add(attempt('a2'), about);
  await history.add(attempt('a3', { at: 2000 }), about);
  await history.removeAll(1000);
  expect(await history.list(all)).toMatchObject([{ id: 'a3' }]);
});

test('nothing is written where nothing shall be kept', async () => {
  const history = await openIt(0);
  expect(await history.add(attempt('a1'), about)).toBeUndefined();
  expect(await history.list(all)).toEqual([]);
  await history.retain({ attempts: 5, days: null }, 0);
  expect(await history.add(attempt('a2'), about)).toMatchObject({ id: 'a2' });
  await history.retain({ attempts: 0, days: null }, 0);
  expect(await history.list(all)).toEqual([]);
});

describe('an attempt that is pinned with its secrets', () => {
  const kept = async (history: History): Promise<string> =>
    JSON.stringify((await history.get('a1'))?.attempt);
  const filesHold = async (text: string): Promise<boolean> => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const texts = await Promise.all(
      files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
    );
    return texts.some((content) => content.includes(text));
  };

  test('comes back as it was after a restart, and no file shows them', async () => {
    const first = await openIt();
    await first.add(attempt('a1'), about);
    await first.pin('a1', true, attempt('a1'));
    await first.close();
    expect(await filesHold(token)).toBe(false);
    const again = await openIt();
    expect(await again.list(all)).toMatchObject([{ id: 'a1', pinned: true, withSecrets: true }]);
    expect(await kept(again)).toContain(token);
    expect(await again.list({ ...all, search: 'is:pinned me' })).toMatchObject([{ withSecrets: true }]);
  });

  test.each<[string, (history: History) => Promise<void>]>([
    ['is pinned without them', (history) => history.pin('a1', true)],
    ['is unpinned', (history) => history.pin('a1', false)],
  ])('loses them where it %s', async (_, change) => {
    const history = await openIt();
    await history.add(attempt('a1'), about);
    await history.pin('a1', true, attempt('a1'));
    await change(history);
    expect(await kept(history)).not.toContain(token);
    expect((await history.list(all))[0]).not.toHaveProperty('withSecrets');
  });

  test('takes them along when it is deleted', async () => {
    const history = await openIt();
    await history.add(attempt('a1'), about);
    await history.pin('a1', true, attempt('a1'));
    await history.remove('a1');
    await history.add(attempt('a1'), about);
    expect(await kept(history)).not.toContain(token);
  });

  test('is read without them where the vault does not open them any more', async () => {
    const first = await openIt();
    await first.add(attempt('a1'), about);
    await first.pin('a1', true, attempt('a1'));
    await first.close();
    vault = await openVault({ folder: join(folder, 'other-vault'), keychain: async () => undefined });
    expect(await kept(await openIt())).not.toContain(token);
  });
});

test('several hosts may write one file', async () => {
  const source = `
    import { openHistoryDatabase } from ${JSON.stringify(new URL('./history-database.ts', import.meta.url).href)};
    const [file, name] = process.argv.slice(1);
    const database = openHistoryDatabase(file, 1000);
    for (let n = 0; n < 50; n += 1) {
      const entry = { id: name + n, atMs: n, method: 'GET', url: 'http://x/' + name, name, durationMs: 1 };
      database.add({ entry, attempt: '{}', draft: undefined, words: name, bodies: [] });
    }
    database.close();
  `;
  const children = ['a', 'b', 'c'].map((name) =>
    spawn(process.execPath, ['--input-type=module-typescript', '-e', source, file(), name], {
      stdio: 'inherit',
    }),
  );
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
  expect(codes).toEqual([0, 0, 0]);
  expect(await (await openIt()).list({ ...all, limit: 500 })).toHaveLength(150);
});

test('a history of the first version is found by its keys as well', async () => {
  const database = new DatabaseSync(file());
  database.exec(`${historyMigrations[0] ?? ''}; PRAGMA user_version = 1`);
  const row = database.prepare(
    `INSERT INTO history (id, at_ms, method, url, name, status, failure, duration_ms, attempt, bodies, words)
     VALUES (?, 1, 'GET', 'https://api.example.com/v1', 'old', ?, ?, 5, '{"profile":"Acme prod"}', '[]', 'old words')`,
  );
  row.run('answered', 403, null);
  row.run('failed', null, 'dns');
  database.close();
  const history = await openIt();
  const found = async (search: string) => (await history.list({ ...all, search })).map(({ id }) => id);
  expect(await found('status:4xx')).toEqual(['answered']);
  expect(await found('status:failed')).toEqual(['failed']);
  expect(await found('status:dns host:api profile:acme old')).toEqual(['failed']);
  expect(await found('xample.com')).toEqual(['failed', 'answered']);
});

describe('a file that cannot be read is refused and left as it is', () => {
  test('a newer one', async () => {
    const database = new DatabaseSync(file());
    database.exec('PRAGMA user_version = 99; CREATE TABLE theirs (x)');
    database.close();
    const history = await openIt();
    await expect(history.list(all)).rejects.toMatchObject({ code: 'newer-format' });
    await expect(history.add(attempt('a1'), about)).rejects.toMatchObject({ code: 'newer-format' });
    await history.close();
    const after = new DatabaseSync(file());
    expect(after.prepare('SELECT name FROM sqlite_master').all()).toMatchObject([{ name: 'theirs' }]);
    after.close();
  });

  test('one that is no database', async () => {
    await writeFile(file(), 'not a database, but long enough to look like one to somebody in a hurry');
    const history = await openIt();
    await expect(history.list(all)).rejects.toMatchObject({ code: 'unreadable-file' });
    expect(await readFile(file(), 'utf8')).toContain('in a hurry');
  });
});

test('the shell keeps it in its own thread, in the same file', async () => {
  const shell = await openIt(100, 'own');
  const entry = await shell.add(attempt('a1'), about);
  expect(await shell.list(all)).toEqual([entry]);
  await shell.close();
  await expect(shell.list(all)).rejects.toThrow('closed');
  const window = await openIt();
  expect(await window.list(all)).toEqual([entry]);
});

test('a closed history says so', async () => {
  const history = await openIt();
  await history.close();
  await expect(history.list(all)).rejects.toThrow('closed');
});
