import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attemptSchema, responseOf, type Attempt, type Exchange } from './exchange.ts';
import { attemptToHar, readHar } from './har.ts';
import { isRecord } from './json.ts';
import { scoreboard } from './scoreboard.test-support.ts';
import { shelved, shelvedFolder } from './vectors.test-support.ts';

const creator = { name: 'why401', version: '1.0.0' };

const entry = (
  request: object,
  response: object = { status: 200, headers: [] },
  more: object = {},
): object => ({
  startedDateTime: '2026-01-02T03:04:05.000Z',
  request: { method: 'GET', url: 'https://api.example/v1', headers: [], ...request },
  response,
  ...more,
});

const har = (...entries: readonly object[]): object => ({ log: { version: '1.2', entries } });

const exchangesOf = (value: unknown): readonly Exchange[] => {
  const read = readHar(value);
  if (!read.ok) throw new Error(read.message);
  return read.attempt.exchanges;
};

const only = (...entries: readonly object[]): Exchange => {
  const [exchange] = exchangesOf(har(...entries));
  if (exchange === undefined) throw new Error('no exchange');
  return exchange;
};

describe('a HAR as tools write it', () => {
  it.each<[string, object, unknown]>([
    ['a list of pairs', { headers: [{ name: 'Accept', value: '*/*' }] }, [{ name: 'Accept', value: '*/*' }]],
    ['a map', { headers: { Accept: '*/*' } }, [{ name: 'Accept', value: '*/*' }]],
    [
      'a number as value',
      { headers: [{ name: 'Content-Length', value: 3 }] },
      [{ name: 'Content-Length', value: '3' }],
    ],
    [
      'duplicates in order',
      {
        headers: [
          { name: 'a', value: '1' },
          { name: 'A', value: '2' },
        ],
      },
      [
        { name: 'a', value: '1' },
        { name: 'A', value: '2' },
      ],
    ],
    ['no headers at all', { headers: undefined }, []],
    [
      'pseudo-fields are left out',
      {
        headers: [
          { name: ':authority', value: 'a' },
          { name: 'x', value: '1' },
        ],
      },
      [{ name: 'x', value: '1' }],
    ],
    ['Latin-1 stays bytes', { headers: [{ name: 'x', value: 'é' }] }, [{ name: 'x', value: '\u00e9' }]],
    [
      'beyond Latin-1 becomes UTF-8',
      { headers: [{ name: 'x', value: '€' }] },
      [{ name: 'x', value: '\u00e2\u0082\u00ac' }],
    ],
  ])('request headers: %s', (_, request, fields) => {
    expect(only(entry(request)).request.fields).toEqual(fields);
  });

  it('splits response fields that a browser joined', () => {
    const response = {
      status: 401,
      headers: [{ name: 'WWW-Authenticate', value: 'Basic realm="a"\nBearer' }],
    };
    expect(only(entry({}, response)).outcome).toMatchObject({
      response: {
        fields: [
          { name: 'WWW-Authenticate', value: 'Basic realm="a"' },
          { name: 'WWW-Authenticate', value: 'Bearer' },
        ],
      },
    });
  });

  it.each([
    ['http/1.1', 'HTTP/1.1'],
    ['HTTP/1.0', 'HTTP/1.0'],
    ['h2', 'HTTP/2'],
    ['HTTP/2.0', 'HTTP/2'],
    ['http/2+quic/46', 'HTTP/2'],
    ['h3', 'HTTP/3'],
    ['unknown', 'HTTP/1.1'],
  ])('reads the version %s as %s', (httpVersion, expected) => {
    expect(only(entry({ httpVersion })).request.httpVersion).toBe(expected);
  });

  it.each([
    ['https://a.example/x?q=1#frag', 'https://a.example/x?q=1', '/x?q=1'],
    ['https://a.example', 'https://a.example', '/'],
    ['https://a.example?q', 'https://a.example?q', '/?q'],
    ['a.example', 'http://a.example', '/'],
    ['//a.example/x', 'http://a.example/x', '/x'],
    ['a.example:8080/x', 'http://a.example:8080/x', '/x'],
  ])('the address %s', (url, expected, target) => {
    expect(only(entry({ url })).request).toMatchObject({ url: expected, target });
  });

  it.each([
    '',
    'data:text/plain,x',
    'blob:https://a/1',
    'chrome-extension://abc/x.js',
    'http://',
    'about:blank',
  ])('leaves out an entry without an HTTP address: %s', (url) => {
    const read = readHar(har(entry({ url }), entry({})));
    expect(read).toMatchObject({ ok: true, problems: ['Entry 1 was left out: it has no HTTP address.'] });
    expect(read.ok && read.attempt.exchanges).toHaveLength(1);
  });

  it.each<[string, object, unknown]>([
    [
      'text',
      { mimeType: 'application/json', text: '{"a":"é"}' },
      { kind: 'text', text: '{"a":"é"}', size: 10 },
    ],
    ['Base64 text', { text: 'aGk=', encoding: 'base64' }, { kind: 'text', text: 'hi', size: 2 }],
    ['Base64 bytes', { text: '/wA=', encoding: 'base64' }, { kind: 'bytes', base64: '/wA=', size: 2 }],
    [
      'decoded params',
      { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'a b', value: '1&2' }] },
      { kind: 'text', text: 'a+b=1%262', size: 9 },
    ],
    [
      'encoded params',
      { params: [{ name: 'a', value: '1%262' }] },
      { kind: 'text', text: 'a=1%262', size: 7 },
    ],
    ['nothing', {}, { kind: 'none' }],
  ])('a posted body: %s', (_, postData, body) => {
    expect(only(entry({ method: 'POST', postData })).request.body).toEqual(body);
  });

  it('keeps the answer’s sizes and says when its Base64 is none', () => {
    const response = {
      status: 200,
      bodySize: 20,
      content: { size: 50, text: 'not*base64', encoding: 'base64' },
    };
    const read = readHar(har(entry({}, response)));
    expect(read).toMatchObject({
      ok: true,
      problems: ['The response body of entry 1 says it is Base64 but is not.'],
    });
    expect(only(entry({}, response)).outcome).toMatchObject({
      response: { encodedSize: 20, decodedSize: 50 },
    });
  });

  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_CONNECTION_REFUSED', 'refused'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls-certificate'],
    ['net::ERR_BAD_SSL_CLIENT_AUTH_CERT', 'tls'],
    ['error:1409445C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required', 'tls'],
    ['SSL certificate problem: self-signed certificate', 'tls-certificate'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_ABORTED', 'cancelled'],
    ['net::ERR_EMPTY_RESPONSE', 'closed'],
    ['', 'other'],
  ])('status 0 with %j is a failure of code %s', (error, code) => {
    expect(only(entry({}, { status: 0, _error: error })).outcome).toMatchObject({
      kind: 'failed',
      failure: { code },
    });
  });

  it.each<[unknown, number]>([
    ['2026-01-02T03:04:05.678Z', 1767323045678],
    ['2026-01-02T03:04:05.678+02:00', 1767315845678],
    ['2026-01-02T03:04:05.678', 1767323045678],
    [1767323045678, 1767323045678],
    ['yesterday', 0],
    [undefined, 0],
  ])('startedDateTime %j', (startedDateTime, expected) => {
    expect(only(entry({}, undefined, { startedDateTime })).timings.startedAtMs).toBe(expected);
  });

  it('turns durations into instants', () => {
    const timings = { blocked: 1, dns: 2, connect: 10, ssl: 6, send: 1, wait: 20, receive: 5 };
    expect(only(entry({}, undefined, { timings, time: 39 })).timings).toEqual({
      startedAtMs: 1767323045000,
      dnsMs: 3,
      connectMs: 7,
      tlsMs: 13,
      requestSentMs: 14,
      firstByteMs: 34,
      endMs: 39,
    });
  });
});

