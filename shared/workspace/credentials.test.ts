import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { putSecrets, secretPlaces, takeSecrets, type KnownSecret } from './credentials.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { decodeHostRule, encodeHostRule, hostRuleFormat } from './host-rule.ts';
import { anyDraft, anyEnvironment, anyHostRule, anyProfile } from './draft.test-support.ts';
import {
  decodeEnvironment,
  decodeProfile,
  encodeEnvironment,
  encodeProfile,
  environmentFormat,
  profileFormat,
} from './saved-profile.ts';
import { decodeRequest, encodeRequest, requestFormat } from './saved-request.ts';
import type { Format } from './format.ts';
import { parseYaml, writeYaml } from './yaml-text.ts';

const ids = (): (() => string) => {
  let count = 0;
  return () => `secret-id-number-${String((count += 1)).padStart(4, '0')}`;
};

const throughFile = <T>(format: Format<T>, saved: T): T => {
  const parsed = parseYaml(writeYaml(saved));
  if (!parsed.ok) throw new Error(parsed.message);
  const read = format.read(parsed.value);
  if (!read.ok) throw new Error(read.message);
  return read.value;
};

/** Settings come back as references; opened here to compare. */
const opened = (value: unknown, secrets: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((item) => opened(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  if ('ref' in value && typeof value.ref === 'string') return { plain: secrets.get(value.ref) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, opened(item, secrets)]));
};

describe('what is saved is what was typed', () => {
  test('requests', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { saved, secrets } = takeSecrets((sink) => encodeRequest(draft, sink), ids());
        const file = throughFile(requestFormat, saved);
        const back = putSecrets(
          (source) => decodeRequest(file, draft.folder, source),
          (id) => secrets.get(id),
        );
        expect(opened(back, secrets)).toEqual(opened(draft, secrets));
      }),
      { numRuns: 600 },
    );
  });

  test('profiles', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { saved, secrets } = takeSecrets((sink) => encodeProfile(profile, sink), ids());
        const file = throughFile(profileFormat, saved);
        const back = putSecrets(
          (source) => decodeProfile(file, source),
          (id) => secrets.get(id),
        );
        expect(opened(back, secrets)).toEqual(opened(profile, secrets));
      }),
    );
  });

  test('host rules', () => {
    fc.assert(
      fc.property(anyHostRule, (rule) => {
        const { saved, secrets } = takeSecrets((sink) => encodeHostRule(rule, sink), ids());
        const file = throughFile(hostRuleFormat, saved);
        const back = putSecrets(
          (source) => decodeHostRule(file, source),
          (id) => secrets.get(id),
        );
        expect(opened(back, secrets)).toEqual(rule);
      }),
    );
  });

  test('environments', () => {
    fc.assert(
      fc.property(anyEnvironment, (environment) => {
        const { saved, secrets } = takeSecrets((sink) => encodeEnvironment(environment, sink), ids());
        const file = throughFile(environmentFormat, saved);
        const back = putSecrets(
          (source) => decodeEnvironment(file, source),
          (id) => secrets.get(id),
        );
        expect(back).toEqual(environment);
      }),
    );
  });
});

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl';
const draftWith = (part: Partial<Draft>): Draft => ({
  ...emptyDraft('r1'),
  url: 'https://api.example.com',
  ...part,
});
const field = (name: string, value: string): Partial<Draft> => ({ fields: [{ name, value, on: true }] });
const param = (name: string, value: string): Partial<Draft> => ({ params: [{ name, value, on: true }] });
const text = (body: string, contentType = 'application/json'): Partial<Draft> => ({
  body: { kind: 'text', text: body, contentType },
});

const fileOf = (part: Partial<Draft>): string =>
  writeYaml(takeSecrets((sink) => encodeRequest(draftWith(part), sink), ids()).saved);

test('the passphrase of a client certificate is not in the file of its host', () => {
  const rule = {
    id: 'h1',
    name: 'api.example.com',
    verifyTls: true,
    clientCertificate: { certificateFile: 'alice.p12', passphrase: { plain: 'hunter22' } },
  };
  const { saved, secrets } = takeSecrets((sink) => encodeHostRule(rule, sink), ids());
  expect(writeYaml(saved)).not.toContain('hunter22');
  expect([...secrets.values()]).toEqual(['hunter22']);
});

