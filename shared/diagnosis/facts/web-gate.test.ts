import { expect, test } from 'vitest';
import { lastFacts, ledToPage } from '../attempt.test-support.ts';
import { ledToGate } from './web-gate.ts';

const api = 'https://api.example.com/v1/me';

test.each([
  [api, 'https://gateway.zscaler.net/auth', true],
  [api, 'https://notskope.goskope.com/login', true],
  [api, 'https://login.example.com/', false],
  ['https://gateway.zscaler.net/a', 'https://login.zscaler.net/b', false],
  [api, 'https://zscaler.example.com/', false],
])('from %s to %s', (from, to, gate) => {
  expect(ledToGate(lastFacts(...ledToPage(from, to, 'Sign in')))).toBe(gate);
});

test('silent on a gateway that was called itself', () => {
  expect(ledToGate(lastFacts({ url: 'https://gateway.zscaler.net/auth' }))).toBe(false);
});
