import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../shared/workspace/draft.ts';
import type { AttemptRecord } from '../state/state.ts';
import { comparedWith, switchable } from './attempt-choice.ts';
import { cookiesOf } from './cookie-rows.ts';
import { exchangeLabel, initialExchange, tabsOf } from './exchange-tabs.ts';
import { sampleAttempt, sampleExchange, sampleResponse } from './sample.test-support.ts';
import { pillOf, pillOfAttempt, toneOfStatus } from './status-tone.ts';
import { certificateFacts, connectionFacts } from './tls-facts.ts';
import { wireText } from './wire-text.ts';

const record = (id: string, of?: string): AttemptRecord => ({
  attempt: sampleAttempt(undefined, { id }),
  draft: undefined,
  diagnosis: { exchange: 0, failed: true, findings: [], ruledOut: [] },
  remedy:
    of === undefined ? undefined : { id: 'retry', label: 'Send again', of, undo: { draft: emptyDraft('d') } },
});

const attempts = [record('a'), record('b'), record('c', 'a'), record('d'), record('e'), record('f')];

test('the switcher offers the latest and those that are shown', () => {
  const numbers = (shown: Parameters<typeof switchable>[1]) =>
    switchable(attempts, shown).map(({ number }) => number);
  expect(numbers({ kind: 'attempt', id: 'f' })).toEqual([3, 4, 5, 6]);
  expect(numbers({ kind: 'attempt', id: 'a' })).toEqual([1, 3, 4, 5, 6]);
});

test.each([
  ['what the remedy mended', 'c', { left: 'a', right: 'c' }],
  ['the one before', 'd', { left: 'c', right: 'd' }],
  ['the first with the next', 'a', { left: 'a', right: 'b' }],
  ['one that is gone', 'z', undefined],
])('compares with %s', (_, id, expected) => {
  expect(comparedWith(attempts, { kind: 'attempt', id })).toEqual(expected);
});

test('a lone attempt has nothing to be compared with', () => {
  expect(comparedWith([record('a')], { kind: 'attempt', id: 'a' })).toBeUndefined();
});

test.each([
  [200, 'accepted'],
  [204, 'accepted'],
  [302, 'neutral'],
  [101, 'neutral'],
  [401, 'refused'],
  [403, 'refused'],
  [407, 'refused'],
  [404, 'warned'],
  [429, 'warned'],
  [503, 'warned'],
])('the tone of %d', (status, tone) => expect(toneOfStatus(status)).toBe(tone));

test('what stands where no status is', () => {
  const failed = (code: 'cancelled' | 'dns') =>
    sampleExchange({ outcome: { kind: 'failed', failure: { code, message: '', detail: '' } } });
  expect(pillOf(failed('cancelled'))).toEqual({ text: 'cancelled', tone: 'neutral' });
  expect(pillOf(failed('dns'))).toEqual({ text: 'no answer', tone: 'warned' });
  expect(pillOfAttempt(sampleAttempt([]))).toEqual({ text: 'not sent', tone: 'neutral' });
});

describe('tabs', () => {
  const ids = (attempt = sampleAttempt()) =>
    tabsOf(attempt, attempt.exchanges[0] ?? sampleExchange()).map(({ id }) => id);

  test('hops only where a redirect was followed', () => {
    expect(ids()).not.toContain('hops');
    const redirect = {
      status: 302,
      from: '',
      to: '',
      dropped: [],
      because: 'same-origin',
      methodChanged: false,
    } as const;
    expect(ids(sampleAttempt([sampleExchange({ redirect: { ...redirect, dropped: [] } })]))).toContain(
      'hops',
    );
  });

  test('without TLS the tab says what it is', () => {
    const plain = sampleExchange({ connection: { reused: false } });
    expect(tabsOf(sampleAttempt([plain]), plain).at(-1)?.label).toBe('Connection');
  });
});

test('an exchange in a list: what it asked, what it was for', () => {
  const request = {
    ...sampleExchange().request,
    method: 'POST',
    url: 'https://login.acme.example/token?code=abc',
  };
  expect(exchangeLabel(sampleExchange({ purpose: 'token', request }))).toEqual({
    label: 'POST login.acme.example/token',
    note: 'token request, 401',
  });
});

test.each([
  [undefined, 1],
  [0, 0],
  [7, 1],
  [-1, 1],
])('explained at %s, shown at %d', (explained, shown) => {
  expect(initialExchange(sampleAttempt([sampleExchange(), sampleExchange()]), explained)).toBe(shown);
});

test('cookies, as they were sent and set', () => {
  const exchange = sampleExchange(
    {
      request: {
        ...sampleExchange().request,
        fields: [{ name: 'Cookie', value: 'a=1; sid=0123456789abcdef' }],
      },
    },
    sampleResponse({
      fields: [
        { name: 'Set-Cookie', value: 'sid=xyz; Path=/; HttpOnly' },
        { name: 'set-cookie', value: 'b=' },
      ],
    }),
  );
  expect(cookiesOf(exchange, false)).toEqual({
    sent: [
      { name: 'a', value: '••••••••', attributes: [] },
      { name: 'sid', value: '••••••••ef', attributes: [] },
    ],
    received: [
      { name: 'sid', value: '••••••••', attributes: ['Path=/', 'HttpOnly'] },
      { name: 'b', value: '', attributes: [] },
    ],
  });
  expect(cookiesOf(exchange, true).received[0]?.value).toBe('xyz');
});

describe('the connection', () => {
  test('without TLS it warns', () => {
    const facts = connectionFacts(
      sampleExchange({ connection: { reused: true, remoteAddress: '::1', remotePort: 80 } }),
    );
    expect(facts.map(({ value, warned }) => `${value}${warned ? '!' : ''}`)).toEqual([
      '[::1]:80',
      'reused',
      'none!',
    ]);
  });

  test.each([
    ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', /ended/, true],
    ['2027-01-01T00:00:00Z', '2027-01-02T00:00:00Z', /begins/, true],
    ['2026-01-01T00:00:00Z', '2027-01-02T00:00:00Z', /left/, false],
  ])('a certificate from %s to %s', (validFrom, validTo, words, warned) => {
    const certificate = { subject: 'a', issuer: 'b', validFrom, validTo, fingerprint256: 'f', names: [] };
    const valid = certificateFacts(certificate, Date.UTC(2026, 7, 20)).find(({ name }) => name === 'Valid');
    expect(valid?.words).toMatch(words);
    expect(valid?.warned).toBe(warned);
  });
});

test('the exchange as text holds no secret', () => {
  const lines = wireText(sampleExchange(), false).split('\n');
  expect(lines[0]).toBe('> GET /v1/me HTTP/1.1');
  expect(lines).toContain('> Authorization: Bearer ••••••••kQ');
  expect(lines).toContain('< HTTP/1.1 401 Unauthorized');
});