test.each<[string, Partial<Draft>, string]>([
  ['Authorization', field('Authorization', `Bearer ${jwt}`), jwt],
  ['Authorization in any casing', field('aUTHORIZATION', 'hunter22'), 'hunter22'],
  ['Proxy-Authorization', field('Proxy-Authorization', 'Basic YWxpY2U6aHVudGVyMjI='), 'YWxpY2U6'],
  ['Cookie', field('Cookie', 'sid=hunter22'), 'hunter22'],
  ['an API key field', field('X-Api-Key', 'hunter22'), 'hunter22'],
  ['a key of one vendor', field('Ocp-Apim-Subscription-Key', 'hunter22'), 'hunter22'],
  ['a JWT in a field of any name', field('X-Forwarded-User-Assertion', jwt), jwt],
  ['a JWT behind a field that nobody knows', field('X-Anything', jwt), jwt],
  [
    'a field that is switched off',
    { fields: [{ name: 'X-Auth-Token', value: 'hunter22', on: false }] },
    'hunter22',
  ],
  ['user information', { url: 'https://alice:hunter22@example.com/' }, 'hunter22'],
  ['a password with @', { url: 'https://alice:hunt@er22@example.com/' }, 'er22'],
  ['a query left in the address', { url: 'https://example.com/?a=1&access_token=hunter22' }, 'hunter22'],
  ['access_token', param('access_token', 'hunter22'), 'hunter22'],
  ['a percent-encoded name', param('api%5Fkey', 'hunter22'), 'hunter22'],
  ['a pre-signed address', param('X-Amz-Signature', 'hunter22'), 'hunter22'],
  [
    'a form field',
    { body: { kind: 'form', fields: [{ name: 'client_secret', value: 'hunter22', on: true }] } },
    'hunter22',
  ],
  [
    'a part',
    { body: { kind: 'multipart', parts: [{ name: 'password', value: 'hunter22', on: true }] } },
    'hunter22',
  ],
  ['a JSON member', text('{"user": "alice", "password" : "hunter\\"22"}'), '22'],
  ['a number in JSON', text('{"pin": 2242}'), '2242'],
  [
    'a form text',
    text('grant_type=password&password=hunter22', 'application/x-www-form-urlencoded'),
    'hunter22',
  ],
  [
    'a secret setting',
    {
      auth: {
        kind: 'own',
        scheme: 'basic',
        settings: { username: 'alice', password: { plain: 'hunter22' } },
      },
    },
    'hunter22',
  ],
  [
    "the proxy's password",
    {
      settings: {
        ...emptyDraft('x').settings,
        proxy: { url: 'http://bob:hunter22@proxy:8080', username: 'bob', password: { plain: 'hunter22' } },
      },
    },
    'hunter22',
  ],
])('no file holds %s', (_, part, secret) => {
  const file = fileOf(part);
  expect(file).not.toContain(secret);
  expect(file).toContain('secret: secret-id-number-0001');
});

test.each<[string, Partial<Draft>, string]>([
  ['a variable', field('Authorization', '{{token}}'), "value: '{{token}}'"],
  ['a variable behind its scheme', field('Authorization', 'Bearer {{token}}'), 'value: Bearer {{token}}'],
  ['a usual field', field('Accept', 'application/json'), 'value: application/json'],
  ['a usual parameter', param('page', '2'), "value: '2'"],
  ['a name that only sounds alike', param('monkey', 'business'), 'value: business'],
  ['a user name', text('{"user": "alice"}'), '"alice"'],
  ['an address with @ in its path', { url: 'https://example.com/@alice' }, 'https://example.com/@alice'],
  [
    'a setting that is a variable',
    { auth: { kind: 'own', scheme: 'bearer', settings: { token: { plain: '{{token}}' } } } },
    "text: '{{token}}'",
  ],
])('a file shows %s', (_, part, shown) => {
  const file = fileOf(part);
  expect(file).toContain(shown);
  expect(file).not.toContain('secret:');
});

