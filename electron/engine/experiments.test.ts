import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SentRequest } from '../../shared/exchange/exchange.ts';
import type { CommandArg } from '../../shared/ipc/contract.ts';
import type { HostEvent } from '../../shared/ipc/events.ts';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { createEngine, type Engine } from '../engine.ts';
import { bare, serve, welcome, type OwnServer } from './experiments.test-support.ts';

const made = 'Q7x2LmV9rT4kZ8wB1nC6yH3jD5fG0sPaQ7x2LmV9rT4kZ8wB1n';
const token = 'Bearer Zx81kQp07vTnE4sWc2RbYh6L';

let folder = '';
let engine: Engine;
let server: OwnServer;
const events: HostEvent[] = [];
const seen: IncomingMessage[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why401-experiment-'));
  server = await serve((request, response) => {
    seen.push(request);
    response.setHeader('Set-Cookie', 'session=made; Path=/');
    if (request.headers['x-tenant'] === 'acme') welcome(response);
    else bare(response, 401);
  });
  engine = await createEngine({
    host: 'browser',
    dataFolder: folder,
    openBrowser: async () => false,
    version: '1.0.0',
    environment: {},
  });
  engine.listen((event) => events.push(event));
});
afterEach(async () => {
  await engine.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
  seen.splice(0);
  events.splice(0);
});

const request = (change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('request'),
  url: `${server.origin}/me`,
  fields: [{ name: 'Authorization', value: token, on: true }],
  ...change,
});

const working = (): SentRequest => ({
  method: 'GET',
  url: `${server.origin}/me?verbose=1`,
  target: '/me?verbose=1',
  httpVersion: 'HTTP/1.1',
  fields: [
    { name: 'Authorization', value: token },
    { name: 'X-Tenant', value: 'acme' },
    { name: 'User-Agent', value: 'other' },
  ],
  body: { kind: 'none' },
});

/** Sends it, then asks; the cookie that the refusal itself set is the Send's and not an experiment's. */
const ask = async (
  draft: Draft,
  arg: Partial<CommandArg<'experiment'>>,
): ReturnType<Engine['handlers']['experiment']> => {
  const { attempt } = await engine.handlers.send({ sendId: 'send', draft, environmentId: '' });
  seen.splice(0);
  return engine.handlers.experiment({
    sendId: 'ask',
    attempt,
    draft,
    environmentId: '',
    which: 'plan',
    done: [],
    allowed: { requests: 6, logins: 0, unsafe: false },
    made,
    ...arg,
  });
};

describe('what a person allowed', () => {
  test('is never exceeded by a plan', async () => {
    const { results } = await ask(request(), { allowed: { requests: 4, logins: 0, unsafe: false } });
    expect(results.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThanOrEqual(4);
  });
  test('nothing allowed, nothing sent', async () => {
    await ask(request(), { allowed: { requests: 0, logins: 0, unsafe: false } });
    expect(seen).toHaveLength(0);
  });
  test('a method that may change something needs a yes of its own', async () => {
    const draft = request({ method: 'POST', body: { kind: 'text', text: '{}', contentType: '' } });
    const which = { id: 'without-credentials' };
    await expect(ask(draft, { which })).rejects.toThrow(/repeats POST, which may change something/);
    expect(seen).toHaveLength(0);
    await ask(draft, { which, allowed: { requests: 1, logins: 0, unsafe: true } });
    expect(seen.map(({ method }) => method)).toEqual(['POST']);
  });
  test.each([{ id: 'no-such' }, { id: 'without-cookies' }])('does not apply: %j', async (which) => {
    await expect(
      ask(request({ settings: { ...request().settings, cookies: false } }), { which }),
    ).rejects.toThrow(/does not apply/);
    expect(seen).toHaveLength(0);
  });
});

describe('what an experiment leaves behind', () => {
  test('no cookie', async () => {
    const draft = request({ settings: { ...request().settings, cookies: false } });
    await ask(draft, { which: { id: 'made-up-credential' } });
    expect(seen[0]?.headers.authorization).not.toBe(token);
    expect(await engine.handlers.cookies({ environmentId: '' })).toEqual([]);
  });
  test('an entry of its own in the history, marked as an experiment', async () => {
    await ask(request(), { which: { id: 'without-credentials' } });
    const [entry] = await engine.handlers.history({ search: 'credentials', limit: 5 });
    expect(entry?.name).toBe('Without credentials');
    const { attempt } = await engine.handlers.historyAttempt({ id: entry?.id ?? '' });
    expect(attempt.exchanges.map(({ purpose }) => purpose)).toEqual(['experiment']);
  });
  test('what it found, beside the attempt it was made on', async () => {
    const { results } = await ask(request(), { which: { id: 'without-credentials' } });
    const [refused] = (await engine.handlers.history({ search: '', limit: 5 })).filter(
      ({ name }) => name !== 'Without credentials',
    );
    const kept = await engine.handlers.historyAttempt({ id: refused?.id ?? '' });
    expect(kept.experiments.map(({ id, atMs }) => ({ id, atMs }))).toEqual(
      results.map(({ id, atMs }) => ({ id, atMs })),
    );
  });
});

test('each is told as soon as it is over', async () => {
  const { results } = await ask(request(), {});
  const told = events.flatMap((event) => (event.event === 'experiment' ? [event.result.id] : []));
  expect(told).toEqual(results.map(({ id }) => id));
});

test('each step is told before it is taken, with the requests that left before', async () => {
  const { results } = await ask(request(), {});
  const steps = events.flatMap((event) => (event.event === 'experiment-step' ? [event] : []));
  const requests = results.flatMap(({ runs }) => runs.filter(({ kind }) => kind === 'request'));
  expect(requests.length).toBeGreaterThan(2);
  expect(steps.map(({ id }) => id)).toEqual(results.flatMap(({ id, runs }) => runs.map(() => id)));
  expect(steps[0]?.sent).toBe(0);
  expect(steps.map(({ sent }) => sent)).toEqual(steps.map(({ sent }) => sent).toSorted((a, b) => a - b));
  expect(steps.at(-1)?.sent).toBeLessThan(requests.length + 1);
});

test('a halving of differences that is cancelled ends with what was done', async () => {
  engine.listen((event) => {
    if (event.event === 'experiment-step' && event.sent === 1) void engine.handlers.cancel({ sendId: 'ask' });
  });
  const { results } = await ask(request(), {
    which: { bisect: working() },
    allowed: { requests: 9, logins: 0, unsafe: false },
  });
  expect(results[0]?.runs.length).toBeLessThan(3);
  expect(seen.length).toBeLessThan(3);
});

test('a plan that is cancelled ends with what was done', async () => {
  engine.listen((event) => {
    if (event.event === 'experiment') void engine.handlers.cancel({ sendId: 'ask' });
  });
  const { results } = await ask(request(), {});
  expect(results).toHaveLength(1);
});

test('an attempt that was not refused leaves nothing to find out', async () => {
  const draft = request({ fields: [{ name: 'X-Tenant', value: 'acme', on: true }] });
  await expect(ask(draft, {})).rejects.toThrow(/was not refused/);
});

test('halves what differs from a request that works', async () => {
  const { results } = await ask(request(), {
    which: { bisect: working() },
    allowed: { requests: 9, logins: 0, unsafe: false },
  });
  expect(results.map(({ id }) => id)).toEqual(['bisection']);
  expect(seen.at(-1)?.headers['x-tenant']).toBe('acme');
  expect(seen.length).toBeLessThanOrEqual(7);
});
