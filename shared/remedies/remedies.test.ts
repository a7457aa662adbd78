import { describe, expect, test } from 'vitest';
import type { RemedyOffer } from '../diagnosis/diagnosis.ts';
import type { Attempt, Exchange, Field } from '../exchange/exchange.ts';
import { emptyDraft, joinUrl, type Draft, type DraftProxy } from '../workspace/draft.ts';
import type { Profile, TokenState } from '../workspace/profile.ts';
import { plainSecret } from '../workspace/secret.ts';
import { planRemedies, type Plan, type Situation } from './index.ts';
import { remedyIds } from './remedy-ids.ts';

const exchange = (
  fields: readonly Field[],
  purpose: Exchange['purpose'] = 'resource',
  status = 401,
): Exchange => ({
  id: 'e',
  purpose,
  request: {
    method: 'GET',
    url: 'https://api.example/me',
    target: '/me',
    httpVersion: 'HTTP/1.1',
    fields: [...fields],
    body: { kind: 'none' },
  },
  outcome: {
    kind: 'answered',
    response: { status, reason: '', httpVersion: 'HTTP/1.1', fields: [], body: { kind: 'none' } },
  },
  timings: { startedAtMs: 1_000, endMs: 50 },
});

const attempt = (...exchanges: readonly Exchange[]): Attempt => ({
  id: 'a',
  startedAtMs: 1_000,
  exchanges: [...exchanges],
  source: 'sent',
});

const typed = (value: string, change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('d'),
  url: 'https://api.example/me',
  fields: [{ name: 'Authorization', value, on: true }],
  ...change,
});

const oauth = (grant: string): Profile => ({
  id: 'p',
  name: 'Acme prod',
  scheme: 'oauth2',
  settings: { grant, tokenEndpoint: 'https://login.example/token' },
  trustedOrigins: [],
  renew: false,
});

const token = (hasRefreshToken: boolean): TokenState => ({
  profileId: 'p',
  environmentId: '',
  tail: 'kQ',
  length: 20,
  obtainedAtMs: 0,
  hasRefreshToken,
  hasIdToken: false,
});

const plans = (offers: readonly RemedyOffer[], situation: Partial<Situation>): readonly Plan[] =>
  planRemedies({
    attempt: attempt(exchange([{ name: 'Authorization', value: 'Bearer abcdefghijklmnkQ' }])),
    draft: typed('Bearer abcdefghijklmnkQ'),
    profile: undefined,
    token: undefined,
    nowMs: 2_000,
    ...situation,
    finding: {
      cause: 'token-expired',
      confidence: 0.9,
      title: '',
      explanation: '',
      evidence: [],
      remedies: offers,
    },
  });

const ids = (found: readonly Plan[]): readonly string[] => found.map((plan) => plan.id);
const profileDraft: Draft = {
  ...emptyDraft('d'),
  url: 'https://api.example/me',
  auth: { kind: 'profile', profileId: 'p' },
};
const tokenOffers: readonly RemedyOffer[] = [
  { id: 'refresh-token' },
  { id: 'fetch-token' },
  { id: 'authorize-again' },
];

describe('tokens', () => {
  test.each<[string, Partial<Situation>, readonly string[]]>([
    [
      'a refresh token is there',
      { profile: oauth('authorization-code'), token: token(true) },
      ['refresh-token', 'authorize-again'],
    ],
    ['none is there', { profile: oauth('authorization-code'), token: token(false) }, ['authorize-again']],
    ['client credentials', { profile: oauth('client-credentials'), token: token(false) }, ['fetch-token']],
    ['a pasted refresh token', { profile: oauth('refresh-token') }, ['refresh-token']],
    ['no profile', {}, []],
    ['another scheme', { profile: { ...oauth(''), scheme: 'basic' }, token: token(true) }, []],
    [
      'a fresh token was refused in this very attempt',
      {
        profile: oauth('authorization-code'),
        token: token(true),
        attempt: attempt(exchange([], 'token', 200), exchange([])),
      },
      ['authorize-again'],
    ],
  ])('%s', (_, situation, expected) => {
    expect(ids(plans(tokenOffers, { draft: profileDraft, ...situation }))).toEqual(expected);
  });

  test('the plan names the server and shows the change', () => {
    const [plan] = plans(tokenOffers, {
      draft: profileDraft,
      profile: oauth('client-credentials'),
      token: token(false),
    });
    expect(plan?.token).toBe('fetch');
    expect(plan?.sends).toBe('Sends one token request to login.example. Then this GET again.');
    expect(plan?.changes).toEqual([
      { before: 'Authorization: Bearer ••••••••kQ', after: 'Authorization: Bearer new token' },
    ]);
  });
});