describe('what a request was for', () => {
  it.each([
    [
      'a form with a grant',
      { method: 'POST', postData: { text: 'grant_type=client_credentials&scope=a' } },
      'token',
    ],
    ['JSON with a grant', { method: 'POST', postData: { text: '{"grant_type":"password"}' } }, 'token'],
    ['a form that only mentions it', { method: 'POST', postData: { text: 'my_grant_type=x' } }, 'resource'],
    ['a GET', { url: 'https://a.example/?grant_type=x' }, 'resource'],
    ['a preflight', { method: 'OPTIONS' }, 'resource'],
    ['discovery', { url: 'https://a.example/.well-known/openid-configuration' }, 'discovery'],
    ['a tunnel', { method: 'CONNECT' }, 'connect'],
  ])('%s', (_, request, purpose) => {
    expect(only(entry(request)).purpose).toBe(purpose);
  });
});

describe('redirects', () => {
  const to = (location: string, status = 302): object => ({
    status,
    headers: [{ name: 'Location', value: location }],
  });
  const bearer = {
    headers: [
      { name: 'Host', value: 'x' },
      { name: 'Authorization', value: 'Bearer t' },
    ],
  };

  it.each<[string, string, object, unknown]>([
    ['https://b.example/y', 'https://b.example/y', {}, { because: 'other-host', dropped: ['Authorization'] }],
    [
      'http://api.example/y',
      'http://api.example/y',
      {},
      { because: 'other-scheme', dropped: ['Authorization'] },
    ],
    [
      'https://api.example:444/y',
      'https://api.example:444/y',
      {},
      { because: 'other-port', dropped: ['Authorization'] },
    ],
    ['/y#frag', 'https://api.example/y', bearer, { because: 'same-origin', dropped: [] }],
  ])('Location %s', (location, url, second, note) => {
    const [, follower] = exchangesOf(har(entry(bearer, to(location)), entry({ url, ...second })));
    expect(follower?.redirect).toMatchObject({
      status: 302,
      from: 'https://api.example/v1',
      to: url,
      ...(note as object),
    });
  });

  it('notes a changed method', () => {
    const [, follower] = exchangesOf(
      har(entry({ method: 'POST' }, to('/y', 303)), entry({ url: 'https://api.example/y' })),
    );
    expect(follower?.redirect).toMatchObject({ because: 'method-changed', methodChanged: true });
  });

  it.each([
    ['another address follows', to('/y'), 'https://api.example/z'],
    [
      'the answer is no redirect',
      { status: 201, headers: [{ name: 'Location', value: '/y' }] },
      'https://api.example/y',
    ],
    ['there is no Location', { status: 302, headers: [] }, 'https://api.example/y'],
  ])('is silent where %s', (_, response, url) => {
    expect(exchangesOf(har(entry({}, response), entry({ url })))[1]?.redirect).toBeUndefined();
  });

  it('finds the follow-up behind another request and a preflight', () => {
    const exchanges = exchangesOf(
      har(
        entry(bearer, to('/y')),
        entry({ url: 'https://cdn.example/logo.png' }),
        entry({ method: 'OPTIONS', url: 'https://api.example/y' }),
        entry({ url: 'https://api.example/y' }),
      ),
    );
    expect(exchanges.map((exchange) => exchange.redirect !== undefined)).toEqual([false, false, false, true]);
  });
});

