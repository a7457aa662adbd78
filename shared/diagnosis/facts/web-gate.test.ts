import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts } from '../attempt.test-support.ts';
import { ledToGate } from './web-gate.ts';

const led = (from: string, to: string, body: string): readonly Told[] => [
  { url: from, status: 302, received: { Location: to } },
  {
    url: to,
    status: 200,
    body,
    received: { 'Content-Type': 'text/html' },
    redirectedFrom: { url: from, dropped: [] },
  },
];
const api = 'https://api.example.com/v1/me';

test.each([
  [api, 'https://gateway.zscaler.net/auth', true],
  [api, 'https://notskope.goskope.com/login', true],
  [api, 'https://login.example.com/', false],
  ['https://gateway.zscaler.net/a', 'https://login.zscaler.net/b', false],
  [api, 'https://zscaler.example.com/', false],
])('from %s to %s', (from, to, gate) => {
  expect(ledToGate(lastFacts(...led(from, to, 'Sign in')))).toBe(gate);
});

test('silent on a gateway that was called itself', () => {
  expect(ledToGate(lastFacts({ url: 'https://gateway.zscaler.net/auth' }))).toBe(false);
});
