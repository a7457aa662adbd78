import { expect, test } from 'vitest';
import { attemptOf } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { unnamedKey } from './unnamed-key.ts';

const nameOf = (query: string, error: string): string | undefined => {
  const facts = factsOf(
    attemptOf({ url: `https://api.example.com/v2/lookup${query}`, status: 400, body: { error } }),
    0,
  );
  return facts === undefined ? undefined : unnamedKey(facts);
};

test.each<[string, string, string, string | undefined]>([
  ['a parameter that nobody thought up', '?client=8XaBELgH&q=heart', 'invalid API key', 'client'],
  ['a key that is missed', '?client=8XaBELgH', 'API key required', undefined],
  ['words and numbers', '?q=heartbeat&page=20231115', 'invalid API key', undefined],
  ['no parameter at all', '', 'invalid API key', undefined],
  ['something else that is invalid', '?client=8XaBELgH', 'invalid fingerprint', undefined],
])('%s', (_, query, error, name) => {
  expect(nameOf(query, error)).toBe(name);
});
