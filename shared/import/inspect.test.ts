import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect } from './inspect.ts';

describe('every kind of text', () => {
  test.each([
    [
      'WWW-Authenticate: Basic realm="a, b", Negotiate',
      {
        kind: 'challenges',
        challenges: [
          { scheme: 'basic', params: { realm: 'a, b' } },
          { scheme: 'negotiate', params: {} },
        ],
        problems: [],
      },
    ],
    [
      'Basic YWxpY2U6d29uZGVybGFuZA==',
      {
        kind: 'credentials',
        scheme: 'basic',
        basic: { user: 'alice', password: 'wonderland', charset: 'utf-8' },
        problems: [],
      },
    ],
    ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.', { kind: 'jwt', header: { alg: 'none' }, claims: { sub: 'a' } }],
    ['https://a.example/x?b=1', { kind: 'url', url: 'https://a.example/x?b=1', params: [['b', '1']] }],
    [
      `curl -u 'al:p' -d 'a=1' -H 'X-Y: z' https://a.example/x`,
      {
        kind: 'request',
        method: 'POST',
        url: 'https://a.example/x',
        headers: [
          ['X-Y', 'z'],
          ['Content-Type', 'application/x-www-form-urlencoded'],
        ],
        body: 'a=1',
        auth: { scheme: 'basic', username: 'al', password: 'p', charset: 'utf-8' },
      },
    ],
    [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\n\nno',
      { kind: 'response', status: 401, reason: 'Unauthorized', body: 'no' },
    ],
    ['what is this', { kind: 'unknown' }],
  ])('%s', (text, expected) => {
    expect(inspect(text)).toMatchObject(expected);
  });

  test('a fault in a challenge has its offset', () => {
    expect(inspect('WWW-Authenticate: Basic realm="a')).toMatchObject({ problems: [{ at: 12 }] });
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void inspect(text)));
  });
});
