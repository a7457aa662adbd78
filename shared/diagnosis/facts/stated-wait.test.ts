import { expect, test } from 'vitest';
import { attemptOf, NOON } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { statedWait } from './stated-wait.ts';

interface Given {
  readonly received?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const waitOf = (given: Given): number | undefined => {
  const facts = factsOf(attemptOf({ status: 429, ...given }), 0);
  return facts === undefined ? undefined : statedWait(facts);
};

test.each<[string, Given, number | undefined]>([
  ['Retry-After goes first', { received: { 'Retry-After': '30', 'X-RateLimit-Reset': '90' } }, 30],
  ['seconds until the reset', { received: { 'X-RateLimit-Reset': '90' } }, 90],
  ['an instant in seconds', { received: { 'X-RateLimit-Reset': String(NOON + 60) } }, 60],
  ['an instant in milliseconds', { received: { 'X-Rate-Limit-Reset': String((NOON + 5) * 1000) } }, 5],
  ['an instant that is past', { received: { 'X-RateLimit-Reset': String(NOON - 60) } }, undefined],
  ['one that is a year ahead', { received: { 'X-RateLimit-Reset': String(NOON + 31_536_000) } }, undefined],
  ['minutes in words', { body: { message: 'Too many attempts. Try again in 15 minutes.' } }, 900],
  ['seconds in words', { body: { message: 'Please wait 60 seconds before retrying' } }, 60],
  ['an hour in letters', { body: { error: 'Account locked for 1 h' } }, 3600],
  ['minutes in German', { body: { error: 'Der Zugang ist für 15 Minuten gesperrt.' } }, 900],
  ['seconds in German', { body: { error: 'Bitte in 30 Sekunden erneut versuchen' } }, 30],
  ['a number of requests', { body: { message: 'You may send 60 requests a minute' } }, undefined],
  ['a length of a session', { body: { message: 'Sessions are good for some minutes' } }, undefined],
  ['nothing', {}, undefined],
])('%s', (_, given, expected) => expect(waitOf(given)).toBe(expected));
