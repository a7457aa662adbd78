import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts } from '../attempt.test-support.ts';
import { wallField } from './wall.ts';

const page = '<html><body>Forbidden</body></html>';

test.each<[string, Told, string | undefined]>([
  [
    'a field that is added to refusals only',
    { received: { 'CF-Mitigated': 'challenge' }, body: page },
    'CF-Mitigated',
  ],
  ['a balancer that answers itself', { received: { Server: 'awselb/2.0' }, body: page }, 'Server'],
  [
    'JSON that a network passed on',
    { received: { Server: 'CloudFront' }, body: { message: 'Forbidden' } },
    undefined,
  ],
  [
    'JSON of one that speaks to programs',
    { received: { Server: 'DataDome' }, body: { url: 'https://geo.captcha-delivery.com/' } },
    'Server',
  ],
  ['a web server', { received: { Server: 'nginx' }, body: page }, undefined],
])('%s', (_, told, field) => {
  expect(wallField(lastFacts({ status: 403, ...told }))).toBe(field);
});
