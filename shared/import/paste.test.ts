import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { draftSchema } from '../workspace/draft.ts';
import { pasteForms, type Pasted } from './importer.ts';
import { importers } from './importers.ts';
import { readPaste } from './paste.ts';

let count = 0;
const newId = (): string => `id-${(count += 1)}`;
const paste = (text: string): Pasted => readPaste(text, newId);

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln';
const har = JSON.stringify({
  log: {
    entries: [
      {
        request: {
          method: 'GET',
          url: 'https://a.example/x',
          headers: [{ name: 'Authorization', value: 'Bearer x' }],
        },
        response: { status: 401, headers: [] },
      },
      {
        request: { method: 'GET', url: 'https://a.example/logo.png', headers: [] },
        response: { status: 200, headers: [] },
      },
    ],
  },
});

describe('what a pasted text is', () => {
  it.each<[string, string, object]>([
    [
      'curl',
      'curl https://a.example/x?y=1',
      {
        kind: 'request',
        from: 'curl',
        draft: { url: 'https://a.example/x', params: [{ name: 'y', value: '1', on: true }] },
      },
    ],
    ['curl after a prompt', '$ curl https://a.example', { kind: 'request', from: 'curl' }],
    ['curl after a named prompt', 'me@box:~/x$ curl https://a.example', { kind: 'request', from: 'curl' }],
    [
      'curl with sudo and a variable',
      'X=1 sudo /usr/bin/curl https://a.example',
      { kind: 'request', from: 'curl' },
    ],
    [
      'curl for cmd.exe',
      'curl ^"https://a.example/^" ^\r\n  -H ^"A: b c^"',
      { kind: 'request', from: 'curl', draft: { fields: [{ name: 'A', value: 'b c' }] } },
    ],
    [
      'curl for PowerShell',
      'curl.exe "https://a.example/" `\n  -H "A: `"b`""',
      { kind: 'request', from: 'curl', draft: { fields: [{ name: 'A', value: '"b"' }] } },
    ],
    [
      'several commands',
      'curl https://a.example\ncurl https://b.example',
      { kind: 'request', further: [{ url: 'https://b.example' }] },
    ],
    [
      'fetch()',
      'fetch("https://a.example/x", {"method": "POST", "body": "{}"});',
      { kind: 'request', from: 'fetch', draft: { method: 'POST' } },
    ],
    [
      'an address',
      'https://a.example/x#y',
      { kind: 'request', from: 'url', draft: { url: 'https://a.example/x' } },
    ],
    [
      'an address with a method',
      'DELETE https://a.example/x',
      { kind: 'request', from: 'url', draft: { method: 'DELETE' } },
    ],
    ['an address without a scheme', 'api.example.com/v1?x', { kind: 'request', from: 'url' }],
    ['a local address', 'localhost:8080/x', { kind: 'request', from: 'url' }],
    [
      'a raw request',
      'GET /x HTTP/1.1\nHost: a.example\nAuthorization: Bearer Bearer x',
      {
        kind: 'request',
        from: 'raw-http',
        draft: {
          url: 'https://a.example/x',
          fields: [{ name: 'Authorization', value: 'Bearer Bearer x' }],
          fieldsOff: ['user-agent', 'accept', 'accept-encoding'],
        },
      },
    ],
    [
      'a raw answer',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic\n',
      { kind: 'attempt', from: 'raw-http' },
    ],
    [
      'a request with its answer',
      'GET /x HTTP/1.1\nHost: a.example\n\nHTTP/1.1 401 No\n',
      { kind: 'attempt', from: 'raw-http', draft: { url: 'https://a.example/x' } },
    ],
    [
      'a transcript',
      '> GET /x HTTP/1.1\n> Host: a.example\n>\n< HTTP/1.1 401 No\n<\n',
      { kind: 'attempt', from: 'transcript', draft: { method: 'GET' } },
    ],
    [
      'a transcript after its command',
      '$ curl -v https://a.example\n> GET / HTTP/1.1\n> Host: a.example\n>\n< HTTP/1.1 401 No\n<\n',
      { kind: 'attempt', from: 'transcript' },
    ],
    ['a HAR', har, { kind: 'attempt', from: 'har', draft: { url: 'https://a.example/x' } }],
    ['a HAR with a byte order mark', `\ufeff${har}`, { kind: 'attempt', from: 'har' }],
    ['a case file', `{"id":"x","har":${har}}`, { kind: 'attempt', from: 'har' }],
    ['a JWT', jwt, { kind: 'jwt', token: jwt }],
    ['a JWT in quotes', `"${jwt}"`, { kind: 'jwt', token: jwt }],
    ['a JWT broken over lines', `${jwt.slice(0, 20)}\n${jwt.slice(20)}`, { kind: 'jwt', token: jwt }],
    [
      'a challenge line',
      'WWW-Authenticate: Bearer realm="a", error="invalid_token"',
      { kind: 'challenges', values: ['Bearer realm="a", error="invalid_token"'], proxy: false },
    ],
    [
      'two challenge lines',
      'www-authenticate: Negotiate\nwww-authenticate: NTLM',
      { kind: 'challenges', values: ['Negotiate', 'NTLM'] },
    ],
    [
      'a challenge as curl shows it',
      '< proxy-authenticate: Basic realm="p"',
      { kind: 'challenges', proxy: true },
    ],
    ['a challenge value', 'Digest realm="a", nonce="b", qop="auth"', { kind: 'challenges' }],
    ['a scheme alone', 'Negotiate', { kind: 'challenges' }],
    [
      'Basic credentials',
      'Basic dXNlcjpwYXNz',
      { kind: 'credentials', value: 'Basic dXNlcjpwYXNz', proxy: false },
    ],
    [
      'an Authorization line',
      'Authorization: Bearer Bearer x',
      { kind: 'credentials', value: 'Bearer Bearer x' },
    ],
    [
      'an Authorization line of a transcript',
      '> Proxy-Authorization: Basic dXNlcjpwYXNz',
      { kind: 'credentials', value: 'Basic dXNlcjpwYXNz', proxy: true },
    ],
    [
      'Digest credentials',
      'Digest username="a", realm="b", nonce="c", uri="/", response="d"',
      { kind: 'credentials' },
    ],
    ['a Bearer token', `Bearer ${jwt}`, { kind: 'credentials', value: `Bearer ${jwt}` }],
    [
      'the Base64 of a user and password',
      'dXNlcjpwYXNz',
      { kind: 'credentials', value: 'Basic dXNlcjpwYXNz' },
    ],
  ])('%s', (_, text, expected) => {
    expect(paste(text)).toMatchObject(expected);
  });

  it.each([
    ['nothing', '  \n'],
    ['a sentence', 'It does not work, please help.'],
    ['one word', 'password'],
    ['other JSON', '{"error":"invalid_token"}'],
    ['markup', '<html><body>401</body></html>'],
    ['a mail', '> I said so\n> twice'],
    ['a shell command that is not curl', 'wget https://a.example'],
    ['a curl command with an open quote', "curl 'https://a.example"],
    ['curl without an address', 'curl -X POST'],
    ['a fetch() with a variable', 'fetch(url, {method: "POST"})'],
    ['a broken HAR', '{"log": {"entries": ['],
    ['too much', 'x'.repeat(25_000_001)],
  ])('%s is unknown, and says why', (_, text) => {
    const pasted = paste(text);
    expect(pasted.kind).toBe('unknown');
    expect(pasted.kind === 'unknown' && pasted.why).toMatch(/\.$/);
  });

  it('never throws, and what it makes is a draft', () => {
    const piece = fc.constantFrom(
      'curl ',
      'fetch("',
      'https://a.example',
      "'",
      '"',
      '\\',
      '\n',
      'HTTP/1.1 401 x\n',
      'GET / HTTP/1.1\n',
      '-H ',
      '-d ',
      '-F a=@b',
      ': ',
      'Basic ',
      '{"log":{"entries":[',
      jwt,
      '^',
      '`',
      '$(',
      '{',
      '(',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 12 }), (pieces) => {
        const pasted = paste(pieces.join(''));
        if (pasted.kind === 'request') draftSchema.parse(pasted.draft);
        if (pasted.kind === 'attempt' && pasted.draft !== undefined) draftSchema.parse(pasted.draft);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads a text at the limit', () => {
    expect(paste(`curl https://a.example -d '${'x'.repeat(24_000_000)}'`).kind).toBe('request');
  });
});

describe('the registry', () => {
  it('has every importer file, every form once', () => {
    const files = readdirSync(fileURLToPath(new URL('.', import.meta.url))).filter((name) =>
      /^from-[a-z-]*\.ts$/.test(name),
    );
    expect(importers).toHaveLength(files.length);
    expect(importers.map(({ form }) => `from-${form}.ts`).toSorted()).toEqual(files.toSorted());
    expect(importers.map(({ form }) => form).toSorted()).toEqual([...pasteForms].toSorted());
  });
});
