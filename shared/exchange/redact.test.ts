import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt, Xray } from './exchange.ts';
import { bodySpans, maskField, maskSecret, maskText, maskUrl, redactAttempt } from './redact.ts';

describe('fields', () => {
  test.each([
    ['Authorization', 'Bearer abcdefghijklmnkQ', 'Bearer ••••••••kQ'],
    ['authorization', 'Basic YWxpY2U6d29uZGVybGFuZA==', 'Basic ••••••••'],
    ['Authorization', 'Bearer Bearer abcdefghijklmnkQ', 'Bearer Bearer ••••••••kQ'],
    ['Authorization', 'abcdefghijklmnkQ', '••••••••kQ'],
    ['Authorization', 'Bearer {{token}}', 'Bearer {{token}}'],
    ['Authorization', 'Bearer undefined', 'Bearer undefined'],
    ['Authorization', 'Bearer', 'Bearer'],
    [
      'Authorization',
      'Digest username="alice", realm="r", response="0123456789abcdef"',
      'Digest username="alice", realm="r", response="••••••••ef"',
    ],
    [
      'X-WSSE',
      'UsernameToken Username="a", PasswordDigest="abc=", Nonce="n"',
      'UsernameToken Username="a", PasswordDigest="••••••••", Nonce="n"',
    ],
    ['Proxy-Authorization', 'Basic YTpi', 'Basic ••••••••'],
    ['Cookie', 'sid=0123456789abcd; theme=dark', 'sid=••••••••cd; theme=••••••••'],
    ['Set-Cookie', 'sid=0123456789abcd; Path=/; HttpOnly', 'sid=••••••••cd; Path=/; HttpOnly'],
    ['X-API-Key', 'zoo-key-12345', '••••••••45'],
    ['PRIVATE-TOKEN', 'glpat-abcdefgh12', '••••••••12'],
    ['X-Assertion', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl', '••••••••Jl'],
    ['Referer', 'https://h/?t=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln&a=1', 'https://h/?t=••••••••ln&a=1'],
    [':path', '/cb?code=s3cr3t&state=1', '/cb?code=••••••••&state=1'],
    ['Location', 'https://a.example/cb?code=s3cr3t&state=1', 'https://a.example/cb?code=••••••••&state=1'],
  ])('%s: %s', (name, value, expected) => {
    expect(maskField({ name, value })).toBe(expected);
  });

  test.each([
    'Accept',
    'Content-Type',
    'WWW-Authenticate',
    'Access-Control-Allow-Headers',
    'Date',
    'ETag',
    'Host',
    'Sec-WebSocket-Key',
    'User-Agent',
    'X-Request-Id',
  ])('%s is shown', (name) => {
    expect(maskField({ name, value: 'value-that-stays-visible' })).toBe('value-that-stays-visible');
  });
});

test.each([
  [
    'https://alice:wonder@a.example/x?api_key=k1&q=2',
    'https://alice:••••••••@a.example/x?api_key=••••••••&q=2',
  ],
  ['https://a.example/x?token={{token}}', 'https://a.example/x?token={{token}}'],
  ['https://a.example/#access_token=abc', 'https://a.example/#access_token=••••••••'],
  ['/plain?page=2', '/plain?page=2'],
])('address %s', (url, expected) => expect(maskUrl(url)).toBe(expected));

test.each([
  ['{"access_token":"abcdefghijklmn","expires_in":300}', '{"access_token":"••••••••mn","expires_in":300}'],
  [
    'grant_type=refresh_token&refresh_token=abcdefghijklmn',
    'grant_type=refresh_token&refresh_token=••••••••mn',
  ],
  ['{"error":"invalid_token","code":"E42"}', '{"error":"invalid_token","code":"E42"}'],
  [
    '<wsse:Username>kim</wsse:Username><wsse:Password Type="PasswordText">abcdefghijklmn</wsse:Password>',
    '<wsse:Username>kim</wsse:Username><wsse:Password Type="PasswordText">••••••••mn</wsse:Password>',
  ],
  [
    '<Credentials><SecretAccessKey>abcdefghijklmn</SecretAccessKey></Credentials>',
    '<Credentials><SecretAccessKey>••••••••mn</SecretAccessKey></Credentials>',
  ],
  [
    '<Error><Code>NoSuchKey</Code><Key>a.txt</Key></Error>',
    '<Error><Code>NoSuchKey</Code><Key>a.txt</Key></Error>',
  ],
  ['see eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.abc for it', 'see ••••••••bc for it'],
])('body %s', (text, expected) => expect(maskText(text)).toBe(expected));

test('the number of dots says nothing of the length', () => {
  fc.assert(fc.property(fc.string(), (secret) => maskSecret(secret, false) === '••••••••'));
});

test('no span leaves its text', () => {
  fc.assert(
    fc.property(fc.string(), (text) =>
      bodySpans(text).every(({ start, end }) => start >= 0 && end <= text.length),
    ),
  );
});

test('a redacted attempt holds none of its secrets anywhere', () => {
  const secret = 'S3cretS3cretS3cretZZ';
  const attempt: Attempt = {
    id: '1',
    startedAtMs: 0,
    source: 'sent',
    exchanges: [
      {
        id: 'e',
        purpose: 'token',
        request: {
          method: 'POST',
          url: `https://u:${secret}@a.example/?access_token=${secret}`,
          target: `/?access_token=${secret}`,
          httpVersion: 'HTTP/1.1',
          fields: [{ name: 'Authorization', value: `Bearer ${secret}` }],
          rawHead: `POST /?access_token=${secret} HTTP/1.1\r\nAuthorization:Bearer ${secret}\r\nX-Api-Key: ${secret}\r\n\r\n`,
          body: { kind: 'text', text: `client_secret=${secret}`, size: 34 },
          trailers: [{ name: 'X-Api-Key', value: secret }],
        },
        outcome: {
          kind: 'answered',
          response: {
            status: 200,
            reason: 'OK',
            httpVersion: 'HTTP/1.1',
            fields: [{ name: 'Set-Cookie', value: `sid=${secret}; Path=/` }],
            rawHead: `HTTP/1.1 200 OK\r\nSet-Cookie: sid=${secret}; Path=/\r\n\r\n`,
            trailers: [{ name: 'X-Auth-Token', value: secret }],
            body: { kind: 'text', text: `{"refresh_token" : "${secret}"}`, size: 40 },
          },
        },
        timings: { startedAtMs: 0 },
        redirect: {
          status: 302,
          from: `https://a.example/?token=${secret}`,
          to: 'https://b.example/',
          dropped: [],
          because: 'other-host',
          methodChanged: false,
        },
      },
    ],
  };
  expect(JSON.stringify(redactAttempt(attempt))).not.toContain(secret);
});

test('what was made of the password is masked in the X-ray as it is in its field, and what is said stays', () => {
  const made = '8ca523f5e9506fed4657c9700eebdbec';
  const said = 'As expected: the server knows the password too.';
  const xray: Xray = {
    scheme: 'Digest MD5',
    parts: [
      { kind: 'canonical', label: 'A2', text: 'GET:/' },
      { kind: 'result', label: 'response', text: made },
      { kind: 'result', label: 'rspauth', text: said },
      { kind: 'result', label: 'key', text: '••••••••', masked: true },
    ],
  };
  const request = {
    method: 'GET',
    url: 'https://a.example/',
    target: '/',
    httpVersion: 'HTTP/1.1',
    fields: [],
    body: { kind: 'none' as const },
    xray,
  };
  const attempt: Attempt = {
    id: 'a',
    startedAtMs: 0,
    source: 'sent',
    exchanges: [
      {
        id: 'e',
        purpose: 'resource',
        request,
        outcome: { kind: 'failed', failure: { code: 'refused', message: '', detail: '' } },
        timings: { startedAtMs: 0 },
      },
    ],
  };
  expect(redactAttempt(attempt).exchanges[0]?.request.xray?.parts.map(({ text }) => text)).toEqual([
    'GET:/',
    '••••••••ec',
    said,
    '••••••••',
  ]);
});
