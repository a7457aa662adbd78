import { createServer, type IncomingMessage, type Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { responseOf, type Attempt, type Body } from '../shared/exchange/exchange.ts';
import { commands, type CommandArg } from '../shared/ipc/contract.ts';
import type { HostEvent } from '../shared/ipc/events.ts';
import { emptyDraft, type Draft } from '../shared/workspace/draft.ts';
import type { Profile } from '../shared/workspace/profile.ts';
import { createEngine, type Engine } from './engine.ts';
import { examples } from './examples/index.ts';

let root = '';
const open: Engine[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'why401-engine-'));
});
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
  await rm(root, { recursive: true, force: true });
});

const start = async (): Promise<Engine> => {
  const engine = await createEngine({
    host: 'browser',
    dataFolder: join(root, 'data'),
    openBrowser: async () => false,
    version: '1.2.3',
  });
  open.push(engine);
  return engine;
};
const restart = async (): Promise<Engine> => {
  for (const engine of open.splice(0)) await engine.close();
  return start();
};

let count = 0;
const send = async (
  engine: Engine,
  draft: Draft,
  more: Partial<CommandArg<'send'>> = {},
): Promise<Attempt> => {
  count += 1;
  return (await engine.handlers.send({ sendId: `send-${count}`, draft, environmentId: '', ...more })).attempt;
};
const statusOf = (attempt: Attempt): number | undefined => {
  const last = attempt.exchanges.at(-1);
  return last === undefined ? undefined : responseOf(last)?.status;
};
const textOf = (attempt: Attempt): string => {
  const last = attempt.exchanges.at(-1);
  const body: Body | undefined = last === undefined ? undefined : responseOf(last)?.body;
  return body?.kind === 'text' ? body.text : '';
};

/** Says back what it was sent. */
let echo: Server;
let echoUrl = '';
beforeAll(async () => {
  echo = createServer((request: IncomingMessage, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (request.url === '/silent') return;
      const body = Buffer.concat(pieces).toString('utf8');
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ url: request.url, headers: request.headers, body }));
    });
  });
  await new Promise<void>((done) => echo.listen(0, '127.0.0.1', done));
  echoUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
});
afterAll(() => {
  echo.closeAllConnections();
  echo.close();
});

const draftTo = (path: string, part: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('r1'),
  name: 'me',
  url: `${echoUrl}${path}`,
  ...part,
});
const basicProfile: Profile = {
  id: 'p1',
  name: 'Acme prod',
  scheme: 'basic',
  settings: { username: 'alice', password: { plain: 'wonderland' } },
  trustedOrigins: [],
  renew: true,
};
const basicField = `Basic ${Buffer.from('alice:wonderland').toString('base64')}`;
const secrets = /wonderland|YWxpY2U6d29uZGVybGFuZA/;

const filesHold = async (pattern: RegExp): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (pattern.test(await readFile(path, 'latin1'))) found.push(path);
  }
  return found;
};

test('every command of the contract is there', async () => {
  expect(Object.keys((await start()).handlers).toSorted()).toEqual(Object.keys(commands).toSorted());
});

test('the first start', async () => {
  const boot = await (await start()).handlers.boot(undefined);
  expect(boot).toMatchObject({
    version: '1.2.3',
    host: 'browser',
    platform: process.platform,
    workspace: {
      name: 'My workspace',
      requests: [],
      profiles: [],
      environments: [],
      hostRules: [],
      problems: [],
    },
    tokens: [],
    history: [],
    preferences: {},
    vault: { kind: 'key-file' },
  });
  expect(boot.vault.notice).toContain('no keychain');
  expect(boot.examples.length).toBeGreaterThanOrEqual(6);
});

