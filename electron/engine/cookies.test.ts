import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { utf8ByteString } from '../../shared/exchange/bytes.ts';
import { responseOf, type Attempt } from '../../shared/exchange/exchange.ts';
import { fieldNamed, valueOf } from '../../shared/exchange/fields.ts';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { createEngine, type Engine } from '../engine.ts';
import { allListen } from '../zoo.test-support.ts';

let root = '';
let server: Server;
let origin = '';
const open: Engine[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/login') {
      response.appendHeader('Set-Cookie', 'sid=session-secret; HttpOnly');
      response.appendHeader('Set-Cookie', 'seen=lasting-secret; Max-Age=3600; Path=/');
      response.appendHeader('Set-Cookie', 'bad=1; Domain=com');
    }
    if (request.url === '/to-other') {
      response.appendHeader('Set-Cookie', 'hop=1');
      response.writeHead(302, { Location: `${origin.replace('127.0.0.1', 'localhost')}/me` });
    }
    response.end(request.headers.cookie ?? 'none');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'why401-cookies-'));
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

const to = (path: string, part: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('r1'),
  url: `${origin}${path}`,
  ...part,
});

const send = async (engine: Engine, draft: Draft, environmentId = ''): Promise<Attempt> =>
  (await engine.handlers.send({ sendId: 'send', draft, environmentId })).attempt;

/** The Cookie field as the server saw it. */
const seen = async (engine: Engine, draft: Draft, environmentId = ''): Promise<string> => {
  const last = (await send(engine, draft, environmentId)).exchanges.at(-1);
  const body = last === undefined ? undefined : responseOf(last)?.body;
  return body?.kind === 'text' ? body.text : '';
};

const both = 'sid=session-secret; seen=lasting-secret';

test('what an answer sets is sent from then on, with its origin', async () => {
  const engine = await start();
  const events: string[] = [];
  engine.listen((event) => events.push(event.event));
  expect(await seen(engine, to('/login'))).toBe('none');
  expect(events).toContain('cookies');

  const attempt = await send(engine, to('/me'));
  expect(fieldNamed(attempt.exchanges[0]?.request.fields ?? [], 'Cookie')).toEqual({
    name: 'Cookie',
    value: both,
    origin: { from: 'cookie-jar', note: 'cookie jar: sid, seen from 127.0.0.1' },
  });
  const preview = await engine.handlers.preview({ draft: to('/me'), environmentId: '' });
  expect(preview.cookies?.sent.map(({ name }) => name)).toEqual(['sid', 'seen']);
  expect(JSON.stringify(preview)).not.toMatch(/secret/);
});

describe('a request keeps the jar out', () => {
  test.each<[string, Partial<Draft>, string, RegExp]>([
    [
      'by a typed Cookie field',
      { fields: [{ name: 'cookie', value: 'mine=1', on: true }] },
      'mine=1',
      /You typed/,
    ],
    [
      'by its settings',
      { settings: { ...emptyDraft('x').settings, cookies: false } },
      'none',
      /switched off/,
    ],
    ['in Headers', { fieldsOff: ['cookie'] }, 'none', /Cookie is switched off in Headers/],
  ])('%s', async (_, part, sent, why) => {
    const engine = await start();
    await send(engine, to('/login'));
    expect(await seen(engine, to('/me', part))).toBe(sent);
    const { cookies } = await engine.handlers.preview({ draft: to('/me', part), environmentId: '' });
    expect(cookies).toMatchObject({ sent: [], silent: expect.stringMatching(why) });
  });

  test('that is switched off keeps nothing either', async () => {
    const engine = await start();
    await send(engine, to('/login', { settings: { ...emptyDraft('x').settings, cookies: false } }));
    expect(await engine.handlers.cookies({ environmentId: '' })).toEqual([]);
  });

  test('that only leaves the field out still keeps', async () => {
    const engine = await start();
    await send(engine, to('/login', { fieldsOff: ['cookie'] }));
    expect(await engine.handlers.cookies({ environmentId: '' })).toHaveLength(2);
  });
});

test('a scheme’s cookie and the jar’s stand in one field', async () => {
  const engine = await start();
  await send(engine, to('/login'));
  const settings = { place: 'cookie', name: 'key', value: { plain: 'k' } };
  const draft = to('/me', { auth: { kind: 'own', scheme: 'api-key', settings } });
  expect(await seen(engine, draft)).toBe(`key=k; ${both}`);
});

describe('a signature that covers the cookies', () => {
  const recipe = ['sign: {header:Cookie}', 'hash: sha-256', 'signature: hex', 'header X-Mac: {signature}'];
  const settings = { key: 'k', secret: { plain: 's' }, recipe: recipe.join('\n') };
  const signed = (path: string): Draft =>
    to(path, { auth: { kind: 'own', scheme: 'hmac-recipe', settings } });

  test('is made of what the jar sends', async () => {
    const engine = await start();
    await send(engine, to('/login'));
    const attempt = await send(engine, signed('/me'));
    const sent = attempt.exchanges[0]?.request;
    expect(fieldNamed(sent?.fields ?? [], 'Cookie')).toMatchObject({
      value: both,
      origin: { from: 'cookie-jar', note: 'cookie jar: sid, seen from 127.0.0.1' },
    });
    expect(sent?.xray?.parts.find(({ kind }) => kind === 'to-sign')?.text).toBe(both);
    const preview = await engine.handlers.preview({ draft: signed('/me'), environmentId: '' });
    expect(preview.blocked).toBeUndefined();
    expect(preview.fields.filter(({ name }) => name === 'Cookie')).toHaveLength(1);
  });

  test('says so where there are none', async () => {
    const engine = await start();
    const attempt = await send(engine, signed('/me'));
    expect(attempt.exchanges).toEqual([]);
    expect(attempt.stopped?.message).toMatch(/Cookie/);
    const preview = await engine.handlers.preview({ draft: signed('/me'), environmentId: '' });
    expect(preview.blocked).toMatch(/Cookie/);
  });

  test('does not take them along to another server', async () => {
    const engine = await start();
    await send(engine, to('/login'));
    const { exchanges } = await send(engine, signed('/to-other'));
    expect(exchanges.map(({ request }) => valueOf(request.fields, 'Cookie'))).toEqual([both, undefined]);
    expect(exchanges[1]?.redirect?.dropped).not.toContain('Cookie');
  });
});

