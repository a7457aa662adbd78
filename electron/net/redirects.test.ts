import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Field, ReceivedResponse, SentField } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';
import { nextHop, type NextHop } from './redirects.ts';

const redirect = (status: number, location?: string, more: readonly Field[] = []): ReceivedResponse => ({
  status,
  reason: '',
  httpVersion: 'HTTP/1.1',
  fields: [...(location === undefined ? [] : [{ name: 'location', value: location }]), ...more],
  body: { kind: 'none' },
});

const request = (given: Partial<OutgoingRequest> & { readonly url: string }): OutgoingRequest => ({
  method: 'GET',
  fields: [],
  body: { kind: 'none' },
  ...given,
});

const hop = (
  given: Partial<OutgoingRequest> & { readonly url: string },
  response: ReceivedResponse,
  trustedOrigins: readonly string[] = [],
): NextHop => {
  const next = nextHop(request(given), response, { trustedOrigins });
  if (next === undefined) throw new Error('It is not followed.');
  return next;
};

test.each([
  ['200 with a Location', redirect(200, '/b')],
  ['201', redirect(201, '/b')],
  ['300, which leaves the choice to a person', redirect(300, '/b')],
  ['304', redirect(304, '/b')],
  ['401', redirect(401, '/b')],
  ['302 without a Location', redirect(302)],
  ['a Location that is no URL', redirect(302, 'http://[')],
  ['another scheme', redirect(302, 'ftp://a.example/')],
  ['an app', redirect(302, 'myapp://callback?code=1')],
  ['a script', redirect(302, 'javascript:alert(1)')],
])('%s is not followed', (_name, response) => {
  expect(nextHop(request({ url: 'http://a.example/' }), response, { trustedOrigins: [] })).toBeUndefined();
});

test.each([
  ['a path', '/b?c', 'http://a.example:8080/b?c'],
  ['a sibling', 'b', 'http://a.example:8080/x/b'],
  ['a parent', '../b', 'http://a.example:8080/b'],
  ['dots within a path', '/a/./b/../c', 'http://a.example:8080/a/c'],
  ['a query alone', '?c=d', 'http://a.example:8080/x/y?c=d'],
  ['nothing', '', 'http://a.example:8080/x/y?z'],
  ['another host without a scheme', '//b.example/c', 'http://b.example/c'],
  ['the whole', 'https://b.example/c', 'https://b.example/c'],
  ['no path', 'https://b.example', 'https://b.example/'],
  ['a query without a path', 'https://b.example?c', 'https://b.example/?c'],
  ['a default port', 'https://b.example:443/c', 'https://b.example/c'],
  ['a fragment', '/b#c', 'http://a.example:8080/b'],
  ['user and password', 'http://eve:x@b.example/c', 'http://b.example/c'],
  ['characters that a signature covers', "/b?sig='a|{b}'", "http://a.example:8080/b?sig='a|{b}'"],
  ['escapes as written', '/%7e%2f', 'http://a.example:8080/%7e%2f'],
  ['spaces', '/a b', 'http://a.example:8080/a%20b'],
  ['UTF-8', Buffer.from('/ü').toString('latin1'), 'http://a.example:8080/%C3%BC'],
  ['backslashes', '\\\\b.example\\c', 'http://b.example/c'],
])('resolves %s', (_name, location, expected) => {
  const next = hop({ url: 'http://a.example:8080/x/y?z' }, redirect(302, location));
  expect(next.request.url).toBe(expected);
  expect(next.note).toMatchObject({ status: 302, from: 'http://a.example:8080/x/y?z', to: expected });
});

const typed = (name: string, value = 'v'): SentField => ({
  name,
  value,
  origin: { from: 'typed', note: 'you' },
});

const everything: readonly SentField[] = [
  { name: 'hOst', value: 'a.example', origin: { from: 'url', note: '' } },
  typed('Accept'),
  typed('authorization'),
  typed('Cookie'),
  typed('Proxy-Authorization'),
  typed('X-API-Key'),
  { name: 'X-Own', value: 'v', origin: { from: 'auth', note: 'profile Acme' } },
  typed('X-Request-Id'),
  typed('X-API-Key', 'w'),
];

const namesOf = ({ request: { fields } }: NextHop): readonly string[] => fields.map(({ name }) => name);
const everyName = everything.map(({ name }) => name);

