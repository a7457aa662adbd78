import { expect, test } from 'vitest';
import { basic, lastFacts, opaque } from '../attempt.test-support.ts';
import { missedScheme } from './missed-scheme.ts';

const pair = basic('kim', 'word');

test.each<[string, Record<string, unknown>, string | undefined]>([
  ['Missing basic auth credentials', opaque, 'basic'],
  ['expected Bearer token', pair, 'bearer'],
  ['Bearer token is required', pair, 'bearer'],
  ['Access token is missing', pair, 'token'],
  ["Authorization header requires 'Credential' parameter", opaque, 'aws4-hmac-sha256'],
  ['Missing bearer token', opaque, undefined],
  ['Missing basic auth credentials', {}, undefined],
  ['expected Bearer token: signature expired', pair, undefined],
  ['Access token or password is required', pair, undefined],
])('%s, sent %j', (body, sent, scheme) => {
  expect(missedScheme(lastFacts({ sent: sent as Record<string, string>, body }))?.scheme).toBe(scheme);
});