describe('what is no HAR', () => {
  it.each<[string, unknown]>([
    ['not JSON', '{'],
    ['a list', []],
    ['null', null],
    ['an object without entries', { log: {} }],
    ['entries that are no list', { log: { entries: {} } }],
    ['no entries', har()],
    ['entries without addresses', har({}, { request: null })],
  ])('%s is refused with a sentence', (_, value) => {
    const read = readHar(value);
    expect(read).toMatchObject({ ok: false });
    expect(!read.ok && read.message).toMatch(/\.$/);
  });

  it('never throws, and what it reads fits the schema', () => {
    const part = fc.option(fc.anything(), { nil: undefined });
    const made = fc.record({
      startedDateTime: part,
      request: fc.record({ method: part, url: fc.oneof(part, fc.webUrl()), headers: part, postData: part }),
      response: fc.record({ status: fc.oneof(part, fc.integer()), headers: part, content: part }),
      timings: part,
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 3 }), (entries) => {
        const read = readHar({ log: { entries } });
        if (read.ok) attemptSchema.parse(read.attempt);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the last entries of a file that has too many', () => {
    const many = Array.from({ length: 5_001 }, (_, at) => entry({ url: `https://a.example/${at}` }));
    const read = readHar(har(...many));
    expect(read).toMatchObject({ ok: true, problems: ['Only the last 5000 of 5001 entries were read.'] });
    expect(read.ok && read.attempt.exchanges[0]?.request.url).toBe('https://a.example/1');
  });
});

describe('there and back', () => {
  it('reads what it wrote', () => {
    const read = readHar(
      har(
        entry(
          {
            method: 'POST',
            headers: [{ name: 'x', value: '\u00ff' }],
            postData: { mimeType: 'text/plain', text: 'é' },
            url: 'https://a.example/?b=1',
          },
          {
            status: 401,
            statusText: 'Unauthorized',
            httpVersion: 'h2',
            headers: [{ name: 'Content-Type', value: 'x/y' }],
            content: { size: 2, text: '/wA=', encoding: 'base64' },
            bodySize: 2,
          },
          {
            timings: { dns: 2, connect: 10, ssl: 6, send: 1, wait: 20, receive: 5 },
            time: 38,
            serverIPAddress: '::1',
          },
        ),
        entry(
          {},
          { status: 0, comment: 'ECONNREFUSED' },
          { timings: { send: 1, wait: 2, receive: 0 }, time: 3 },
        ),
      ),
    );
    if (!read.ok) throw new Error(read.message);
    const again = readHar(JSON.stringify(attemptToHar(read.attempt, creator)));
    expect(again).toEqual({ ...read, problems: [] });
  });

  it('keeps the fields behind both bodies', () => {
    const sum = { name: 'X-Sum', value: 'h\u00e9' };
    const read = readHar(
      har(entry({ method: 'PUT', _trailers: [sum] }, { status: 200, _trailers: [sum, sum] })),
    );
    if (!read.ok) throw new Error(read.message);
    const sums = (attempt: Attempt) =>
      attempt.exchanges.flatMap((exchange) => [exchange.request.trailers, responseOf(exchange)?.trailers]);
    expect(sums(read.attempt)).toEqual([[sum], [sum, sum]]);
    const again = readHar(JSON.stringify(attemptToHar(read.attempt, creator)));
    expect(again.ok && sums(again.attempt)).toEqual([[sum], [sum, sum]]);
  });
});

const vectors = shelved('vectors/har.json');

const scores = scoreboard();

describe.skipIf(vectors === undefined)('conformance: har.json', () => {
  const list =
    isRecord(vectors) && Array.isArray(vectors['vectors']) ? vectors['vectors'].filter(isRecord) : [];
  scores.count('har.json', list.length);
  it.each(list.map((vector) => [String(vector['id']), vector] as const))('%s', (_, vector) => {
    const text = typeof vector['text'] === 'string' ? vector['text'] : atobUtf8(String(vector['base64']));
    const read = readHar(text);
    const expected = isRecord(vector['expect']) ? vector['expect'] : {};
    const wanted = (Array.isArray(expected['entries']) ? expected['entries'].filter(isRecord) : []).filter(
      (one) => one['url'] !== '',
    );
    if (expected['json'] === false) expect(read.ok).toBe(false);
    if (wanted.length === 0) return;
    if (!read.ok) throw new Error(read.message);
    const got = read.attempt.exchanges.map(({ request, outcome }) => ({
      method: request.method,
      url: request.url.replace(/^http:\/\/(?=mockbin\.com$)/, ''),
      status: outcome.kind === 'answered' ? outcome.response.status : 0,
    }));
    expect(got).toEqual(
      wanted.map((one) => ({ ...one, url: String(one['url']).split('#')[0], status: one['status'] ?? 0 })),
    );
  });
});

const atobUtf8 = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');

const cases = shelvedFolder('diagnosis/cases');

describe.skipIf(cases === undefined)('every recorded case', () => {
  it('is read whole, and survives being written', () => {
    const files = readdirSync(cases ?? '').filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const read = readHar(readFileSync(join(cases ?? '', name), 'utf8'));
      if (!read.ok) throw new Error(`${name}: ${read.message}`);
      expect([name, read.problems]).toEqual([name, []]);
      expect([name, readHar(attemptToHar(read.attempt, creator))]).toEqual([name, { ...read, problems: [] }]);
    }
  });
});
