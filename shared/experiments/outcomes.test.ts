import { describe, expect, test } from 'vitest';
import { attemptOf, basic, bearer, jwtOf, opaque, type Told } from '../diagnosis/attempt.test-support.ts';
import { plainSecret } from '../workspace/secret.ts';
import type { Draft } from '../workspace/draft.ts';
import type { Step } from './experiment.ts';
import { runWith, sceneFrom } from './experiment.test-support.ts';
import { experimentById } from './index.ts';
import type { Ran } from './result.ts';

const refusal: Told = { status: 401, body: { error: 'unauthorized' } };
const other: Told = { status: 401, body: { error: 'missing_token', message: 'No token was sent' } };
const accepted: Told = { status: 200, body: { id: 1 } };
const missing: Told = { status: 404, body: { message: 'no such page' } };

const sentField = (step: Step, name: string): string | undefined =>
  step.kind === 'request'
    ? step.draft.fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.value
    : undefined;

interface Row {
  readonly of: Told;
  readonly draft?: Partial<Draft>;
  readonly answer: (step: Step) => Ran | Told;
  readonly outcome: string;
  readonly requests: number;
  readonly names?: string;
}

const token = { ...refusal, sent: opaque };
const login = {
  ...refusal,
  sent: basic('alice', 'wonderland'),
  received: { 'WWW-Authenticate': 'Basic realm="a"' },
};
const loginRefused: Told = { ...refusal, received: { 'WWW-Authenticate': 'Basic realm="a"' } };

const verified = (step: Step, valid: boolean): Ran => ({ kind: 'verify', label: step.label, valid });
const metadata: Told = {
  status: 200,
  body: { issuer: 'https://id.example.com', jwks_uri: 'https://id.example.com/keys' },
};
const keySet: Told = { status: 200, body: { keys: [{ kid: 'key-1', kty: 'RSA' }] } };
const issuer =
  (valid: boolean, keys = keySet) =>
  (step: Step): Ran | Told =>
    step.kind === 'verify'
      ? verified(step, valid)
      : step.kind === 'request' && step.draft.url.endsWith('/keys')
        ? keys
        : metadata;

const oauth: Partial<Draft> = {
  fields: [],
  auth: {
    kind: 'own',
    scheme: 'oauth2',
    settings: {
      grant: 'client-credentials',
      tokenEndpoint: 'https://id.example.com/token',
      clientId: 'me',
      clientSecret: plainSecret('s3cret'),
    },
  },
};