describe('the bundled examples', () => {
  test.each(examples.map(({ info }) => [info.id, info.status] as const))(
    '%s is answered with %i',
    async (id, status) => {
      const engine = await start();
      const draft = await engine.handlers.example({ id });
      expect(statusOf(await send(engine, draft))).toBe(status);
    },
  );

  test('an expired token: refresh and retry ends in 200', async () => {
    const engine = await start();
    const events: HostEvent[] = [];
    engine.listen((event) => events.push(event));
    const draft = await engine.handlers.example({ id: 'token-expired' });
    expect((await engine.handlers.boot(undefined)).tokens).toMatchObject([{ hasRefreshToken: true }]);
    const refused = await send(engine, draft);
    expect(refused.exchanges.map((exchange) => exchange.purpose)).toEqual(['resource']);
    expect((await engine.handlers.boot(undefined)).history).toMatchObject([
      { status: 401, cause: 'token-expired' },
    ]);

    const before = events.length;
    const mended = await send(engine, draft, { token: 'refresh', retryOf: refused.id });
    expect(mended.exchanges.map((exchange) => exchange.purpose)).toEqual(['token', 'resource']);
    expect(statusOf(mended)).toBe(200);
    expect(mended.profile).toBe('Example: expired token');
    expect(events.slice(before).map((event) => event.event)).toEqual(
      expect.arrayContaining(['exchange', 'tokens', 'history']),
    );
    expect(statusOf(await send(await restart(), draft))).not.toBe(401);
  });

  test('a redirect to a host that is trusted ends in 200', async () => {
    const engine = await start();
    const draft = await engine.handlers.example({ id: 'redirect-dropped' });
    const refused = await send(engine, draft);
    expect(refused.exchanges[1]?.redirect?.dropped).toEqual(['Authorization']);
    const to = new URL(refused.exchanges[1]?.request.url ?? '').origin;
    const mended = { ...draft, settings: { ...draft.settings, trustedOrigins: [to] } };
    expect(statusOf(await send(engine, mended))).toBe(200);
  });

  test('an unknown one', async () => {
    const { example } = (await start()).handlers;
    await expect(example({ id: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a profile', () => {
  test('signs requests after a restart; no file holds its password, no history its field', async () => {
    const { handlers } = await start();
    await handlers.saveProfile({ profile: basicProfile });
    const engine = await restart();
    const draft = draftTo('/me', { auth: { kind: 'profile', profileId: 'p1' } });
    const attempt = await send(engine, draft);
    expect(textOf(attempt)).toContain(basicField);
    expect(attempt.profile).toBe('Acme prod');
    await restart();
    expect(await filesHold(secrets)).toEqual([]);
  });

  test('is copied with secrets of its own, and reveals them one by one', async () => {
    const { handlers } = await start();
    await handlers.saveProfile({ profile: basicProfile });
    const copy = await handlers.duplicateProfile({ id: 'p1', name: 'Acme staging' });
    await handlers.deleteProfile({ id: 'p1' });
    const [kept] = (await (await restart()).handlers.boot(undefined)).workspace.profiles;
    expect(kept).toEqual(copy);
    const password = kept?.settings['password'];
    const ref = typeof password === 'object' && 'ref' in password ? password.ref : '';
    expect(await open[0]?.handlers.revealSecret({ ref })).toBe('wonderland');
    await expect(open[0]?.handlers.revealSecret({ ref: 'never-there' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('that is gone stops the request before it is sent', async () => {
    const attempt = await send(
      await start(),
      draftTo('/me', { auth: { kind: 'profile', profileId: 'gone' } }),
    );
    expect(attempt).toMatchObject({ exchanges: [], stopped: { code: 'not-sendable' } });
  });
});

test('variables of the request, its folders, the environment and the workspace are put in, the nearest first', async () => {
  const engine = await start();
  const { handlers } = engine;
  const named = (name: string, value: string) => ({ name, value, on: true, secret: false });
  const inherit = { kind: 'inherit' as const };
  await handlers.saveFolder({
    folder: { path: [], auth: inherit, variables: [named('a', 'workspace'), named('b', 'workspace')] },
  });
  const environment = {
    id: 'e1',
    name: 'Staging',
    variables: [named('b', 'staging'), named('c', 'staging')],
  };
  await handlers.saveEnvironment({ environment });
  await handlers.saveFolder({
    folder: { path: ['Billing'], auth: inherit, variables: [named('c', 'billing'), named('d', 'billing')] },
  });
  const draft = draftTo('/{{a}}/{{b}}/{{c}}/{{d}}/{{e}}', {
    folder: ['Billing', 'EU'],
    variables: [named('d', 'request')],
  });
  const { url, unresolved } = await handlers.preview({ draft, environmentId: 'e1' });
  expect(url).toMatch(/\/workspace\/staging\/billing\/request\/\{\{e\}\}$/);
  expect(unresolved).toEqual(['e']);
});

test('an auth is filled in by the place where it stands, so that nobody nearer changes whose it is', async () => {
  const engine = await start();
  const { handlers } = engine;
  const named = (value: string) => [{ name: 'user', value, on: true, secret: false }];
  const auth = {
    kind: 'own' as const,
    scheme: 'basic',
    settings: { username: '{{user}}', password: { plain: 'wonderland' } },
  };
  const userOf = (attempt: Attempt): string =>
    Buffer.from(/Basic (\S+)/.exec(textOf(attempt))?.[1] ?? '', 'base64')
      .toString()
      .split(':')[0] ?? '';
  await handlers.saveFolder({ folder: { path: [], auth: { kind: 'none' }, variables: named('everybody') } });
  await handlers.saveFolder({ folder: { path: ['Billing'], auth, variables: named('billing') } });
  const inherits = draftTo('/me', {
    folder: ['Billing', 'EU'],
    auth: { kind: 'inherit' },
    variables: named('request'),
  });
  expect(userOf(await send(engine, inherits))).toBe('billing');
  expect(userOf(await send(engine, { ...inherits, auth }))).toBe('request');
  const profile = { ...basicProfile, settings: auth.settings };
  await handlers.saveProfile({ profile });
  const byProfile = { ...inherits, auth: { kind: 'profile' as const, profileId: profile.id } };
  expect(userOf(await send(engine, byProfile))).toBe('everybody');
});

describe('inherited auth', () => {
  const inherits = (): Draft => draftTo('/me', { folder: ['Billing', 'EU'], auth: { kind: 'inherit' } });

  test('comes from the nearest folder, else the workspace, and is said', async () => {
    const engine = await start();
    const { handlers } = engine;
    expect(textOf(await send(engine, inherits()))).not.toContain('Authorization');

    await handlers.saveFolder({
      folder: {
        path: [],
        auth: { kind: 'own', scheme: 'bearer', settings: { token: { plain: 'of-the-workspace' } } },
      },
    });
    expect(textOf(await send(engine, inherits()))).toContain('Bearer of-the-workspace');

    await handlers.saveProfile({ profile: basicProfile });
    await handlers.saveFolder({ folder: { path: ['Billing'], auth: { kind: 'profile', profileId: 'p1' } } });
    const attempt = await send(engine, inherits());
    expect(textOf(attempt)).toContain(basicField);
    expect(attempt.profile).toBe('Acme prod');
    const { fields } = await handlers.preview({ draft: inherits(), environmentId: '' });
    expect(fields.find(({ name }) => name === 'Authorization')?.origin).toEqual({
      from: 'auth',
      note: 'profile Acme prod, from folder Billing',
    });

    await handlers.saveFolder({ folder: { path: ['Billing', 'EU'], auth: { kind: 'none' } } });
    expect(textOf(await send(engine, inherits()))).not.toContain('Authorization');
    await restart();
    expect(await filesHold(secrets)).toEqual([]);
  });

  test('names the folder whose profile is gone', async () => {
    const engine = await start();
    await engine.handlers.saveFolder({
      folder: { path: ['Billing'], auth: { kind: 'profile', profileId: 'gone' } },
    });
    const attempt = await send(engine, inherits());
    expect(attempt.exchanges).toEqual([]);
    expect(attempt.stopped?.message).toContain('folder Billing is gone');
  });
});

describe('sending', () => {
  test('variables, secret ones too, come from the environment', async () => {
    const engine = await start();
    await engine.handlers.saveEnvironment({
      environment: {
        id: 'e1',
        name: 'Staging',
        variables: [
          { name: 'who', value: 'alice', on: true, secret: false },
          { name: 'pw', value: 'wonderland', on: true, secret: true },
          { name: 'off', value: 'never', on: false, secret: false },
        ],
      },
    });
    const draft = draftTo('/{{who}}/{{off}}', {
      auth: {
        kind: 'own',
        scheme: 'basic',
        settings: { username: '{{who}}', password: { plain: '{{pw}}' } },
      },
    });
    const said = textOf(await send(engine, draft, { environmentId: 'e1' }));
    expect(said).toContain('/alice/');
    expect(said).not.toContain('never');
    expect(said).toContain(basicField);
  });

  test('files are read where the body or a part names them', async () => {
    await writeFile(join(root, 'body.txt'), 'from a file');
    const engine = await start();
    const path = join(root, 'body.txt');
    const whole = draftTo('/', { method: 'POST', body: { kind: 'file', path, contentType: 'text/plain' } });
    expect(textOf(await send(engine, whole))).toContain('"body":"from a file"');
    const parts = draftTo('/', {
      method: 'POST',
      body: { kind: 'multipart', parts: [{ name: 'f', on: true, file: path }] },
    });
    expect(textOf(await send(engine, parts))).toContain('from a file');
    const missing = draftTo('/', {
      method: 'POST',
      body: { kind: 'file', path: join(root, 'not there'), contentType: 'text/plain' },
    });
    expect(await send(engine, missing)).toMatchObject({ exchanges: [], stopped: { code: 'not-sendable' } });
  });

  test.each([
    ['is not there', undefined],
    ['is no certificate', 'hello'],
  ])('a file of authorities that %s stops the request', async (_, text) => {
    const caFile = join(root, 'ca.pem');
    if (text !== undefined) await writeFile(caFile, text);
    const draft = draftTo('/');
    const attempt = await send(await start(), { ...draft, settings: { ...draft.settings, caFile } });
    expect(attempt.stopped?.message).toContain('ca.pem');
    expect(attempt.exchanges).toEqual([]);
  });

  test('can be cancelled', async () => {
    const engine = await start();
    const sending = engine.handlers.send({ sendId: 'slow', draft: draftTo('/silent'), environmentId: '' });
    await new Promise((done) => setTimeout(done, 100));
    await engine.handlers.cancel({ sendId: 'slow' });
    const { attempt } = await sending;
    expect(attempt.exchanges[0]?.outcome).toMatchObject({ kind: 'failed', failure: { code: 'cancelled' } });
    await engine.handlers.cancel({ sendId: 'slow' });
  });

  test('ends at its deadline', async () => {
    const draft = draftTo('/silent');
    const attempt = await send(await start(), { ...draft, settings: { ...draft.settings, timeoutMs: 50 } });
    expect(attempt.exchanges[0]?.outcome).toMatchObject({ kind: 'failed', failure: { code: 'timeout' } });
  });
});

describe('history', () => {
  test('an attempt can be opened and sent again after a restart', async () => {
    const first = await start();
    const attempt = await send(
      first,
      draftTo('/me', { fields: [{ name: 'Authorization', value: basicField, on: true }] }),
    );
    const engine = await restart();
    const found = await engine.handlers.historyAttempt({ id: attempt.id });
    expect(JSON.stringify(found.attempt)).not.toMatch(secrets);
    if (found.draft === undefined) throw new Error('no draft');
    expect(textOf(await send(engine, found.draft))).toContain(basicField);
    expect(await engine.handlers.history({ search: 'me', limit: 10 })).toHaveLength(2);
    await engine.handlers.deleteHistory({ id: attempt.id });
    await expect(engine.handlers.historyAttempt({ id: attempt.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    await engine.handlers.clearHistory({ untilMs: Number.MAX_SAFE_INTEGER });
    expect(await engine.handlers.history({ search: '', limit: 10 })).toEqual([]);
    expect(await filesHold(secrets)).toEqual([]);
  });

  test('one that cannot be read does not keep the window shut', async () => {
    await (await start()).close();
    open.splice(0);
    await rm(join(root, 'data', 'history.db'), { force: true });
    await writeFile(
      join(root, 'data', 'history.db'),
      'this is not a database, whatever its name says to the contrary',
    );
    const engine = await start();
    const boot = await engine.handlers.boot(undefined);
    expect(boot.history).toEqual([]);
    expect(boot.workspace.problems).toMatchObject([{ file: 'history' }]);
    expect(statusOf(await send(engine, draftTo('/me')))).toBe(200);
  });
});

describe('preview', () => {
  test('shows what would leave, secrets masked', async () => {
    const { handlers } = await start();
    await handlers.saveProfile({ profile: basicProfile });
    const preview = await handlers.preview({
      draft: draftTo('/{{who}}', {
        params: [{ name: 'access_token', value: 'hunter22hunter22', on: true }],
        auth: { kind: 'profile', profileId: 'p1' },
      }),
      environmentId: '',
    });
    expect(preview.method).toBe('GET');
    expect(preview.unresolved).toEqual(['who']);
    expect(preview.blocked).toBeUndefined();
    const field = preview.fields.find((one) => one.name === 'Authorization');
    expect(field?.value).toMatch(/^Basic ••••/);
    expect(field?.origin).toEqual({ from: 'auth', note: 'profile Acme prod' });
    expect(JSON.stringify(preview)).not.toMatch(/hunter22hunter22|wonderland|YWxpY2U6d29uZGVybGFuZA/);
  });

  test.each([
    ['a placeholder', 'placeholder', 'placeholder-unresolved'],
    ['a doubled word', 'doubled-bearer', 'header-malformed'],
    ['a token that is over', 'token-expired', 'token-expired'],
  ])('warns of %s', async (_, id, cause) => {
    const { handlers } = await start();
    const { warnings } = await handlers.preview({ draft: await handlers.example({ id }), environmentId: '' });
    expect(warnings[0]?.cause).toBe(cause);
  });

  test.each(['audience', 'charset', 'redirect-dropped'])('does not warn of %s', async (id) => {
    const { handlers } = await start();
    const { warnings } = await handlers.preview({ draft: await handlers.example({ id }), environmentId: '' });
    expect(warnings).toEqual([]);
  });

  test('says nothing of a token that will be renewed first', async () => {
    const { handlers } = await start();
    const draft = await handlers.example({ id: 'token-expired' });
    const [profile] = (await handlers.boot(undefined)).workspace.profiles;
    if (profile === undefined) throw new Error('no profile');
    await handlers.saveProfile({ profile: { ...profile, renew: true } });
    expect((await handlers.preview({ draft, environmentId: '' })).warnings).toEqual([]);
  });

  test('says why nothing can be sent', async () => {
    const { handlers } = await start();
    const preview = await handlers.preview({ draft: { ...emptyDraft('x'), url: '' }, environmentId: '' });
    expect(preview.blocked).toMatch(/\.$/);
    expect(preview.fields).toEqual([]);
  });
});

describe('export as cURL', () => {
  const draft = (): Draft => draftTo('/me', { auth: { kind: 'profile', profileId: 'p1' } });
  test('masks secrets unless asked not to', async () => {
    const { handlers } = await start();
    await handlers.saveProfile({ profile: basicProfile });
    const masked = await handlers.exportCurl({
      draft: draft(),
      environmentId: '',
      shell: 'posix',
      secrets: 'masked',
    });
    expect(masked.command).toContain(`${echoUrl}/me`);
    expect(masked.command).not.toMatch(secrets);
    const whole = await handlers.exportCurl({
      draft: draft(),
      environmentId: '',
      shell: 'posix',
      secrets: 'included',
    });
    expect(whole.command).toMatch(secrets);
  });

  test('refuses what cannot be sent', async () => {
    const { exportCurl } = (await start()).handlers;
    await expect(
      exportCurl({ draft: emptyDraft('x'), environmentId: '', shell: 'posix', secrets: 'masked' }),
    ).rejects.toMatchObject({ code: 'bad-argument' });
  });
});

describe('workspaces', () => {
  test('another one is opened, and opened again at the next start', async () => {
    const { handlers } = await start();
    const boot = await handlers.openWorkspace({ folder: join(root, 'Acme') });
    expect(boot.workspace).toMatchObject({ name: 'Acme', folder: join(root, 'Acme') });
    await handlers.saveRequest({ draft: draftTo('/me') });
    expect((await (await restart()).handlers.boot(undefined)).workspace).toMatchObject({
      name: 'Acme',
      requests: [{ id: 'r1' }],
    });
  });

  test('one that is gone gives way to the own one', async () => {
    const { handlers } = await start();
    await handlers.openWorkspace({ folder: join(root, 'Acme') });
    for (const engine of open.splice(0)) await engine.close();
    await writeFile(join(root, 'Acme', 'why401.yaml'), 'version: 99\n');
    const { workspace } = await (await start()).handlers.boot(undefined);
    expect(workspace.name).toBe('My workspace');
    expect(workspace.problems).toMatchObject([
      { message: expect.stringContaining('newer why401') as string },
    ]);
  });

  test.each(['', 'relative/path', '.'])('%j is no folder to open', async (folder) => {
    const { handlers } = await start();
    await expect(handlers.openWorkspace({ folder })).rejects.toMatchObject({ code: 'bad-argument' });
    expect((await handlers.boot(undefined)).workspace.name).toBe('My workspace');
  });

  test('two hosts share one', async () => {
    const a = await start();
    const b = await start();
    const told = new Promise<HostEvent>((done) =>
      b.listen((event) => event.event === 'workspace' && done(event)),
    );
    await a.handlers.saveProfile({ profile: basicProfile });
    expect(await told).toMatchObject({ workspace: { profiles: [{ name: 'Acme prod' }] } });
    const attempt = await send(b, draftTo('/me', { auth: { kind: 'profile', profileId: 'p1' } }));
    expect(textOf(attempt)).toContain(basicField);
    expect(await a.handlers.history({ search: '', limit: 10 })).toHaveLength(1);
  });
});

test('preferences stay', async () => {
  const { handlers } = await start();
  await handlers.savePreferences({ preferences: { theme: 'dark' } });
  expect((await (await restart()).handlers.boot(undefined)).preferences).toEqual({ theme: 'dark' });
});
