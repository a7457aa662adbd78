import { describe, expect, test } from 'vitest';
import { base64OfByteString } from '../exchange/bytes.ts';
import type { Attempt, Field } from '../exchange/exchange.ts';
import { compareAttempts } from './compare.ts';
import { differingSpans } from './differing-spans.ts';

const url = (value: object) =>
  base64OfByteString(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const jwt = (claims: object) => `${url({ alg: 'HS256' })}.${url(claims)}.c2ln`;

const attempt = (status: number, sent: readonly Field[], received: readonly Field[], body = ''): Attempt => ({
  id: `${status}`,
  startedAtMs: 0,
  source: 'sent',
  exchanges: [
    {
      id: 'x',
      purpose: 'resource',
      request: {
        method: 'GET',
        url: 'https://a.example/me',
        target: '/me',
        httpVersion: 'HTTP/1.1',
        fields: [...sent],
        body: { kind: 'none' },
      },
      outcome: {
        kind: 'answered',
        response: {
          status,
          reason: status === 200 ? 'OK' : 'Unauthorized',
          httpVersion: 'HTTP/1.1',
          fields: [...received],
          body: { kind: 'text', text: body, size: body.length },
        },
      },
      timings: { startedAtMs: 0 },
    },
  ],
});

const left = attempt(
  401,
  [
    { name: 'Host', value: 'a.example' },
    { name: 'Authorization', value: `Bearer ${jwt({ sub: 'u', exp: 1787227203 })}` },
  ],
  [
    { name: 'Date', value: 'Thu, 20 Aug 2026 12:04:15 GMT' },
    { name: 'WWW-Authenticate', value: 'Bearer error="invalid_token"' },
  ],
  '{"error":"unauthorized"}',
);
const right = attempt(
  200,
  [
    { name: 'Host', value: 'a.example' },
    { name: 'Authorization', value: `Bearer ${jwt({ sub: 'u', exp: 1787231198 })}` },
  ],
  [
    { name: 'Date', value: 'Thu, 20 Aug 2026 12:06:38 GMT' },
    { name: 'ETag', value: '"u81"' },
  ],
  '{"id":"u"}',
);

const marked = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('two attempts', () => {
  const { sections } = compareAttempts(left, right);
  const rows = Object.fromEntries(sections.flatMap((s) => s.rows).map((r) => [r.name, r]));

  test('sections say how much differs', () => {
    expect(sections.map((s) => [s.title, s.note])).toEqual([
      ['Request', '1 of 2 fields differs'],
      ['Access token', '1 of 2 claims differs'],
      ['Response', '3 of 3 fields differ, and the status line and the body'],
    ]);
  });

  test.each([
    ['Host', false, [], []],
    ['exp', true, ['1787227203'], ['1787231198']],
    ['Date', true, ['12:04:15'], ['12:06:38']],
    ['Status line', true, ['401 Unauthorized'], ['200 OK']],
  ])('%s', (name, differs, before, after) => {
    const found = rows[name];
    expect(found?.differs).toBe(differs);
    expect(marked(found?.left.text ?? '', found?.left.marks ?? [])).toEqual(before);
    expect(marked(found?.right.text ?? '', found?.right.marks ?? [])).toEqual(after);
  });

  test('the status line is the wire’s', () => {
    expect(rows['Status line']?.left.text).toBe('HTTP/1.1 401 Unauthorized');
  });

  test('what is only on one side is absent on the other', () => {
    expect(rows['ETag']?.left).toEqual({ text: 'not present', marks: [], absent: true });
    expect(rows['WWW-Authenticate']?.right.absent).toBe(true);
  });

  test('times carry their clock, tokens never show', () => {
    expect(rows['exp']?.left.note).toBe('12:00:03');
    expect(JSON.stringify(sections)).not.toContain('eyJ');
  });

  test('an attempt against itself differs in nothing', () => {
    expect(compareAttempts(left, left).sections.flatMap((s) => s.rows.filter((r) => r.differs))).toEqual([]);
  });
});

test('equal masks over different secrets are marked whole', () => {
  const text = 'Basic ••••••••';
  expect(differingSpans({ text, key: 'a' }, { text, key: 'b' }).left).toEqual([{ start: 6, end: 14 }]);
});
