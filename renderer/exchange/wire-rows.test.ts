import { describe, expect, test } from 'vitest';
import type { Place } from '../../shared/diagnosis/diagnosis.ts';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import {
  bodyText,
  head,
  requestFields,
  sampleExchange,
  sampleResponse,
  token,
} from './sample.test-support.ts';
import type { WireRow } from './wire-row.ts';
import { wireRows } from './wire-rows.ts';

const text = (row: WireRow): string => {
  switch (row.kind) {
    case 'head':
      return `# ${row.title}: ${row.note}`;
    case 'line': {
      const value = row.segments.map((segment) => segment.text).join('');
      const status =
        row.status === undefined ? '' : `${row.status.before}${row.status.code}${row.status.after}`;
      return `${row.direction} ${row.name ?? ''}${row.colon ?? ''}${value}${status}`;
    }
    case 'absent':
      return `${row.direction} ${row.name}: (${row.words})`;
    case 'lens':
      return `lens ${row.lens.kind}: ${row.lens.rows.map(({ name }) => name).join(' ')}`;
    case 'note':
      return `note ${row.text}`;
    default:
      return row satisfies never;
  }
};

const rowsOf = (
  exchange: Exchange,
  places: readonly Place[] = [],
  more: { revealed?: boolean; imported?: boolean } = {},
) =>
  wireRows({
    exchange,
    evidence: places.map((place, index) => ({ index, place })),
    revealed: more.revealed ?? false,
    imported: more.imported ?? false,
  });

const field = (name: string, more: Partial<Extract<Place, { in: 'field' }>> = {}): Place => ({
  in: 'field',
  exchange: 0,
  side: 'request',
  name,
  ...more,
});

test('the sample, as it is drawn', () => {
  expect(rowsOf(sampleExchange()).map(text).slice(1)).toEqual([
    '> GET /v1/me HTTP/1.1',
    '> Host: api.acme.example',
    '> Authorization: Bearer ••••••••kQ',
    'lens JWT, RS256, key 2026-06: iss aud iat exp',
    '> Accept: application/json',
    '> User-Agent: why401/1.0',
    '# Response: first byte after 79\u00a0ms',
    '< HTTP/1.1 401 Unauthorized',
    '< Date: Thu, 20 Aug 2026 12:04:15 GMT',
    '< Content-Type: application/json',
    '< Content-Length: 55',
    '< WWW-Authenticate: Bearer realm="acme", error="invalid_token"',
    `< ${bodyText}`,
  ]);
});

test('without a mask on no secret is in any row', () => {
  const drawn = JSON.stringify(rowsOf(sampleExchange()));
  expect(drawn).not.toContain(token.slice(-12));
  expect(JSON.stringify(rowsOf(sampleExchange(), [], { revealed: true }))).toContain(token.slice(-12));
});

describe('evidence', () => {
  const numbered = (places: readonly Place[], exchange = sampleExchange()): readonly string[] =>
    rowsOf(exchange, places)
      .filter((row) => row.evidence.length > 0)
      .map((row) => `${row.evidence.join()} ${text(row)}`);

  test.each([
    ['a field', field('accept'), '0 > Accept: application/json'],
    ['a field that is not there', field('Cookie', { absent: true }), '0 > Cookie: (not sent)'],
    [
      'an answer field that is not there',
      field('WWW-Authenticate', { side: 'response', absent: true }),
      '0 < WWW-Authenticate: (not in the answer)',
    ],
    [
      'a claim stands in the lens',
      field('Authorization', { claim: 'exp', span: { start: 7, end: 7 + token.length } }),
      '0 lens JWT, RS256, key 2026-06: iss aud iat exp',
    ],
    [
      'a claim that the token lacks stays at the line',
      field('Authorization', { claim: 'nbf', span: { start: 7, end: 7 + token.length } }),
      '0 > Authorization: Bearer ••••••••kQ',
    ],
    ['the status', { in: 'status', exchange: 0 }, '0 < HTTP/1.1 401 Unauthorized'],
    ['the URL', { in: 'url', exchange: 0, span: { start: 24, end: 30 } }, '0 > GET /v1/me HTTP/1.1'],
    [
      'the body',
      { in: 'body', exchange: 0, side: 'response', span: { start: 10, end: 22 } },
      `0 < ${bodyText}`,
    ],
    ['the whole body', { in: 'body', exchange: 0, side: 'response' }, `0 < ${bodyText}`],
    ['the timing', { in: 'timing', exchange: 0 }, '0 # Response: first byte after 79\u00a0ms'],
  ] satisfies readonly (readonly [string, Place, string])[])('%s', (_, place, expected) => {
    expect(numbered([place])).toEqual([expected]);
  });

  test('marks the bytes it names', () => {
    const row = rowsOf(sampleExchange(), [
      field('WWW-Authenticate', { side: 'response', span: { start: 21, end: 42 } }),
    ]).find(({ evidence }) => evidence.length > 0);
    const marked = row?.kind === 'line' ? row.segments.filter(({ evidence }) => evidence.length > 0) : [];
    expect(marked.map((segment) => segment.text)).toEqual(['error="invalid_token"']);
  });

  test('the second of two fields of one name', () => {
    const fields = [...requestFields, { name: 'accept', value: 'text/html' }];
    const exchange = sampleExchange();
    const doubled = {
      ...exchange,
      request: { ...exchange.request, fields, rawHead: head('GET /v1/me HTTP/1.1', fields) },
    };
    expect(numbered([field('Accept', { nth: 1 })], doubled)).toEqual(['0 > accept: text/html']);
  });
});

