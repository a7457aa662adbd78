import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts } from '../attempt.test-support.ts';
import { rotatedOf } from './rotated.ts';

const first = 'Zx81kQp07vTnE4sWc2RbYh6L';
const next = '9jN2mXq7kT4vB1sZpLcR8wYh';

test.each<[string, Told, boolean]>([
  ['the next one came in the same field', { received: { 'Access-Token': next } }, true],
  ['the same one came back', { received: { 'Access-Token': first } }, false],
  ['too short a value came', { received: { 'Access-Token': 'ok' } }, false],
  ['it came in another field', { received: { 'X-Request-Id': next } }, false],
  ['it came with a refusal', { status: 401, received: { 'Access-Token': next } }, false],
  [
    'it came from another host',
    { url: 'https://other.example.com/', received: { 'Access-Token': next } },
    false,
  ],
])('a token is sent again after %s', (_, before, found) => {
  const sent = { 'Access-Token': first };
  expect(rotatedOf(lastFacts({ sent, status: 200, ...before }, { sent })) !== undefined).toBe(found);
});