test('a request reads like a request', () => {
  const file = fileOf({
    name: 'me',
    method: 'POST',
    url: 'https://api.example.com/v1/me',
    params: [
      { name: 'page', value: '2', on: true },
      { name: 'debug', on: false },
    ],
    fields: [
      { name: 'Accept', value: 'application/json', on: true },
      { name: 'X-Api-Key', value: 'hunter22', on: true },
    ],
    auth: { kind: 'profile', profileId: 'acme' },
    body: {
      kind: 'text',
      contentType: 'application/json',
      text: '{\n  "name": "Alice",\n  "password": "hunter22"\n}\n',
    },
  });
  expect(file).toBe(`version: 1
id: r1
name: me
method: POST
url: https://api.example.com/v1/me
params:
  - name: page
    value: '2'
  - name: debug
    off: true
auth:
  profile: acme
fields:
  - name: Accept
    value: application/json
  - name: X-Api-Key
    value:
      secret: secret-id-number-0001
body:
  contentType: application/json
  text:
    - |-
      {
        "name": "Alice",
        "password": "
    - secret: secret-id-number-0002
    - |
      "
      }
`);
});

describe('ids', () => {
  const encode = (part: Partial<Draft>, before: ReadonlyMap<string, KnownSecret>) =>
    takeSecrets((sink) => encodeRequest(draftWith(part), sink), ids(), before);
  const known = (stored: boolean) =>
    new Map([['fields/authorization/0', { id: 'the-id-of-before-1', stored }]]);

  test('a new token at the same place keeps its id, so that git sees no change', () => {
    const { saved, secrets } = encode(field('Authorization', 'Bearer new-token'), known(true));
    expect(saved.fields).toEqual([{ name: 'Authorization', value: { secret: 'the-id-of-before-1' } }]);
    expect(secrets.get('the-id-of-before-1')).toBe('Bearer new-token');
  });

  test('a secret that this machine does not have stays pointed at', () => {
    const { saved, secrets } = encode(field('Authorization', ''), known(false));
    expect(saved.fields).toEqual([{ name: 'Authorization', value: { secret: 'the-id-of-before-1' } }]);
    expect(secrets.size).toBe(0);
  });

  test('a secret that was emptied is gone', () => {
    const { saved } = encode(field('Authorization', ''), known(true));
    expect(saved.fields).toEqual([{ name: 'Authorization', value: '' }]);
  });

  test('what was hidden by hand stays hidden', () => {
    const before = new Map([['fields/x-plain/0', { id: 'hidden-by-hand-001', stored: true }]]);
    expect(encode(field('X-Plain', 'value'), before).saved.fields).toEqual([
      { name: 'X-Plain', value: { secret: 'hidden-by-hand-001' } },
    ]);
  });

  test("another document's secret is copied, never shared", () => {
    const auth: Draft['auth'] = {
      kind: 'own',
      scheme: 'basic',
      settings: { password: { ref: 'of-another-document' } },
    };
    const { saved, copies } = encode({ auth }, new Map());
    const [[id, from] = []] = [...copies];
    expect(from).toBe('of-another-document');
    expect(saved.auth).toEqual({ scheme: 'basic', settings: { password: { secret: id } } });
  });

  test('all places are found', () => {
    const { saved } = encode(
      { ...field('Authorization', 'Bearer secret-1'), ...param('token', 'secret-2') },
      new Map(),
    );
    const places = secretPlaces((source) => decodeRequest(saved, [], source));
    expect([...places.keys()].toSorted()).toEqual(['fields/authorization/0', 'params/token/0']);
  });
});

test('tokens show their last two characters, passwords nothing', () => {
  const settings = {
    token: { plain: 'a-token-of-some-length-kQ' },
    password: { plain: 'a-password-of-some-length' },
  };
  const draft = draftWith({ auth: { kind: 'own', scheme: 'x', settings } });
  const { saved, secrets } = takeSecrets((sink) => encodeRequest(draft, sink), ids());
  const back = putSecrets(
    (source) => decodeRequest(saved, [], source),
    (id) => secrets.get(id),
  );
  expect(back.auth).toEqual({
    kind: 'own',
    scheme: 'x',
    settings: { token: { ref: expect.any(String), tail: 'kQ' }, password: { ref: expect.any(String) } },
  });
  expect(writeYaml(saved)).not.toContain('kQ');
});