describe('heads that are not plain', () => {
  const withHead = (rawHead: string, fields: { name: string; value: string }[]): readonly string[] =>
    rowsOf(sampleExchange({}, sampleResponse({ rawHead, fields, body: { kind: 'none' } })))
      .filter((row) => row.kind === 'line' && row.direction === '<')
      .map(text);

  test('a folded line continues its field', () => {
    expect(
      withHead('HTTP/1.1 200 OK\r\nX-A: one\r\n two\r\n\r\n', [{ name: 'X-A', value: 'one two' }]),
    ).toEqual(['< HTTP/1.1 200 OK', '< X-A: one', '<  two']);
  });

  test('no space after the colon stays so', () => {
    expect(withHead('HTTP/1.1 200 OK\r\nX-A:one\r\n\r\n', [{ name: 'X-A', value: 'one' }])[1]).toBe(
      '< X-A:one',
    );
  });

  test('a status line without a reason', () => {
    expect(withHead('HTTP/1.1 200\r\n\r\n', [])).toEqual(['< HTTP/1.1 200']);
  });
});

test('an imported exchange says that nobody watched the socket', () => {
  const exchange = sampleExchange();
  const { rawHead, ...request } = exchange.request;
  const rows = rowsOf({ ...exchange, request }, [], { imported: true }).map(text);
  expect(rawHead).toBeDefined();
  expect(rows[1]).toMatch(/^note As written/);
  expect(rows[2]).toBe('> GET /v1/me HTTP/1.1');
});

test('secrets of an answer that broke off, of trailers and of interim answers are masked', () => {
  const cookie = { name: 'Set-Cookie', value: 'sid=0123456789abcdef' };
  const broken = sampleExchange({
    outcome: {
      kind: 'failed',
      failure: {
        code: 'closed',
        message: '',
        detail: '',
        received: `HTTP/1.1 200 OK\r\nSet-Cookie: ${cookie.value}\r\n`,
      },
    },
  });
  const answered = sampleExchange(
    {},
    sampleResponse({
      trailers: [cookie],
      interim: [{ status: 103, reason: 'Early Hints', fields: [cookie] }],
    }),
  );
  for (const exchange of [broken, answered]) {
    expect(JSON.stringify(rowsOf(exchange))).not.toContain('0123456789');
    expect(JSON.stringify(rowsOf(exchange, [], { revealed: true }))).toContain('0123456789abcdef');
  }
});

test('no answer keeps the bytes that came', () => {
  const exchange = sampleExchange({
    outcome: {
      kind: 'failed',
      failure: {
        code: 'malformed-answer',
        message: 'It is not HTTP.',
        detail: '',
        received: 'SSH-2.0-x\r\n',
      },
    },
  });
  expect(rowsOf(exchange).map(text).slice(-3)).toEqual(['# No answer: It is not HTTP.', '< SSH-2.0-x', '< ']);
});

test('fields behind the request’s body stand behind it, with their reason', () => {
  const exchange = sampleExchange();
  const rows = rowsOf({
    ...exchange,
    request: {
      ...exchange.request,
      body: { kind: 'text', text: 'abc', size: 3 },
      trailers: [{ name: 'X-Sum', value: '7', origin: { from: 'typed', note: 'you: after the body' } }],
    },
  });
  const at = rows.findIndex((row) => text(row) === '> X-Sum: 7');
  expect(text(rows[at - 1] ?? { kind: 'note', text: '', evidence: [] })).toBe('> abc');
  expect(rows[at]).toMatchObject({ provenance: 'you: after the body', begins: true });
});
