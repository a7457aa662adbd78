import { describe, expect, it } from 'vitest';
import { utf8Bytes } from '../exchange/bytes.ts';
import type { BodyCoding } from '../schemes/scheme.ts';
import type { ProxyServer } from '../proxy/choice.ts';
import { exportCurl, type CurlSource } from './curl.ts';

const exported = (
  source: Partial<CurlSource>,
  secrets: 'masked' | 'included' = 'masked',
): ReturnType<typeof exportCurl> =>
  exportCurl(
    {
      method: 'GET',
      url: 'https://a.example/',
      fields: [
        { name: 'Accept', value: '*/*' },
        { name: 'User-Agent', value: 'x' },
      ],
      body: { kind: 'none' },
      settings: { followRedirects: false, maxRedirects: 10, timeoutMs: 60_000, verifyTls: true },
      ...source,
    },
    { secrets },
  );

describe('secrets', () => {
  const secret = 'hunter22hunter22';
  const body = { kind: 'bytes', bytes: utf8Bytes(`a=1&password=${secret}`) } as const;
  const proxy = {
    url: 'http://p.example:3128',
    username: 'me',
    password: secret,
    scheme: 'basic' as const,
  };
  const settings = { followRedirects: false, maxRedirects: 10, timeoutMs: 60_000, verifyTls: true };
  it.each<[string, Partial<CurlSource>]>([
    ['a token', { fields: [{ name: 'Authorization', value: `Bearer ${secret}` }] }],
    ['a key', { fields: [{ name: 'X-Api-Key', value: secret }] }],
    ['a cookie', { fields: [{ name: 'Cookie', value: `sid=${secret}` }] }],
    ['a query', { url: `https://a.example/?api_key=${secret}` }],
    ['a body', { method: 'POST', body }],
    ['a proxy', { settings: { ...settings, proxy } }],
    [
      'a part',
      {
        method: 'POST',
        body: { kind: 'pieces', pieces: [{ kind: 'bytes', bytes: utf8Bytes(secret) }] },
        parts: [{ name: 'password', on: true, value: secret }],
        fields: [
          {
            name: 'Content-Type',
            value: 'multipart/form-data; boundary=x',
            origin: { from: 'body', note: '' },
          },
        ],
      },
    ],
  ])('of %s is masked, and included when asked for', (_, source) => {
    const masked = exported(source);
    expect(masked.command).not.toContain('hunter');
    expect(masked.command).toContain('••••••••');
    expect(masked.notes[0]).toMatch(/masked/);
    expect(exported(source, 'included').command).toContain(secret);
    expect(exported(source, 'included').notes.join()).not.toMatch(/masked/);
  });

  it('leaves the user of -u readable', () => {
    const schemeWords = {
      words: [{ text: '-u' }, { text: `alice:${secret}`, secret: true }],
      notes: ['From the scheme.'],
    };
    const source = {
      ...emptySource(),
      fields: [{ name: 'Authorization', value: 'Basic x', origin: { from: 'auth', note: '' } }],
    } as CurlSource;
    const { command, notes } = exportCurl(source, { secrets: 'masked', schemeWords });
    expect(command).toContain("-u 'alice:••••••••'");
    expect(command).not.toContain('Basic');
    expect(notes).toContain('From the scheme.');
  });

  it.each([
    ['-u', `alice: ${secret}`, "-u 'alice:••••••••'"],
    ['-u', secret, "-u '••••••••'"],
    ['-H', `X-Amz-Security-Token: ${secret}`, "-H 'X-Amz-Security-Token:••••••••'"],
    ['--key', `a:${secret}`, "--key '••••••••'"],
  ])('masks what %s %s holds: %s', (option, text, shown) => {
    const schemeWords = { words: [{ text: option }, { text, secret: true }], notes: [] };
    expect(exportCurl(emptySource(), { secrets: 'masked', schemeWords }).command).toContain(shown);
  });

  it('says nothing of masks where nothing is secret', () => {
    expect(exported({})).toEqual({
      command: "curl https://a.example/ -H 'User-Agent: x'",
      notes: [],
    });
  });
});

const emptySource = (): CurlSource => ({
  method: 'GET',
  url: 'https://a.example/',
  fields: [],
  body: { kind: 'none' },
  settings: { followRedirects: false, maxRedirects: 10, timeoutMs: 0, verifyTls: true },
});

const proxyAt = (url: string): ProxyServer => ({ url, username: '', password: '', scheme: 'automatic' });