describe('credentials', () => {
  test.each<[string, string, string, NextHop['note']['because']]>([
    ['another path', 'https://a.example/x', 'https://a.example/y', 'same-origin'],
    ['the same port, once in words', 'https://a.example:443/x', 'https://a.example/y', 'same-origin'],
  ])('stay on %s', (_name, url, to, because) => {
    const next = hop({ url, fields: everything }, redirect(302, to));
    expect(namesOf(next)).toEqual(everyName);
    expect(next.note).toMatchObject({ dropped: [], because, methodChanged: false });
    // A Host that was typed for this origin stays as it was typed.
    expect(next.request.fields[0]).toEqual(everything[0]);
  });

  test.each<[string, string, string, NextHop['note']['because'], string]>([
    ['another host', 'https://a.example/x', 'https://b.example/y', 'other-host', 'b.example'],
    ['a subdomain', 'https://a.example/x', 'https://www.a.example/y', 'other-host', 'www.a.example'],
    ['another port', 'https://a.example/x', 'https://a.example:8443/y', 'other-port', 'a.example:8443'],
    ['http', 'https://a.example/x', 'http://a.example/y', 'other-scheme', 'a.example'],
    ['https', 'http://a.example/x', 'https://a.example/y', 'other-scheme', 'a.example'],
    ['localhost from 127.0.0.1', 'http://127.0.0.1:1/x', 'http://localhost:1/y', 'other-host', 'localhost:1'],
  ])('do not follow to %s', (_name, url, to, because, host) => {
    const next = hop({ url, fields: everything }, redirect(302, to));
    expect(namesOf(next)).toEqual(['hOst', 'Accept', 'X-Request-Id']);
    expect(next.note).toMatchObject({
      dropped: ['authorization', 'Cookie', 'Proxy-Authorization', 'X-API-Key', 'X-Own'],
      because,
    });
    expect(next.request.fields[0]).toMatchObject({ name: 'hOst', value: host, origin: { from: 'redirect' } });
  });

  test.each([
    ['as it is written', ['https://b.example']],
    ['with its default port', ['https://b.example:443']],
    ['with a path', ['nonsense', 'https://b.example/x']],
  ])('follow to a trusted origin %s', (_name, trusted) => {
    const next = hop(
      { url: 'https://a.example/x', fields: everything },
      redirect(307, 'https://b.example/'),
      trusted,
    );
    expect(namesOf(next)).toEqual(everyName);
    expect(next.note).toMatchObject({ dropped: [], because: 'other-host' });
  });

  test.each([
    ['its other scheme', 'http://b.example/'],
    ['its other port', 'https://b.example:444/'],
    ['its subdomain', 'https://c.b.example/'],
    ['a longer name', 'https://b.example.org/'],
  ])('do not follow to %s', (_name, to) => {
    const next = hop({ url: 'https://a.example/x', fields: everything }, redirect(302, to), [
      'https://b.example',
    ]);
    expect(next.note.dropped).not.toEqual([]);
  });

  test('no Host is made up where there was none', () => {
    expect(
      namesOf(
        hop({ url: 'http://a.example/', fields: [typed('Accept')] }, redirect(302, 'http://b.example/')),
      ),
    ).toEqual(['Accept']);
  });
});

const bodyFields: readonly SentField[] = [
  typed('Accept'),
  { name: 'Content-Type', value: 'text/plain', origin: { from: 'body', note: '' } },
  typed('content-length', '2'),
  typed('Expect', '100-continue'),
  typed('Transfer-Encoding', 'chunked'),
];

test.each<[number, string, string, boolean]>([
  [301, 'POST', 'GET', false],
  [302, 'POST', 'GET', false],
  [301, 'PUT', 'PUT', true],
  [302, 'DELETE', 'DELETE', true],
  [302, 'post', 'post', true],
  [303, 'POST', 'GET', false],
  [303, 'PUT', 'GET', false],
  [303, 'HEAD', 'HEAD', true],
  [303, 'GET', 'GET', true],
  [307, 'POST', 'POST', true],
  [308, 'POST', 'POST', true],
])('%i makes %s a %s; body kept: %s', (status, method, expected, kept) => {
  const body = { kind: 'bytes', bytes: Buffer.from('hi') } as const;
  const next = hop({ url: 'http://a.example/', method, fields: bodyFields, body }, redirect(status, '/b'));
  expect(next.request.method).toBe(expected);
  expect(next.request.body.kind).toBe(kept ? 'bytes' : 'none');
  expect(namesOf(next)).toEqual(kept ? bodyFields.map(({ name }) => name) : ['Accept']);
  expect(next.note).toMatchObject({
    methodChanged: !kept,
    because: kept ? 'same-origin' : 'method-changed',
    // The body's fields are gone with the body; they are no credentials.
    dropped: [],
  });
});