const table: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  'without-credentials': {
    'the same words': { of: token, answer: () => refusal, outcome: 'same', requests: 1 },
    'other words': { of: token, answer: () => other, outcome: 'other', requests: 1 },
    'an open door': { of: token, answer: () => accepted, outcome: 'open', requests: 1 },
    'a server that is down': { of: token, answer: () => ({ status: 503 }), outcome: 'unclear', requests: 1 },
  },
  'made-up-credential': {
    'the same words': { of: login, answer: () => loginRefused, outcome: 'same', requests: 1 },
    'known and forbidden': {
      of: { ...token, status: 403 },
      answer: () => ({ status: 401 }),
      outcome: 'other',
      requests: 1,
    },
  },
  'without-cookies': {
    'a cookie in the way': {
      of: { ...refusal, sent: { ...opaque, Cookie: 'session=old' } },
      answer: (step) => (sentField(step, 'Cookie') === undefined ? accepted : refusal),
      outcome: 'accepted',
      requests: 1,
      names: 'cookie-conflict',
    },
    'not the cookie': {
      of: { ...refusal, sent: { ...opaque, Cookie: 'session=old' } },
      answer: () => refusal,
      outcome: 'same',
      requests: 1,
    },
  },
  'fresh-token': {
    'was over': {
      of: token,
      draft: oauth,
      answer: () => accepted,
      outcome: 'accepted',
      requests: 1,
      names: 'token-revoked',
    },
    'refused as well': { of: token, draft: oauth, answer: () => refusal, outcome: 'same', requests: 1 },
    'no token to be had': {
      of: token,
      draft: oauth,
      answer: (step) => ({
        kind: 'request',
        label: step.label,
        exchanges: [],
        stopped: { code: 'invalid_client', message: 'The client is not known.' },
      }),
      outcome: 'no-token',
      requests: 1,
    },
  },
  again: {
    'every time': { of: token, answer: () => refusal, outcome: 'always', requests: 3 },
    'by turns': {
      of: token,
      answer: (() => {
        let count = 0;
        return () => ((count += 1) % 2 === 0 ? refusal : accepted);
      })(),
      outcome: 'mixed',
      requests: 2,
      names: 'server-misconfigured',
    },
    'a passing one, and a password is sent once': {
      of: login,
      answer: () => accepted,
      outcome: 'passed',
      requests: 1,
    },
  },
  'other-path': {
    'a slash too few': {
      of: token,
      answer: (step) => (step.kind === 'request' && step.draft.url.endsWith('/me/') ? accepted : refusal),
      outcome: 'accepted',
      requests: 1,
      names: 'url-wrong',
    },
    'no spelling helps': { of: token, answer: () => refusal, outcome: 'same', requests: 2 },
    'another spelling is another place': {
      of: token,
      answer: () => missing,
      outcome: 'differs',
      requests: 2,
    },
  },
  'unknown-path': {
    'a good credential': {
      of: login,
      answer: (step) => (sentField(step, 'Authorization') === undefined ? loginRefused : missing),
      outcome: 'passes',
      requests: 2,
      names: 'permission-denied',
    },
    'a guarded area': { of: login, answer: () => loginRefused, outcome: 'guarded', requests: 1 },
    'guarded only within': {
      of: { ...login, url: 'https://api.example.com/v1/me/' },
      answer: (step) =>
        step.kind === 'request' && step.draft.url.includes('/me/why401') ? loginRefused : missing,
      outcome: 'guarded',
      requests: 3,
    },
    'an open area': { of: login, answer: () => missing, outcome: 'open', requests: 2 },
  },
  'each-address': {
    'a newer address accepts': {
      of: { ...token, address: '192.0.2.1' },
      answer: (step) =>
        step.kind === 'resolve'
          ? { kind: 'resolve', label: step.label, addresses: ['192.0.2.1', '192.0.2.9'] }
          : step.label === '192.0.2.9'
            ? accepted
            : refusal,
      outcome: 'accepted',
      requests: 1,
      names: 'stale-dns',
    },
    'one address and no request': {
      of: { ...token, address: '192.0.2.1' },
      answer: (step) => ({ kind: 'resolve', label: step.label, addresses: ['192.0.2.1'] }),
      outcome: 'single',
      requests: 0,
    },
    'all alike': {
      of: { ...token, address: '192.0.2.1' },
      answer: (step) =>
        step.kind === 'resolve'
          ? { kind: 'resolve', label: step.label, addresses: ['192.0.2.1', '192.0.2.9'] }
          : refusal,
      outcome: 'same',
      requests: 2,
    },
  },
  clock: {
    agree: { of: token, answer: () => refusal, outcome: 'agree', requests: 0 },
    apart: { of: { ...token, date: 500 }, answer: () => refusal, outcome: 'apart', requests: 0 },
    'asked for': { of: { ...token, date: null }, answer: () => refusal, outcome: 'agree', requests: 1 },
    'no time at all': {
      of: { ...token, date: null },
      answer: () => ({ status: 200, date: null }),
      outcome: 'unknown',
      requests: 1,
    },
  },
  'issuer-keys': {
    good: { of: { ...refusal, sent: bearer() }, answer: issuer(true), outcome: 'good', requests: 2 },
    bad: { of: { ...refusal, sent: bearer() }, answer: issuer(false), outcome: 'bad', requests: 2 },
    'key not known': {
      of: { ...refusal, sent: bearer({}, { kid: 'rotated' }) },
      answer: issuer(false),
      outcome: 'key-unknown',
      requests: 2,
    },
    'no metadata': {
      of: { ...refusal, sent: bearer() },
      answer: () => missing,
      outcome: 'unreachable',
      requests: 1,
    },
  },
  'client-authentication': {
    'in another place': {
      of: {
        method: 'POST',
        url: 'https://id.example.com/token',
        posted: 'grant_type=client_credentials&client_id=me',
        status: 401,
        body: { error: 'invalid_client' },
      },
      draft: oauth,
      answer: (step) => ({
        kind: 'token',
        label: step.label,
        exchanges: [],
        ok: step.label === 'in the body',
      }),
      outcome: 'accepted',
      requests: 0,
      names: 'client-authentication-failed',
    },
  },
  'other-charset': {
    accepted: {
      of: { ...loginRefused, sent: basic('jürgen', 'pässwörd') },
      answer: () => accepted,
      outcome: 'accepted',
      requests: 1,
      names: 'charset-mismatch',
    },
    refused: {
      of: { ...loginRefused, sent: basic('jürgen', 'pässwörd') },
      answer: () => loginRefused,
      outcome: 'refused',
      requests: 1,
    },
  },
  'other-prefix': {
    'wants Token': {
      of: token,
      answer: (step) =>
        sentField(step, 'Authorization')?.startsWith('Token ') === true ? accepted : refusal,
      outcome: 'accepted',
      requests: 1,
      names: 'scheme-mismatch',
    },
    'reads no word': { of: token, answer: () => refusal, outcome: 'same', requests: 2 },
  },
  'reading-only': {
    'may read': {
      of: { ...token, method: 'POST', posted: '{}', status: 403 },
      answer: () => accepted,
      outcome: 'reads',
      requests: 1,
    },
    'may not read': {
      of: { ...token, method: 'POST', posted: '{}', status: 403 },
      answer: () => ({ ...refusal, status: 403 }),
      outcome: 'same',
      requests: 1,
    },
  },
};