test('environments share no cookies, and one that is deleted takes its own along', async () => {
  const engine = await start();
  for (const id of ['prod', 'staging']) {
    await engine.handlers.saveEnvironment({ environment: { id, name: id, variables: [] } });
  }
  await send(engine, to('/login'), 'prod');
  expect(await seen(engine, to('/me'), 'prod')).toBe(both);
  expect(await seen(engine, to('/me'), 'staging')).toBe('none');
  expect(await seen(engine, to('/me'))).toBe('none');
  await engine.handlers.deleteEnvironment({ id: 'prod' });
  expect(await engine.handlers.cookies({ environmentId: 'prod' })).toEqual([]);
});

test('each hop of a redirect gets the cookies of its own address', async () => {
  const engine = await start();
  await send(engine, to('/login'));
  const { exchanges } = await send(engine, to('/to-other'));
  expect(exchanges.map(({ request }) => valueOf(request.fields, 'Cookie'))).toEqual([both, undefined]);
  expect(exchanges[1]?.redirect?.dropped).toEqual([]);
  expect(await seen(engine, to('/me'))).toBe(`${both}; hop=1`);
});

test('lasting ones outlive the app, encrypted; those of a session do not', async () => {
  await send(await start(), to('/login'));
  for (const engine of open.splice(0)) await engine.close();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'latin1');
    expect(text).not.toMatch(/session-secret|lasting-secret/);
  }
  expect(await seen(await start(), to('/me'))).toBe('seen=lasting-secret');
});

test('two hosts on one vault see each other’s lasting cookies', async () => {
  const first = await start();
  const second = await start();
  await send(second, to('/me'));
  await send(first, to('/login'));
  expect(await seen(second, to('/me'))).toBe('seen=lasting-secret');
  await second.handlers.deleteCookies({ environmentId: '' });
  expect(await seen(first, to('/me'))).toBe('sid=session-secret');
});

describe('by hand', () => {
  const mine = {
    name: 'mine',
    value: 'é',
    domain: '127.0.0.1',
    hostOnly: true,
    path: '/',
    secure: false,
    httpOnly: false,
  };

  test('a cookie is made, edited, sent as UTF-8 and deleted', async () => {
    const engine = await start();
    const { handlers } = engine;
    await handlers.saveCookie({ environmentId: '', cookie: mine });
    await handlers.saveCookie({ environmentId: '', cookie: { ...mine, name: 'renamed' }, instead: mine });
    expect(await handlers.cookies({ environmentId: '' })).toEqual([{ ...mine, name: 'renamed' }]);
    expect(await seen(engine, to('/me'))).toBe(utf8ByteString('renamed=é'));
    await handlers.deleteCookies({ environmentId: '', keys: [{ ...mine, name: 'renamed' }] });
    expect(await handlers.cookies({ environmentId: '' })).toEqual([]);
  });

  test.each([
    [{ name: 'a b' }, /name/],
    [{ name: '', value: '' }, /name/],
    [{ value: 'a;b' }, /“;”/],
    [{ value: 'a\r\nX: y' }, /line breaks/],
    [{ domain: 'a b' }, /host name/],
    [{ domain: 'https://example.com' }, /host name/],
  ])('%j is refused', async (part, message) => {
    const { handlers } = await start();
    await expect(
      handlers.saveCookie({ environmentId: '', cookie: { ...mine, ...part } }),
    ).rejects.toMatchObject({ code: 'bad-argument', message: expect.stringMatching(message) });
  });

  test('a file is taken in as far as it is sound', async () => {
    const { handlers } = await start();
    const text = '127.0.0.1\tFALSE\t/\tFALSE\t0\tsid\tabc\n127.0.0.1\tFALSE\t/\tFALSE\tsoon\tx\ty\n';
    expect(await handlers.importCookies({ environmentId: '', text })).toEqual({
      kept: 1,
      problems: [expect.stringMatching(/^Line 2/)],
    });
    expect(await handlers.cookies({ environmentId: '' })).toMatchObject([{ name: 'sid', value: 'abc' }]);
  });
});

const formLogin = 'http://127.0.0.1:18101';
const zooIsUp = await allListen([18101]);
if (!zooIsUp) console.log('skipped: the form login of the auth zoo, since it is not up.');

test.skipIf(!zooIsUp)('a form login of the zoo, then what it guards', async () => {
  const engine = await start();
  const guarded = { ...emptyDraft('g'), url: `${formLogin}/form/` };
  const statusOf = (attempt: Attempt): number | undefined => {
    const last = attempt.exchanges.at(-1);
    return last && responseOf(last)?.status;
  };
  expect(statusOf(await send(engine, guarded))).toBe(401);
  await send(engine, {
    ...emptyDraft('l'),
    method: 'POST',
    url: `${formLogin}/form-login`,
    body: {
      kind: 'form',
      fields: [
        { name: 'httpd_username', value: 'alice', on: true },
        { name: 'httpd_password', value: 'wonderland', on: true },
      ],
    },
  });
  expect(statusOf(await send(engine, guarded))).toBe(200);
});
