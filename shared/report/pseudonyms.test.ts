import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptOf, bearer, jwtOf, NOON, opaque, type Told } from '../diagnosis/attempt.test-support.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { base64OfByteString, base64OfBytes, base64UrlOfBytes, utf8Bytes } from '../exchange/bytes.ts';
import { hex } from '../schemes/parts/hex.ts';
import { harReport } from './har.ts';
import { markdownReport } from './markdown.ts';
import { pseudonymsOf } from './pseudonyms.ts';

describe('the same secret has the same name', () => {
  test('wherever it stands, and exchanges say where that is', () => {
    const told: Told = { sent: opaque, body: { message: 'ok' }, status: 200 };
    const other: Told = { sent: bearer({ sub: 'other' }) };
    const { list } = pseudonymsOf(attemptOf(told, other, told));
    expect(list).toEqual([
      { name: 'token A', exchanges: [1, 3], fingerprint: expect.stringMatching(/^[0-9a-f]{4}$/) },
      { name: 'token B', exchanges: [2], fingerprint: expect.stringMatching(/^[0-9a-f]{4}$/) },
    ]);
  });

  test('a fingerprint is stable from one attempt to the next', () => {
    const first = pseudonymsOf(attemptOf({ sent: opaque })).list[0]?.fingerprint;
    expect(pseudonymsOf(attemptOf({}, { sent: opaque })).list[0]?.fingerprint).toBe(first);
  });

  test.each<[string, Told, readonly string[]]>([
    ['Basic', { sent: { Authorization: `Basic ${btoa('alice:wonderland')}` } }, ['password A', 'password B']],
    ['a key', { sent: { 'X-API-Key': 'k1234567' } }, ['key A']],
    ['a cookie', { sent: { Cookie: 'sid=abcdef12' } }, ['cookie A']],
    ['a query', { url: 'https://a.example/?api_key=k1234567' }, ['key A']],
    ['a token’s answer', { body: { access_token: 'abcdefghij' } }, ['token A']],
    ['a placeholder', { sent: { Authorization: 'Bearer {{token}}' } }, []],
  ])('%s', (_, told, names) => {
    expect(pseudonymsOf(attemptOf(told)).list.map(({ name }) => name)).toEqual(names);
  });

  test('nothing is told of what can be guessed by trying', () => {
    const { list } = pseudonymsOf(
      attemptOf({ sent: { Authorization: `Basic ${btoa('a:a-long-password-of-mine')}` } }),
    );
    expect(list.every(({ fingerprint }) => fingerprint === undefined)).toBe(true);
  });
});

const token = fc.stringMatching(/^[A-Za-z0-9._~+/-]{8,40}$/);
const printable = fc.stringMatching(/^[!-~]{8,40}$/).filter((text) => !/[;,"\\{}<>$%]/.test(text));

/** The ways in which a server could write back what it was sent. */
const echoes = (secret: string): readonly string[] => [
  secret,
  base64OfBytes(utf8Bytes(secret)),
  base64UrlOfBytes(utf8Bytes(secret)),
  encodeURIComponent(secret),
  hex(utf8Bytes(secret)),
  hex(utf8Bytes(secret)).toUpperCase(),
];

/** An exchange that carries a secret, by kind of place. */
const carriers: Readonly<Record<string, (secret: string) => Told>> = {
  bearer: (secret) => ({ sent: { Authorization: `Bearer ${secret}` } }),
  'a bare value': (secret) => ({ sent: { Authorization: secret } }),
  key: (secret) => ({ sent: { 'X-API-Key': secret } }),
  cookie: (secret) => ({ sent: { Cookie: `theme=dark; session=${secret}` } }),
  'set cookie': (secret) => ({ received: { 'Set-Cookie': `session=${secret}; Path=/` } }),
  query: (secret) => ({ url: `https://api.example.com/me?api_key=${encodeURIComponent(secret)}` }),
  'redirect target': (secret) => ({
    status: 302,
    received: { Location: `https://b.example/?access_token=${encodeURIComponent(secret)}` },
  }),
  form: (secret) => ({
    url: 'https://id.example.com/token',
    posted: `grant_type=password&password=${encodeURIComponent(secret)}`,
  }),
  'answer of a token endpoint': (secret) => ({ body: { access_token: secret, token_type: 'Bearer' } }),
  basic: (secret) => ({ sent: { Authorization: `Basic ${base64OfByteString(`alice:${secret}`)}` } }),
};

const reportsOf = (told: readonly Told[]): readonly string[] => {
  const attempt = attemptOf(...told);
  const given = { attempt, diagnosis: diagnose(attempt), version: '1', nowMs: NOON * 1000 };
  return [markdownReport(given), harReport(given)];
};

describe('no secret of the attempt is in a report, in whatever way a server writes it back', () => {
  test.each(Object.entries(carriers))('%s', (name, carry) => {
    const texts =
      name === 'key' || name === 'form' || name === 'basic' || name === 'query' ? printable : token;
    fc.assert(
      fc.property(texts, (secret) => {
        const told = carry(secret);
        const echo: Told = {
          received: {
            'X-Echo': encodeURIComponent(secret),
            'WWW-Authenticate': 'Bearer error="invalid_token"',
          },
          body: `No such credential: ${echoes(secret).join(' | ')}`,
        };
        for (const text of reportsOf([told, echo])) {
          // A secret that is a word of the report itself proves nothing.
          for (const form of echoes(secret)) if (!isOrdinary(form)) expect(text).not.toContain(form);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const ordinary = reportsOf([{ sent: { Authorization: 'Bearer x' } }, {}]).join('\n');
const isOrdinary = (text: string): boolean => ordinary.includes(text);

test('a token inside a token’s answer and later in a field is one and the same', () => {
  const one = jwtOf({ sub: 'x' });
  const [text = ''] = reportsOf([
    { url: 'https://id.example.com/token', posted: 'grant_type=x', status: 200, body: { access_token: one } },
    { sent: { Authorization: `Bearer ${one}` } },
  ]);
  expect(text).toMatch(/token A \(fingerprint [0-9a-f]{4}\), the same in exchanges 1 and 2/);
  expect(text).toContain('"access_token":"‹token A›"');
  expect(text).toContain('> Authorization: Bearer ‹token A›');
});