describe('a request that is not idempotent is not repeated without a word', () => {
  test.each([
    ['GET', undefined],
    ['put', undefined],
    ['POST', 'POST is not idempotent: if the first one took effect, this is a second time.'],
    ['PATCH', 'PATCH is not idempotent: if the first one took effect, this is a second time.'],
  ])('%s', (method, warning) => {
    expect(plans([{ id: 'retry' }], { draft: typed('x', { method }) })[0]?.warning).toBe(warning);
  });
});

describe('fields', () => {
  const repair: RemedyOffer = {
    id: 'repair-header',
    values: { name: 'Authorization', value: 'Bearer abcdefghijklmnkQ' },
  };

  test('a typed field is repaired where it stands, casing kept', () => {
    const draft = {
      ...typed('Bearer Bearer abcdefghijklmnkQ'),
      fields: [
        { name: 'authorization', value: 'Bearer Bearer x', on: true },
        { name: 'Accept', value: '*/*', on: true },
      ],
    };
    expect(plans([repair], { draft })[0]?.apply({}).fields).toEqual([
      { name: 'authorization', value: 'Bearer abcdefghijklmnkQ', on: true },
      { name: 'Accept', value: '*/*', on: true },
    ]);
  });

  test('a doubled scheme inside the request’s own Bearer is repaired there', () => {
    const draft: Draft = {
      ...profileDraft,
      auth: {
        kind: 'own',
        scheme: 'bearer',
        settings: { token: plainSecret('Bearer abc'), prefix: 'Bearer' },
      },
    };
    expect(plans([repair], { draft })[0]?.apply({}).auth).toEqual({
      kind: 'own',
      scheme: 'bearer',
      settings: { token: { plain: 'abcdefghijklmnkQ' }, prefix: 'Bearer' },
    });
  });

  test('a profile is not changed behind its back', () => {
    expect(plans([repair], { draft: profileDraft, profile: oauth('') })).toEqual([]);
  });

  test('changes never show the secret', () => {
    expect(
      JSON.stringify(plans([repair], { draft: typed('Bearer Bearer abcdefghijklmnkQ') })[0]?.changes),
    ).not.toContain('abcdefgh');
  });

  test('a field with the wrong name gets the right one', () => {
    const draft: Draft = {
      ...typed(''),
      fields: [{ name: 'Authentication', value: 'Bearer abc', on: true }],
    };
    const values = { name: 'Authorization', value: 'Bearer abc', instead: 'Authentication' };
    const [plan] = plans([{ id: 'repair-header', values }], { draft });
    expect(plan?.label).toBe('Send it as Authorization and retry');
    expect(plan?.apply({}).fields).toEqual([{ name: 'Authorization', value: 'Bearer abc', on: true }]);
    expect(plans([{ id: 'repair-header', values }], { draft: profileDraft })).toEqual([]);
  });

  test('a placeholder is filled wherever it stands', () => {
    const draft: Draft = {
      ...typed('Bearer {{token}}'),
      url: 'https://a.example/{{token}}',
      params: [{ name: 'k', value: '{{token}}', on: true }],
    };
    const [plan] = plans([{ id: 'fill-placeholder', values: { placeholder: '{{token}}', name: 'token' } }], {
      draft,
    });
    const after = plan?.apply({ value: 'abc' });
    expect([after?.fields[0]?.value, after?.url, after?.params[0]?.value]).toEqual([
      'Bearer abc',
      'https://a.example/abc',
      'abc',
    ]);
  });

  test('a placeholder that the request does not hold offers nothing', () => {
    expect(plans([{ id: 'fill-placeholder', values: { placeholder: '{{other}}' } }], {})).toEqual([]);
  });

  test.each([
    ['Basic asO8cmdlbjpw', 'iso-8859-1', 'Basic avxyZ2VuOnA='],
    ['Basic avxyZ2VuOnA=', 'utf-8', 'Basic asO8cmdlbjpw'],
  ])('%s becomes %s', (value, charset, expected) => {
    const [plan] = plans([{ id: 'reencode-credentials', values: { charset } }], { draft: typed(value) });
    expect(plan?.apply({}).fields[0]?.value).toBe(expected);
  });

  test('ASCII is the same in both charsets: nothing to offer', () => {
    expect(
      plans([{ id: 'reencode-credentials', values: { charset: 'utf-8' } }], { draft: typed('Basic YTpi') }),
    ).toEqual([]);
  });
});

