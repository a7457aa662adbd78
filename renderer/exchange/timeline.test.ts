import { expect, test } from 'vitest';
import { sampleExchange, sentAtMs } from './sample.test-support.ts';
import { barsOf, ticksOf, timelineEnd, timelineRows } from './timeline.ts';

test.each([
  [
    'all phases',
    { dnsMs: 6, connectMs: 18, tlsMs: 42, requestSentMs: 43, firstByteMs: 79, endMs: 83 },
    ['connect 0-18', 'tls 18-42', 'wait 42-79', 'receive 79-83'],
  ],
  ['a reused connection', { requestSentMs: 1, firstByteMs: 60, endMs: 61 }, ['wait 0-60', 'receive 60-61']],
  ['no TLS', { connectMs: 2, requestSentMs: 3, firstByteMs: 9, endMs: 9 }, ['connect 0-2', 'wait 2-9']],
  ['no answer', { connectMs: 2, requestSentMs: 3, endMs: 500 }, ['connect 0-2', 'wait 2-500']],
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
  expect(rows[2]?.bars[0]).toEqual({ phase: 'wait', from: 142, to: 202 });
  expect(timelineEnd(rows)).toBe(203);
});
