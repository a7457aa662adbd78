import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jwtOf } from '../diagnosis/attempt.test-support.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { SentRequest } from '../exchange/exchange.ts';
import { redactExchange } from '../exchange/redact.ts';
import { draftOfRequest } from '../import/draft-of-exchange.ts';
import { attemptOf, opaque } from '../diagnosis/attempt.test-support.ts';
import { differencesOf } from './differences.ts';
import { requestOfDraft, requestOfPaste } from './request-of.ts';

const sent = (text: string): SentRequest => {
  const read = requestOfPaste(text, () => 'pasted');
  if (!read.ok) throw new Error(read.message);
  return read.request;
};

const compared = (mine: string, theirs: string) => differencesOf(sent(mine), sent(theirs));
const named = (mine: string, theirs: string) => compared(mine, theirs).map(({ id }) => id);

describe('what differs, by its meaning', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['nothing', 'curl https://a.example/x', 'curl https://a.example/x', []],
    ['the method', 'curl https://a.example/', 'curl -X PUT https://a.example/', ['method']],
    ['the host', 'curl https://a.example/', 'curl https://b.example/', ['origin']],
    ['http', 'curl http://a.example/', 'curl https://a.example/', ['origin']],
    ['a slash', 'curl https://a.example/v1', 'curl https://a.example/v1/', ['path']],
    [
      'a parameter',
      'curl "https://a.example/?a=1&b=2"',
      'curl "https://a.example/?b=2&a=3"',
      ['parameter a'],
    ],
    [
      'parameters in another order',
      'curl "https://a.example/?a=1&b=2"',
      'curl "https://a.example/?b=2&a=1"',
      [],
    ],
    [
      'cookies by name',
      'curl -H "Cookie: a=1; b=2" https://a.example/',
      'curl -H "Cookie: b=2; c=3" https://a.example/',
      ['cookie c', 'cookie a'],
    ],
    [
      'a scheme',
      'curl -H "Authorization: Token abc123" https://a.example/',
      'curl -H "Authorization: Bearer abc123" https://a.example/',
      ['authorization'],
    ],
    [
      'members of JSON',
      `curl -d '{"a":1,"b":2}' -H 'Content-Type: application/json' https://a.example/`,
      `curl -d '{"b":2,"a":5}' -H 'Content-Type: application/json' https://a.example/`,
      ['member a'],
    ],
    ['a form', 'curl -d "a=1&b=2" https://a.example/', 'curl -d "b=3&a=1" https://a.example/', ['member b']],
    [
      'case and order',
      'curl -H "X-One: 1" -H "X-Two: 2" https://a.example/',
      'curl -H "x-two: 2" -H "X-One: 1" https://a.example/',
      ['spelling'],
    ],
  ])('%s', (_, mine, theirs, ids) => expect(named(mine, theirs)).toEqual(ids));
});

describe('secrets', () => {
  const token = (tail: string): string => `${'x'.repeat(40)}${tail}`;
  const differences = compared(
    `curl -H "Authorization: Bearer ${token('one')}" -H "X-Api-Key: ${token('two')}" -H "Cookie: sid=${token('three')}" -d "password=hunter22" https://a.example/`,
    `curl -H "Authorization: Bearer ${token('four')}" -H "X-Api-Key: ${token('five')}" -H "Cookie: sid=${token('six')}" -d "password=hunter33" https://a.example/`,
  );
  test('are masked on both sides', () => {
    const shown = JSON.stringify(differences);
    expect(differences).toHaveLength(4);
    for (const secret of ['one', 'two', 'three', 'four', 'five', 'six'].map(token))
      expect(shown).not.toContain(secret);
    expect(shown).not.toContain('hunter');
  });
  test('are told apart by a fingerprint, but for what people think up', () => {
    const prints = new Map(
      differences.map(({ id, mine, theirs }) => [id, [mine?.fingerprint, theirs?.fingerprint]]),
    );
    for (const id of ['authorization', 'field x-api-key', 'cookie sid']) {
      const [left, right] = prints.get(id) ?? [];
      expect(left).toMatch(/^[0-9a-f]{4}$/);
      expect(left).not.toBe(right);
    }
    expect(prints.get('member password')).toEqual([undefined, undefined]);
  });
});

test('a secret that is masked is compared by its mask and never taken over', () => {
  const exchange = attemptOf({ sent: { ...opaque, Cookie: 'sid=abcdef1234567890', 'X-One': 'a' } })
    .exchanges[0];
  if (exchange === undefined) throw new Error('there is no exchange');
  const { request } = redactExchange(exchange);
  expect(differencesOf(redactExchange(exchange).request, request)).toEqual([]);
  const differing = differencesOf(exchange.request, request);
  expect(differing.map(({ id }) => id).toSorted()).toEqual(['authorization', 'cookie sid']);
  for (const one of differing) expect(one.apply).toBeUndefined();
});

