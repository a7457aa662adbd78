import { expect, test } from 'vitest';
import { lastFacts } from '../attempt.test-support.ts';
import { sessionParameter } from './session-parameter.ts';

const at = (rest: string): string => `https://nas.example.com/webapi/entry.cgi${rest}`;

test.each([
  ['?_sid=4f1c9d0e7a2b&api=a', '_sid'],
  [';jsessionid=4F1C9D0E7A2B', 'jsessionid'],
  ['?session_key=4f1c9d0e7a2b', 'session_key'],
  ['?sid=1', undefined],
  ['?inside=4f1c9d0e7a2b', undefined],
  ['', undefined],
])('%s', (rest, name) => {
  expect(sessionParameter(lastFacts({ url: at(rest) }))?.name).toBe(name);
});

test.each([
  [at('?api=list&_sid=4f1c9d0e7a2b'), 200, 0],
  [at('?api=list&_sid=4f1c9d0e7a2b'), 403, undefined],
  [at('?api=list&_sid=000000000000'), 200, undefined],
  ['https://other.example.com/?_sid=4f1c9d0e7a2b', 200, undefined],
])('seen before at %s with %i', (url, status, index) => {
  const facts = lastFacts({ url, status }, { url: at('?_sid=4f1c9d0e7a2b') });
  expect(sessionParameter(facts)?.accepted?.index).toBe(index);
});