const rows = Object.entries(table).flatMap(([id, cases]) =>
  Object.entries(cases).map(([name, row]) => [id, name, row] as const),
);

test.each(rows)('%s: %s', (id, _, { of, draft, answer, outcome, requests, names }) => {
  const experiment = experimentById(id);
  if (experiment === undefined) throw new Error(`there is no experiment ${id}`);
  const scene = sceneFrom(of, draft);
  const plan = experiment.plan(scene);
  expect(plan).toBeDefined();
  const { reading, runs } = runWith(experiment, scene, answer);
  const sent = runs.filter(({ kind }) => kind === 'request').length;
  expect({ outcome: reading.outcome, requests: sent }).toEqual({ outcome, requests });
  expect(sent).toBeLessThanOrEqual(plan?.most ?? 0);
  expect(reading.named?.cause).toBe(names);
});

describe('what an experiment does not apply to', () => {
  test.each<[string, Told]>([
    ['without-credentials', refusal],
    ['made-up-credential', { ...refusal, sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=A/B' } }],
    ['without-cookies', token],
    ['fresh-token', token],
    ['other-prefix', login],
    ['other-charset', login],
    ['other-path', { ...token, redirectedFrom: { url: 'https://a.example/', dropped: [] } }],
    ['each-address', { ...token, url: 'https://192.0.2.1/v1/me' }],
    ['without-proxy', token],
    ['issuer-keys', { ...refusal, sent: { Authorization: `Bearer ${jwtOf({}, { alg: 'HS256' })}` } }],
    ['introspection', token],
    ['client-authentication', token],
    ['reading-only', token],
  ])('%s', (id, told) => expect(experimentById(id)?.plan(sceneFrom(told))).toBeUndefined());
});

test('a key set that was seen in the recording needs no request', () => {
  const attempt = attemptOf(keySet, { ...refusal, sent: bearer() });
  const scene = sceneFrom({ ...attempt, source: 'imported' });
  const experiment = experimentById('issuer-keys');
  expect(experiment?.plan(scene)?.most).toBe(0);
  expect(experiment?.next(scene, [])).toMatchObject({ kind: 'verify' });
});
