import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurlTranscript, looksLikeTranscript } from './curl-transcript.ts';
import { attemptSchema, type Exchange } from './exchange.ts';
import { readRawHttp, UNKNOWN_URL, type RawRead } from './raw-http.ts';

const exchangesOf = (read: RawRead): readonly Exchange[] => {
  if (!read.ok) throw new Error(read.message);
  return read.attempt.exchanges;
};

const raw = (text: string): readonly Exchange[] => exchangesOf(readRawHttp(text));
const transcript = (text: string): readonly Exchange[] => exchangesOf(readCurlTranscript(text));

describe('a raw request', () => {
  it.each<[string, string, object]>([
    [
      'CRLF',
      'GET /a?b HTTP/1.1\r\nHost: x.example\r\nA: 1\r\n\r\n',
      {
        method: 'GET',
        url: 'https://x.example/a?b',
        target: '/a?b',
        httpVersion: 'HTTP/1.1',
        fields: [
          { name: 'Host', value: 'x.example' },
          { name: 'A', value: '1' },
        ],
      },
    ],
    [
      'LF, own casing, duplicates',
      'get / HTTP/1.0\nhost: x.example\na: 1\nA:2',
      {
        method: 'get',
        httpVersion: 'HTTP/1.0',
        fields: [
          { name: 'host', value: 'x.example' },
          { name: 'a', value: '1' },
          { name: 'A', value: '2' },
        ],
      },
    ],
    [
      'a folded line',
      'GET / HTTP/1.1\nHost: x.example\nA: 1,\n   2',
      {
        fields: [
          { name: 'Host', value: 'x.example' },
          { name: 'A', value: '1, 2' },
        ],
      },
    ],
    ['no version', 'GET /me\nHost: x.example', { url: 'https://x.example/me', httpVersion: 'HTTP/1.1' }],
    [
      'absolute-form',
      'GET http://x.example/me HTTP/1.1\nHost: y.example',
      { url: 'http://x.example/me', target: 'http://x.example/me' },
    ],
    [
      'pseudo-fields',
      ':method: POST\n:authority: x.example\n:scheme: http\n:path: /p?q\naccept: */*',
      {
        method: 'POST',
        url: 'http://x.example/p?q',
        target: '/p?q',
        httpVersion: 'HTTP/2',
        fields: [{ name: 'accept', value: '*/*' }],
      },
    ],
    ['HTTP/2 in the request line', 'GET /a HTTP/2\nHost: x.example', { httpVersion: 'HTTP/2' }],
    [
      'development hosts without TLS',
      'GET / HTTP/1.1\nHost: localhost:8080',
      { url: 'http://localhost:8080/' },
    ],
    [
      'UTF-8 in a field',
      'GET / HTTP/1.1\nHost: x.example\nX: é',
      {
        fields: [
          { name: 'Host', value: 'x.example' },
          { name: 'X', value: '\u00c3\u00a9' },
        ],
      },
    ],
    [
      'a body',
      'POST / HTTP/1.1\nHost: x.example\n\n{"a":1}\n\n',
      { body: { kind: 'text', text: '{"a":1}', size: 7 } },
    ],
    [
      'a body that Content-Length counts',
      'POST / HTTP/1.1\nHost: x.example\nContent-Length: 4\n\na\nb\n',
      { body: { kind: 'text', text: 'a\nb\n', size: 4 } },
    ],
    ['text before the request', 'Here it is:\n\nGET / HTTP/1.1\nHost: x.example\n', { method: 'GET' }],
    [
      'an empty value',
      'GET / HTTP/1.1\nHost: x.example\nAuthorization:\n',
      {
        fields: [
          { name: 'Host', value: 'x.example' },
          { name: 'Authorization', value: '' },
        ],
      },
    ],
  ])('%s', (_, text, request) => {
    expect(raw(text)[0]?.request).toMatchObject(request);
  });

  it('names its host as unknown where none is given', () => {
    const read = readRawHttp('GET / HTTP/1.1\nAccept: */*\n');
    expect(read).toMatchObject({
      problems: ['The request names no host: add a Host line or an absolute address.'],
    });
    expect(exchangesOf(read)[0]?.request.url).toBe(UNKNOWN_URL);
  });

  it('reports a line that is no field', () => {
    expect(readRawHttp('GET / HTTP/1.1\nHost: x.example\nBearer abc\n')).toMatchObject({
      problems: ['The line “Bearer abc” is no header field and was left out.'],
    });
  });
});

