import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import { behindName, passedElsewhere } from './passed-elsewhere.ts';

const passed = (url: string, more: Told = {}): Told => ({ url, sent: opaque, status: 200, ...more });
const refused: Told = { url: 'https://api.example.com/v1/me', sent: opaque };

test.each<[string, Told, boolean]>([
  ['another host', passed('https://origin.example.net/v1/me'), true],
  ['the same host', passed('https://api.example.com/v1/you'), false],
  ['another copy of the service', passed('https://api.sandbox.example.com/v1/me'), false],
  [
    'another host, with another token',
    passed('https://origin.example.net/v1/me', { sent: { Authorization: 'Bearer 9jN2mXq7kT4vB1sZ' } }),
    false,
  ],
  ['another host, which refused it', passed('https://origin.example.net/v1/me', { status: 401 }), false],
])('taken at %s', (_, before, found) => {
  expect(passedElsewhere(lastFacts(before, refused)) !== undefined).toBe(found);
});

test.each<[string, string | undefined]>([
  ['http://10.0.0.7:8080/v1/me', '10.0.0.7:8080'],
  ['http://localhost:8080/v1/me', 'localhost:8080'],
  ['http://[::1]:8080/v1/me', '[::1]:8080'],
  ['http://10.0.0.7:8080/v1/you', undefined],
  ['https://10.0.0.7/v1/me', undefined],
  ['http://inner.example.net/v1/me', undefined],
])('behind the name: %s', (url, host) => {
  const facts = lastFacts(passed(url), refused);
  const [before] = facts.earlier;
  expect(before === undefined ? undefined : behindName(before, facts)).toBe(host);
});
