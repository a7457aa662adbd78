import { expect, test } from 'vitest';
import type { RedirectNote } from '../../shared/exchange/exchange.ts';
import { betweenWords, hopsOf } from './hops.ts';
import { sampleAttempt, sampleExchange, sampleResponse } from './sample.test-support.ts';

const redirect: RedirectNote = {
  status: 308,
  from: 'https://api.acme.example/v1/orders',
  to: 'https://eu.api.acme.example/v1/orders',
  dropped: ['Authorization'],
  because: 'other-host',
  methodChanged: false,
};

const second = sampleExchange({
  redirect,
  request: {
    ...sampleExchange().request,
    url: redirect.to,
    fields: [{ name: 'Host', value: 'eu.api.acme.example' }],
  },
});
const first = sampleExchange(
  {},
  sampleResponse({ status: 308, fields: [{ name: 'Location', value: redirect.to }] }),
);
const token = sampleExchange({ purpose: 'token' });

const facts = (evidence: Parameters<typeof hopsOf>[1]) =>
  hopsOf(sampleAttempt([token, first, second]), evidence, false).map((hop) => [
    `${hop.number} ${hop.host}`,
    ...hop.facts.map(({ name, absent, note, evidence: marks }) =>
      `${name}${absent ? ' absent' : ''} ${note} ${marks.join()}`.trim(),
    ),
  ]);

test('the request’s way, without the token request', () => {
  expect(facts([])).toEqual([
    ['1 api.acme.example', 'Authorization sent, profile Acme prod', 'Location', 'Connection TLS 1.3'],
    [
      '2 eu.api.acme.example',
      'Authorization absent stayed behind',
      'WWW-Authenticate',
      'Date',
      'Connection TLS 1.3',
    ],
  ]);
});

test('absence that is evidence is numbered, and is not told twice', () => {
  const [, hop] = facts([
    { text: '', place: { in: 'field', exchange: 2, side: 'request', name: 'Authorization', absent: true } },
  ]);
  expect(hop?.filter((fact) => fact.startsWith('Authorization'))).toEqual(['Authorization absent  0']);
});

test.each([
  ['left behind', redirect, 'Another host, so the credentials stayed behind'],
  ['trusted', { ...redirect, dropped: [] }, 'Another host, and the credentials followed'],
  ['one origin', { ...redirect, dropped: [], because: 'same-origin' }, 'Same origin'],
  [
    'other fields dropped are no credentials',
    { ...redirect, dropped: ['Content-Type'], because: 'method-changed' },
    'Another method',
  ],
] as const)('between hops: %s', (_, note, title) => {
  expect(betweenWords({ ...note, dropped: [...note.dropped] }).title).toBe(title);
});