test('two tokens are compared claim by claim', () => {
  const [first] = compared(
    `curl -H "Authorization: Bearer ${jwtOf({ aud: 'a', scope: 'read' })}" https://a.example/`,
    `curl -H "Authorization: Bearer ${jwtOf({ aud: 'b', scope: 'read' })}" https://a.example/`,
  );
  expect(first?.details).toEqual([{ name: 'aud', mine: 'a', theirs: 'b' }]);
});

test('what matters for the diagnosis comes first', () => {
  const mine = sent('curl -H "Authorization: Bearer abcdef" -A one https://a.example/v1');
  const theirs = sent('curl -H "Authorization: Bearer fedcba" -A two https://a.example/v1/');
  const usual = differencesOf(mine, theirs).map(({ id }) => id);
  expect(usual.indexOf('authorization')).toBeLessThan(usual.indexOf('field user-agent'));
  const expired = diagnose(
    attemptOf({ sent: opaque, status: 404, body: { message: 'no Route matched with those values' } }),
  );
  const matters = differencesOf(mine, theirs, expired).find(({ id }) => id === 'path')?.matters ?? 0;
  expect(matters).toBeGreaterThanOrEqual(
    differencesOf(mine, theirs).find(({ id }) => id === 'path')?.matters ?? 1,
  );
});

const name = fc.constantFrom('X-One', 'x-two', 'Accept', 'User-Agent', 'X-Api-Key', 'Origin');
const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const anyRequest: fc.Arbitrary<SentRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT'),
    host: fc.constantFrom('a.example', 'b.example'),
    path: fc.constantFrom('/', '/v1', '/v1/', '/v2/me'),
    params: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), word), { maxLength: 3 }),
    fields: fc.dictionary(name, word, { maxKeys: 4 }),
    cookies: fc.dictionary(fc.constantFrom('sid', 'seen', 'theme'), word, { maxKeys: 3 }),
    authorization: fc.option(fc.tuple(fc.constantFrom('Bearer', 'Token', 'Basic'), word)),
    body: fc.option(fc.dictionary(fc.constantFrom('a', 'b', 'c'), word, { maxKeys: 3 })),
  })
  .map(({ method, host, path, params, fields, cookies, authorization, body }) => {
    const query = params.map((pair) => pair.join('=')).join('&');
    const text = body === null || method === 'GET' ? '' : JSON.stringify(body);
    const cookie = Object.entries(cookies).map((pair) => pair.join('='));
    const url = `https://${host}${path}${query === '' ? '' : `?${query}`}`;
    return {
      method,
      url,
      target: url,
      httpVersion: 'HTTP/1.1',
      fields: [
        ...Object.entries(fields).map(([key, value]) => ({ name: key, value })),
        ...(cookie.length === 0 ? [] : [{ name: 'Cookie', value: cookie.join('; ') }]),
        ...(authorization === null ? [] : [{ name: 'Authorization', value: authorization.join(' ') }]),
      ],
      body: text === '' ? { kind: 'none' as const } : { kind: 'text' as const, text, size: text.length },
    };
  });

describe('any two requests', () => {
  test('none differs from itself', () => {
    fc.assert(
      fc.property(anyRequest, (one) => {
        expect(differencesOf(one, one)).toEqual([]);
      }),
    );
  });
  test('what differs is the same from either side', () => {
    fc.assert(
      fc.property(anyRequest, anyRequest, (a, b) => {
        const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).toSorted();
        expect(ids(differencesOf(a, b))).toEqual(ids(differencesOf(b, a)));
      }),
    );
  });
  test('once all is taken over nothing differs but how it is written', () => {
    fc.assert(
      fc.property(anyRequest, anyRequest, (mine, theirs) => {
        const taken = differencesOf(mine, theirs).reduce(
          (draft, one) => one.apply?.(draft) ?? draft,
          draftOfRequest(mine, 'draft'),
        );
        const after = requestOfDraft(taken);
        if (!after.ok) throw new Error(after.message);
        const left = differencesOf(after.request, theirs).filter(({ kind }) => kind !== 'spelling');
        expect(left.map(({ id }) => id)).toEqual([]);
      }),
    );
  });
});

test.each(['', 'Bearer abc', 'no request at all', '{"log":{}}'])('no request to compare with: %s', (text) => {
  expect(requestOfPaste(text, () => 'x')).toMatchObject({ ok: false });
});
