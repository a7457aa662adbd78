import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts } from '../attempt.test-support.ts';
import { passedBehindAnotherWord } from './other-word.ts';

const secret = 'Zx81kQp07vTnE4sWc2RbYh6L';

test.each<[string, string, Told, string | undefined]>([
  ['Bearer', 'bearer', {}, 'Bearer'],
  ['Token', 'Bearer', {}, 'Token'],
  ['', 'Bearer', {}, ''],
  ['Bearer', 'Bearer', {}, undefined],
  ['Token', 'Bearer', { status: 401 }, undefined],
  ['Token', 'Bearer', { url: 'https://other.example.com/' }, undefined],
])('passed behind “%s”, refused behind “%s” (%j)', (before, now, told, was) => {
  const passed = { sent: { Authorization: `${before} ${secret}`.trim() }, status: 200, ...told };
  expect(
    passedBehindAnotherWord(lastFacts(passed, { sent: { Authorization: `${now} ${secret}` } }))?.was,
  ).toBe(was);
});

test('silent on secrets that are alike by chance', () => {
  const facts = lastFacts(
    { sent: { Authorization: 'Token abc' }, status: 200 },
    { sent: { Authorization: 'Bearer abc' } },
  );
  expect(passedBehindAnotherWord(facts)).toBeUndefined();
});
