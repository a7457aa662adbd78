import { expect, test } from 'vitest';
import { sampleExchange, sentAtMs } from './sample.test-support.ts';
import { rowFacts } from './timeline-facts.ts';
import { barsOf, ticksOf, timelineEnd, timelineRows } from './timeline.ts';

test.each([
  [
    'all phases',
    { dnsMs: 6, connectMs: 18, tlsMs: 42, requestSentMs: 43, firstByteMs: 79, endMs: 83 },
    ['dns 0-6', 'connect 6-18', 'tls 18-42', 'send 42-43', 'wait 43-79', 'receive 79-83'],
  ],
  [
    'a reused connection',
    { requestSentMs: 1, firstByteMs: 60, endMs: 61 },
    ['send 0-1', 'wait 1-60', 'receive 60-61'],
  ],
  [
    'no TLS, nothing looked up',
    { connectMs: 2, requestSentMs: 3, firstByteMs: 9, endMs: 9 },
    ['connect 0-2', 'send 2-3', 'wait 3-9'],
  ],
  ['no answer', { connectMs: 2, requestSentMs: 3, endMs: 500 }, ['connect 0-2', 'send 2-3', 'wait 3-500']],
  ['not connected', { dnsMs: 6, endMs: 500 }, ['dns 0-6', 'wait 6-500']],
  ['only a total', { endMs: 5 }, ['wait 0-5']],
  ['nothing', {}, []],
] as const)('bars: %s', (_, timings, expected) => {
  expect(
    barsOf({ startedAtMs: 0, ...timings }, 0).map(({ phase, from, to }) => `${phase} ${from}-${to}`),
  ).toEqual(expected);
});

test.each([
  [203, [0, 50, 100, 150, 200, 250]],
  [83, [0, 20, 40, 60, 80, 100]],
  [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [61_000, [0, 20_000, 40_000, 60_000, 80_000]],
])('ticks up to %d', (total, expected) => {
  expect(ticksOf(total)).toEqual(expected);
});

test('each attempt begins at zero, and another host is named', () => {
  const later = sampleExchange({ timings: { startedAtMs: sentAtMs + 142, firstByteMs: 60, endMs: 61 } });
  const tokenExchange = sampleExchange({ purpose: 'token' });
  const request = {
    ...tokenExchange.request,
    method: 'POST',
    url: 'https://login.acme.example/token?client_secret=abc',
  };
  const rows = timelineRows([[sampleExchange()], [{ ...tokenExchange, request }, later]]);
  expect(rows.map(({ attempt, target }) => `${attempt} ${target}`)).toEqual([
    '1 /v1/me',
    '2 login.acme.example/token?client_secret=••••••••',
    '2 /v1/me',
  ]);
  expect(rows[2]?.beganMs).toBe(142);
  expect(rows[2]?.bars[0]).toEqual({ phase: 'wait', from: 142, to: 202 });
  expect(timelineEnd(rows)).toBe(203);
});

test.each([
  [
    'a new connection with TLS',
    {},
    [
      'began at 0\u00a0ms',
      '6\u00a0ms DNS, 12\u00a0ms connect, 24\u00a0ms TLS, 1\u00a0ms send, 36\u00a0ms wait, 4\u00a0ms receive',
      'new connection to 203.0.113.20:443',
      'TLS 1.3, TLS_AES_256_GCM_SHA384, ALPN h2',
    ],
  ],
  [
    'a token request over a kept connection, through a proxy, in the clear',
    {
      purpose: 'token' as const,
      timings: { startedAtMs: sentAtMs, firstByteMs: 3, endMs: 3 },
      connection: { reused: true, remoteAddress: '::1', remotePort: 80, proxy: 'proxy.acme.example:3128' },
    },
    [
      'token request',
      'began at 0\u00a0ms',
      '3\u00a0ms wait',
      'connection to [::1]:80 reused',
      'through proxy.acme.example:3128',
      'not encrypted',
    ],
  ],
  [
    'no connection at all',
    { connection: undefined, timings: { startedAtMs: sentAtMs } },
    ['began at 0\u00a0ms', 'no timings'],
  ],
])('what is said of a row: %s', (_, change, expected) => {
  const { connection, ...plain } = sampleExchange();
  const tls = connection?.tls;
  const exchange = {
    ...plain,
    connection: connection && { ...connection, ...(tls && { tls: { ...tls, alpn: 'h2' } }) },
    ...change,
  };
  const { connection: last, ...rest } = exchange;
  const [row] = timelineRows([[last === undefined ? rest : { ...rest, connection: last }]]);
  expect(row === undefined ? [] : rowFacts(row)).toEqual(expected);
});