describe('credentials', () => {
  test('switching to Bearer asks for a token and takes the typed field out', () => {
    const [plan] = plans([{ id: 'switch-scheme', values: { scheme: 'Bearer' } }], {
      draft: typed('Basic YTpi'),
    });
    expect(plan?.question).toMatchObject({ kind: 'values', fields: [{ name: 'token', secret: true }] });
    const after = plan?.apply({ token: 'abc' });
    expect(after?.fields).toEqual([]);
    expect(after?.auth).toMatchObject({
      kind: 'own',
      scheme: 'bearer',
      settings: { token: { plain: 'abc' } },
    });
  });

  test('a scheme that we do not speak is not offered', () => {
    expect(plans([{ id: 'switch-scheme', values: { scheme: 'vapid' } }], {})).toEqual([]);
  });

  test('another password in the same scheme', () => {
    const [plan] = plans([{ id: 'fill-credentials' }], {
      draft: typed('Basic YTpi'),
      attempt: attempt(exchange([{ name: 'Authorization', value: 'Basic YTpi' }])),
    });
    expect(plan?.apply({ username: 'alice', password: 'w' }).auth).toMatchObject({
      scheme: 'basic',
      settings: { username: 'alice', password: { plain: 'w' } },
    });
  });

  test('a proxy login needs a proxy', () => {
    expect(plans([{ id: 'send-proxy-credentials' }], {})).toEqual([]);
    const draft: Draft = {
      ...typed('x'),
      settings: {
        ...emptyDraft('d').settings,
        proxy: { url: 'http://127.0.0.1:1', username: '', password: plainSecret('') },
      },
    };
    const after = plans([{ id: 'send-proxy-credentials' }], { draft })[0]?.apply({
      username: 'a',
      password: 'b',
    });
    expect(after?.settings.proxy).toEqual({
      url: 'http://127.0.0.1:1',
      username: 'a',
      password: { plain: 'b' },
    });
  });

  const proxied = (proxy: DraftProxy): Draft => ({
    ...typed('x'),
    settings: { ...emptyDraft('d').settings, proxy },
  });
  const known = { url: 'http://p:1', username: 'a', password: plainSecret('b') };
  const byScheme = (scheme: string) => [{ id: 'send-proxy-credentials' as const, values: { scheme } }];

  test.each([
    ['digest', 'Proxy-Authorization: Digest ••••••••', /^Proves the password/],
    ['ntlm', 'Proxy-Authorization: NTLM ••••••••', /^Proves the password/],
    ['basic', 'Proxy-Authorization: Basic ••••••••', /^Sends the user name and password/],
  ])('a proxy that asks for %s is asked by it', (scheme, after, sends) => {
    const [plan] = plans(byScheme(scheme), { draft: proxied({ ...known, password: plainSecret('') }) });
    expect(plan?.changes).toEqual([{ before: undefined, after }]);
    expect(plan?.sends).toMatch(sends);
  });

  test('a proxy that asks for what cannot be answered gets no login', () => {
    expect(plans(byScheme('negotiate'), { draft: proxied(known) })).toEqual([]);
  });

  test('a login by the wrong scheme is only asked for another scheme', () => {
    const [plan] = plans(byScheme('digest'), { draft: proxied({ ...known, scheme: 'basic' }) });
    expect(plan?.question).toBeUndefined();
    expect(plan?.changes).toEqual([{ before: 'Log in by: Basic', after: 'Log in by: what it asks for' }]);
    expect(plan?.apply({}).settings.proxy).toEqual({ ...known, scheme: 'automatic' });
  });

  test('a proxy of the environment becomes one of the request', () => {
    const asked = { ...exchange([], 'connect', 407), connection: { reused: false, proxy: 'p:3128' } };
    const [plan] = plans(byScheme('ntlm'), { attempt: attempt(asked) });
    expect(plan?.apply({ username: 'D\\a', password: 'b' }).settings.proxy).toEqual({
      url: 'http://p:3128',
      username: 'D\\a',
      password: { plain: 'b' },
    });
  });
});

describe('redirects', () => {
  const values = { url: 'http://eu.example/me?x=1', origin: 'http://eu.example' };

  test('giving credentials to another host is a question that names it', () => {
    const [plan] = plans([{ id: 'send-to-redirect-target', values }], {});
    expect(plan?.question).toMatchObject({
      kind: 'consent',
      question: 'Send the token to eu.example?',
      speaksAgainst: [
        'Plain HTTP: everybody between can read it',
        'Whoever runs eu.example gets the credentials.',
      ],
    });
    expect(plan?.apply({}).settings.trustedOrigins).toEqual(['http://eu.example']);
  });

  test('the final URL takes the place of the typed one', () => {
    const after = plans([{ id: 'use-final-url', values }], {})[0]?.apply({});
    expect(joinUrl(after?.url ?? '', after?.params ?? [])).toBe(values.url);
  });
});

test('waiting counts from the answer', () => {
  expect(plans([{ id: 'wait-and-retry', values: { seconds: '7' } }], {})[0]?.notBeforeMs).toBe(8_050);
  expect(plans([{ id: 'wait-and-retry', values: { seconds: 'soon' } }], {})).toEqual([]);
});

test('every remedy has a plan function, and a report sends nothing', () => {
  expect(() =>
    plans(
      remedyIds.map((id) => ({ id })),
      {},
    ),
  ).not.toThrow();
  expect(plans([{ id: 'report' }], {})[0]?.sendsRequest).toBe(false);
});