describe('a raw answer', () => {
  it('alone leaves the request unseen', () => {
    const read = readRawHttp('HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="a"\r\n\r\nno');
    expect(read).toMatchObject({ ok: true, sawRequest: false, sawResponse: true });
    expect(exchangesOf(read)).toMatchObject([
      {
        request: { unseen: true, url: UNKNOWN_URL },
        outcome: {
          response: {
            status: 401,
            reason: 'Unauthorized',
            fields: [{ name: 'WWW-Authenticate', value: 'Basic realm="a"' }],
            body: { text: 'no' },
          },
        },
      },
    ]);
  });

  it.each([
    ['HTTP/2 401', 401, '', 'HTTP/2'],
    ['HTTP/1.1 407 Proxy Authentication Required', 407, 'Proxy Authentication Required', 'HTTP/1.1'],
    ['HTTP/3 200 ', 200, '', 'HTTP/3'],
  ])('%s', (line, status, reason, httpVersion) => {
    expect(raw(`${line}\nA: 1\n`)[0]?.outcome).toMatchObject({ response: { status, reason, httpVersion } });
  });

  it('follows what curl -iL prints, interim answers and the tunnel included', () => {
    const exchanges = raw(
      [
        'HTTP/1.1 200 Connection established',
        '',
        'HTTP/1.1 100 Continue',
        '',
        'HTTP/1.1 302 Found',
        'Location: https://b.example/y',
        'Content-Length: 4',
        '',
        'gone',
        'HTTP/1.1 401 Unauthorized',
        'Content-Length: 0',
        '',
        '',
      ].join('\r\n'),
    );
    expect(
      exchanges.map(({ request, outcome }) => [
        request.method,
        request.url,
        outcome.kind === 'answered' && outcome.response.status,
      ]),
    ).toEqual([
      ['CONNECT', UNKNOWN_URL, 200],
      ['GET', UNKNOWN_URL, 302],
      ['GET', 'https://b.example/y', 401],
    ]);
    expect(exchanges[1]?.outcome).toMatchObject({
      response: { interim: [{ status: 100 }], body: { text: 'gone' } },
    });
    expect(exchanges[2]?.redirect).toMatchObject({ status: 302 });
  });

  it.each([
    ['whole chunks', '4\r\nabcd\r\n0\r\n\r\n', 'abcd'],
    ['curl has removed them', 'abcd', 'abcd'],
    ['chunks cut short', '4\r\nab', '4\nab'],
  ])('chunked, %s', (_, body, text) => {
    expect(raw(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body}`)[0]?.outcome).toMatchObject({
      response: { body: { text } },
    });
  });

  it('pairs with the request before it', () => {
    const exchanges = raw('POST /t HTTP/1.1\nHost: x.example\n\na=1\n\nHTTP/1.1 401 No\nA: 1\n\nbody\n');
    expect(exchanges).toMatchObject([
      {
        request: { method: 'POST', body: { text: 'a=1' } },
        outcome: { response: { status: 401, body: { text: 'body' } } },
      },
    ]);
  });
});

const verbose = `$ curl -v -L -u alice:secret https://api.example.com/v1
*   Trying 192.0.2.1:443...
* Connected to api.example.com (192.0.2.1) port 443 (#0)
* ALPN: offers h2,http/1.1
* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384
> GET /v1 HTTP/1.1
> Host: api.example.com
> Authorization: Basic YWxpY2U6c2VjcmV0
> User-Agent: curl/8.5.0
> Accept: */*
>${' '}
* Mark bundle as not supporting multiuse
< HTTP/1.1 302 Found
< Location: http://other.example.com:8080/v1
< Content-Length: 5
<${' '}
{ [5 bytes data]
moved* Connection #0 to host api.example.com left intact
* Issue another request to this URL: 'http://other.example.com:8080/v1'
*   Trying 192.0.2.2:8080...
* Connected to other.example.com (192.0.2.2) port 8080 (#1)
> GET /v1 HTTP/1.1
> Host: other.example.com:8080
> User-Agent: curl/8.5.0
> Accept: */*
>${' '}
< HTTP/1.1 401 Unauthorized
< WWW-Authenticate: Basic realm="x"
<${' '}
<html>
< p>no</p>
* Connection #1 to host other.example.com left intact
`;

describe('what curl -v prints', () => {
  it('is told from other texts', () => {
    expect(looksLikeTranscript(verbose)).toBe(true);
    expect(looksLikeTranscript('curl: (6) Could not resolve host: x')).toBe(true);
    expect(looksLikeTranscript('> quoted mail\n> more')).toBe(false);
    expect(looksLikeTranscript('GET / HTTP/1.1\nHost: x')).toBe(false);
  });

  it.each([
    ['LF', verbose],
    ['CRLF', verbose.replaceAll('\n', '\r\n')],
    ['with --trace-time', verbose.replace(/^(?=[*<>{])/gm, '12:00:00.123456 ')],
  ])('is read hop by hop: %s', (_, text) => {
    const exchanges = transcript(text);
    expect(exchanges).toMatchObject([
      {
        request: {
          method: 'GET',
          url: 'https://api.example.com/v1',
          fields: [{ name: 'Host' }, { name: 'Authorization' }, { name: 'User-Agent' }, { name: 'Accept' }],
        },
        outcome: { response: { status: 302, body: { text: 'moved' } } },
        connection: { remoteAddress: '192.0.2.1', remotePort: 443 },
      },
      {
        request: { url: 'http://other.example.com:8080/v1' },
        outcome: { response: { status: 401, body: { text: '<html>\n< p>no</p>' } } },
        redirect: { status: 302, because: 'other-host', dropped: ['Authorization'] },
        connection: { remoteAddress: '192.0.2.2', remotePort: 8080 },
      },
    ]);
  });

  it('keeps the tunnel through a proxy as an exchange', () => {
    const exchanges = transcript(
      '* Connected to proxy (10.0.0.1) port 3128\n> CONNECT api.example.com:443 HTTP/1.1\n> Host: api.example.com:443\n> \n< HTTP/1.1 407 Proxy Authentication Required\n< Proxy-Authenticate: Basic realm="p"\n< \n* CONNECT tunnel failed, response 407\ncurl: (56) CONNECT tunnel failed, response 407\n',
    );
    expect(exchanges).toMatchObject([
      {
        purpose: 'connect',
        request: { method: 'CONNECT', target: 'api.example.com:443' },
        outcome: { response: { status: 407 } },
      },
    ]);
    expect(exchanges).toHaveLength(1);
  });

  it.each([
    ['curl: (6) Could not resolve host: nowhere.example', 'dns'],
    ["curl: (7) Failed to connect to 127.0.0.1 port 1 after 0 ms: Couldn't connect to server", 'refused'],
    ['curl: (60) SSL certificate problem: self-signed certificate', 'tls-certificate'],
    ['curl: (28) Operation timed out after 1000 milliseconds', 'timeout'],
    ['curl: (52) Empty reply from server', 'closed'],
  ])('%s', (line, code) => {
    expect(transcript(`> GET / HTTP/1.1\n> Host: x.example\n> \n${line}`)).toMatchObject([
      { outcome: { kind: 'failed', failure: { code } } },
    ]);
  });

  it('leaves the progress meter and an interim answer out of the body', () => {
    const text =
      '> PUT / HTTP/1.1\n> Host: x.example\n> Expect: 100-continue\n>\n< HTTP/1.1 100 Continue\n<\n} [5 bytes data]\n  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n100     5  100     5    0     0   1000      0 --:--:-- --:--:-- --:--:--  1000\n< HTTP/1.1 200 OK\n<\nfine\n';
    expect(transcript(text)).toMatchObject([
      { outcome: { response: { status: 200, interim: [{ status: 100 }], body: { text: 'fine' } } } },
    ]);
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    'GET / HTTP/1.1\n',
    'HTTP/1.1 401 No\r\n',
    '> ',
    '< ',
    '* ',
    ': ',
    '\n\n',
    'Host: x\n',
    ':path: /\n',
    'curl: (7) x\n',
  );
  it('nothing throws and the schema holds', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 12 }), (pieces) => {
        for (const read of [readRawHttp(pieces.join('')), readCurlTranscript(pieces.join(''))]) {
          if (read.ok) attemptSchema.parse(read.attempt);
          else expect(read.message).toMatch(/\.$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([[''], ['hello'], ['\n\n'], ['GET']])('%j holds no HTTP', (text) => {
    expect(readRawHttp(text)).toMatchObject({ ok: false });
  });
});