const vectorFile = new URL('../../../shared/vectors/redirects.json', import.meta.url);

interface Vector {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly status: number;
  readonly method: string;
  readonly hasBody: boolean;
  readonly option?: string;
  readonly expect: {
    readonly authorization: string;
    readonly cookieHeader?: string;
    readonly newMethod?: string;
    readonly bodyKept?: boolean;
  };
}

/** The policy is the one of the Fetch standard; these rows state others. */
const leftOut: Readonly<Record<string, string>> = {
  'curl-899': 'curl takes user and password out of a Location; we send no credentials that a server writes',
  'requests-upgrade-1':
    'requests keeps credentials from http to https; for us that is another origin, named and trusted in one click',
  'requests-upgrade-2': 'as requests-upgrade-1',
  'requests-upgrade-3': 'as requests-upgrade-1',
};

const vectors = (): readonly Vector[] => {
  const parsed = parseJson(readFileSync(vectorFile, 'utf8'));
  return isRecord(parsed) && Array.isArray(parsed['vectors']) ? (parsed['vectors'] as Vector[]) : [];
};

if (!existsSync(vectorFile))
  console.log('skipped: the redirect vectors, since ../shared/vectors is not there.');

describe.runIf(existsSync(vectorFile))('vectors', () => {
  const all = existsSync(vectorFile) ? vectors() : [];
  test('those left out exist, and the others are many', () => {
    const ids = all.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(leftOut)));
    expect(all.length - Object.keys(leftOut).length).toBeGreaterThanOrEqual(36);
  });
  test.each(all.filter(({ id }) => !(id in leftOut)).map((vector) => [vector.id, vector] as const))(
    '%s',
    (_id, row) => {
      const fields = [typed('Authorization', 'Basic YQ=='), typed('Cookie', 'a=b')];
      const trusted = row.option === '--location-trusted' ? [new URL(row.to).origin] : [];
      const next = hop(
        {
          url: row.from,
          method: row.method,
          fields,
          body: row.hasBody ? { kind: 'bytes', bytes: Buffer.from('x') } : { kind: 'none' },
        },
        redirect(row.status, row.to),
        trusted,
      );
      const kept = (name: string): string =>
        valueOf(next.request.fields, name) === undefined ? 'drop' : 'keep';
      expect(kept('Authorization')).toBe(row.expect.authorization);
      if (row.expect.cookieHeader !== undefined) expect(kept('Cookie')).toBe(row.expect.cookieHeader);
      if (row.expect.newMethod !== undefined) expect(next.request.method).toBe(row.expect.newMethod);
      if (row.expect.bodyKept !== undefined && row.hasBody) {
        expect(next.request.body.kind === 'bytes').toBe(row.expect.bodyKept);
      }
    },
  );
});

test('what is signed for one address alone stays behind within the origin too, and is told', () => {
  const auth: SentField = { name: 'Authorization', value: 'Digest x', origin: { from: 'auth', note: '' } };
  const cookie: SentField = { name: 'Cookie', value: 'a=b' };
  const given = { url: 'http://a.example/a', fields: [auth, cookie], signed: true as const };
  const { request: next, note } = hop(given, redirect(302, '/b'));
  expect(next.fields).toEqual([cookie]);
  expect(note).toMatchObject({ dropped: ['Authorization'], because: 'same-origin' });
  expect(hop({ url: given.url, fields: given.fields }, redirect(302, '/b')).request.fields).toEqual(
    given.fields,
  );
});

test.each<[string, number, string, readonly string[] | undefined]>([
  ['to the same server', 307, 'http://a.example/b', ['X-Sum', 'X-Api-Key']],
  ['to another one, without credentials', 308, 'http://b.example/b', ['X-Sum']],
  ['not where the body is left behind', 303, 'http://a.example/b', undefined],
])('trailers go along %s', (_, status, to, names) => {
  const trailers = ['X-Sum', 'X-Api-Key'].map((name) => ({ name, value: '1234567890' }));
  const { request: next } = hop({ url: 'http://a.example/', method: 'PUT', trailers }, redirect(status, to));
  expect(next.trailers?.map(({ name }) => name)).toEqual(names);
});