describe('settings', () => {
  const base = emptySource().settings;
  it.each<[string, CurlSource['settings'], RegExp]>([
    ['redirects', { ...base, followRedirects: true }, /-L .*--max-redirs 10/s],
    ['as many redirects as curl follows', { ...base, followRedirects: true, maxRedirects: 50 }, /-L$/],
    ['no check of certificates', { ...base, verifyTls: false }, /-k$/],
    ['an authority', { ...base, caFile: '/a b.pem' }, /--cacert '\/a b\.pem'$/],
    ['a proxy', { ...base, proxy: proxyAt('http://p:1') }, /-x http:\/\/p:1$/],
    [
      'a proxy that is answered with Digest',
      { ...base, proxy: { ...proxyAt('http://p:1'), username: 'me', scheme: 'digest' } },
      /-x http:\/\/p:1 .*-U me: .*--proxy-digest$/s,
    ],
    [
      'a SOCKS proxy',
      { ...base, proxy: { ...proxyAt('socks5h://p:1'), username: 'me', scheme: 'automatic' } },
      /-x socks5h:\/\/p:1 .*-U me:$/s,
    ],
    [
      'an HTTPS proxy whose certificate is not checked',
      { ...base, proxy: { ...proxyAt('https://p:1'), verifyTls: false } },
      /-x https:\/\/p:1 .*--proxy-insecure$/s,
    ],
    ['hosts without a proxy', { ...base, noProxy: '*' }, /--noproxy '\*'$/],
    [
      'the way to the server',
      {
        ...base,
        ipVersion: '4',
        resolve: ['a.example:443:127.0.0.1'],
        bindAddress: '10.0.0.7',
        connectTo: ['a.example:443:b.example:8443'],
        tlsMinimum: '1.2',
        tlsMaximum: '1.3',
      },
      /-4 .*--resolve a\.example:443:127\.0\.0\.1 .*--connect-to a\.example:443:b\.example:8443 .*--interface 10\.0\.0\.7 .*--tlsv1\.2 .*--tls-max 1\.3$/s,
    ],
    [
      'a client certificate',
      { ...base, clientCertificate: { certificateFile: 'a:b.p12', keyFile: 'a.key', passphrase: 'x y' } },
      /--cert 'a\\:b\.p12' .*--cert-type P12 .*--key a\.key .*--pass '••••••••'$/s,
    ],
    ['HTTP/1.1 by hand', { ...base, httpVersion: '1.1' }, /--http1\.1$/],
    ['HTTP/2 by hand', { ...base, httpVersion: '2' }, /--http2$/],
    ['a unix socket', { ...base, unixSocket: '/run/a b.sock' }, /--unix-socket '\/run\/a b\.sock'$/],
    ['a deadline', { ...base, timeoutMs: 1_500 }, /-m 1\.5$/],
  ])('%s', (_, settings, expected) => {
    expect(exported({ settings }).command).toMatch(expected);
  });

  it('masks the passphrase of a client certificate', () => {
    const settings = { ...base, clientCertificate: { certificateFile: 'a.pem', passphrase: 'hunter2' } };
    const { command } = exportCurl({ ...emptySource(), settings }, { secrets: 'masked' });
    expect(command).toContain('--cert a.pem');
    expect(command).not.toContain('hunter2');
  });

  it('says that curl cannot name another server in the handshake', () => {
    expect(exported({ settings: { ...base, serverName: 'b.example' } }).notes).toEqual([
      'curl cannot name another server in the TLS handshake: it will name the host, not b.example.',
    ]);
  });

  it('breaks a long command into lines, options and values together', () => {
    const fields = [
      { name: 'User-Agent', value: 'x'.repeat(60) },
      { name: 'X-B', value: 'y' },
    ];
    expect(exported({ fields, method: 'PUT' }).command.split(' \\\n  ')).toEqual([
      'curl -X PUT',
      'https://a.example/',
      `-H 'User-Agent: ${'x'.repeat(60)}'`,
      "-H 'X-B: y'",
      '-H Accept:',
    ]);
  });
});

it('says which fields curl cannot send behind a body', () => {
  const { command, notes } = exported({
    method: 'PUT',
    body: { kind: 'bytes', bytes: utf8Bytes('abc') },
    trailers: [{ name: 'X-Sum', value: '7' }],
  });
  expect(command).not.toContain('X-Sum: 7');
  expect(notes).toEqual(['curl sends no fields behind the body: X-Sum is left out.']);
});

describe('a body that is rewritten while it leaves', () => {
  const coding: BodyCoding = {
    begin: () => ({ take: (bytes) => bytes, end: () => utf8Bytes('!') }),
    xray: () => [],
  };
  const bytes = { kind: 'bytes', bytes: utf8Bytes('abc') } as const;
  const file = { kind: 'pieces', pieces: [{ kind: 'file', path: '/tmp/a' }] } as const;
  const base = { method: 'PUT', coding };
  it('is exported as it leaves', () => {
    const { command, notes } = exported({ ...base, body: bytes });
    expect(command).toContain("'abc!'");
    expect(notes).toEqual([]);
  });
  it('and said to be refused where it lies in a file', () => {
    expect(exported({ ...base, body: file }).notes.join()).toMatch(/cannot do with a file/);
  });
  it('is left to curl where curl signs by itself', () => {
    const source: CurlSource = {
      ...base,
      url: 'https://a.example/',
      fields: [],
      body: bytes,
      settings: { followRedirects: false, maxRedirects: 10, timeoutMs: 60_000, verifyTls: true },
    };
    const schemeWords = { words: [{ text: '--aws-sigv4' }, { text: 'aws:amz' }], notes: [] };
    expect(exportCurl(source, { secrets: 'included', schemeWords }).command).toContain(' abc');
  });
});
