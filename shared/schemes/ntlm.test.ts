import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import { valueOf } from '../exchange/fields.ts';
import { answered, bareRequest, drive, refused, steps, type Server } from './drive.test-support.ts';
import { ntlm } from './ntlm.ts';
import { ntlmLogin } from './ntlm/account.ts';
import type { OpenSettings, OutgoingRequest } from './scheme.ts';

/** As squid with Samba sends it. */
const challenge =
  'NTLM TlRMTVNTUAACAAAAAwADADgAAAAGgooC15MqbkzJ85YAAAAAAAAAADAAMAA7AAAABgEAAAAAAA9aT08CAAYAWgBPAE8AAQAGAFoATwBPAAQAAAADAAQAdgBtAAcACADqe4bmZX7dAQAAAAA=';

const ask = (server: Server, given: OpenSettings = {}, request = bareRequest()): readonly OutgoingRequest[] =>
  drive(
    ntlm.flow(
      request,
      ntlm.settings.parse({ username: 'ZOO\\alice', password: 'wonderland', ...given }),
      stillWorld,
    ),
    server,
  );

const authorization = (request: OutgoingRequest | undefined): string =>
  valueOf(request?.fields ?? [], 'Authorization') ?? '';

/** The type of the message in a field. */
const typeIn = (request: OutgoingRequest | undefined): number =>
  atob(authorization(request).replace(/^NTLM /, '')).charCodeAt(8);

describe('three messages', () => {
  test('on a connection of their own', () => {
    const flow = ntlm.flow(bareRequest(), ntlm.settings.parse({ username: 'alice' }), stillWorld);
    expect(steps(flow)).toMatchObject([{ step: 'send', connection: 'own' }]);
  });

  test('the first with the whole request, the last behind the challenge', () => {
    const body = { kind: 'bytes' as const, bytes: new Uint8Array([1]) };
    const sent = ask(
      (_, count) => (count === 1 ? refused('Negotiate', challenge) : answered(200)),
      {},
      bareRequest({ body }),
    );
    expect(sent.map(typeIn)).toEqual([1, 3]);
    expect(sent.map((one) => one.body)).toEqual([body, body]);
    expect(sent[1]?.fields.filter(({ name }) => name === 'Authorization')).toHaveLength(1);
  });

  test.each<[string, Server, number]>([
    ['an answer to the first', () => answered(200), 1],
    ['a refusal without NTLM', () => refused('Basic realm="x"'), 1],
    ['a refusal that only names NTLM', () => refused('NTLM'), 1],
    ['a refusal of the last', () => refused(challenge), 2],
  ])('%s ends it', (_, server, requests) => expect(ask(server)).toHaveLength(requests));

  test('a message that cannot be read is told', () => {
    expect(() => ask(() => refused('NTLM TlRMTVNTUAACAAAA'))).toThrow(
      /NTLM message cannot be read: it is cut short/,
    );
  });

  test('the place that a redirect within the origin led to is answered, another origin is not', () => {
    const elsewhere =
      (url: string): Server =>
      (request, count) =>
        count === 1 ? { response: refused(challenge), redirected: { ...request, url } } : answered(200);
    expect(ask(elsewhere('https://api.example.com/b'))[1]?.url).toBe('https://api.example.com/b');
    expect(ask(elsewhere('https://evil.example/b'))).toHaveLength(1);
  });

  test('an empty form adds nothing', () => {
    expect(ask(() => refused(challenge), { username: '', password: '' }).map(authorization)).toEqual(['']);
  });
});

test('how it came about is shown, but nothing that stands for the password', () => {
  const [, last] = ask((_, count) => (count === 1 ? refused(challenge) : answered(200)));
  const texts = Object.fromEntries(last?.xray?.parts.map(({ label, text }) => [label, text]) ?? []);
  expect(texts).toMatchObject({
    user: 'alice',
    domain: 'ZOO',
    NTOWFv2: '••••••••',
    'server challenge': 'd7932a6e4cc9f396',
    'target information': 'target: ZOO\ndomain: ZOO\ncomputer: ZOO\ndomain in DNS: \ncomputer in DNS: vm',
    'integrity code': 'sent, since the server names its time',
  });
  expect(JSON.stringify(last?.xray)).not.toContain('wonderland');
});

test.each([
  ['ZOO\\alice', '', 'alice', 'ZOO'],
  ['ZOO/alice', 'other', 'alice', 'ZOO'],
  ['alice@zoo.test', 'ZOO', 'alice@zoo.test', ''],
  ['alice', 'ZOO', 'alice', 'ZOO'],
  ['alice', '', 'alice', ''],
  ['\\alice', 'ZOO', 'alice', ''],
])('user %s, domain field %j', (username, domainField, user, domain) => {
  expect(ntlmLogin(username, domainField, 'x')).toEqual({ user, domain, password: 'x' });
});

test.each<[OpenSettings, readonly string[], RegExp]>([
  [{ username: 'ZOO\\alice', password: 'p' }, ['--ntlm', '-u', 'ZOO\\alice:p'], /^$/],
  [{ username: 'alice', domain: 'ZOO' }, ['--ntlm', '-u', 'ZOO\\alice:'], /^$/],
  [{ username: 'alice@zoo.test', domain: 'ZOO' }, ['--ntlm', '-u', 'alice@zoo.test:'], /^$/],
  [{ username: 'alice', workstation: 'DESK' }, ['--ntlm', '-u', 'alice:'], /workstation/],
  [{ username: 'a:b' }, ['--ntlm', '-u', 'a:b:'], /first colon/],
  [{}, [], /^$/],
])('curl says %j', (given, words, notes) => {
  const said = ntlm.curl?.(ntlm.settings.parse(given), bareRequest());
  expect(said?.words.map(({ text }) => text)).toEqual(words);
  expect(said?.notes.join(' ')).toMatch(notes);
});
