import { expect, test } from 'vitest';
import { attemptOf, basic } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { acceptedPlace, acceptedPlaceInWords } from './accepted-place.ts';

const secret = '8f2c1d9e7b6a5c4d3e2f';
const bearer = { Authorization: `Bearer ${secret}` };
const address = 'https://api.example.com/v1/me';

test.each([
  ['a parameter', { url: `${address}?apikey=${secret}` }, bearer, 'the parameter apikey'],
  [
    'an encoded parameter',
    { url: `${address}?k=a%2Bb%2Bc%2Bd%2Be%2Bf%2Bg` },
    { 'X-Key': 'a+b+c+d+e+f+g' },
    'the parameter k',
  ],
  ['a field', { sent: { 'X-Api-Key': secret } }, bearer, 'X-Api-Key'],
  ['another word', { sent: { Authorization: `Token ${secret}` } }, bearer, 'Authorization behind Token'],
  ['a cookie', { sent: { Cookie: `sid=${secret}` } }, bearer, undefined],
  ['another secret', { url: `${address}?apikey=0000${secret}` }, bearer, undefined],
  ['the half of a pair', { sent: basic('kim', secret) }, bearer, undefined],
])('%s', (_, before, sent, expected) => {
  const facts = factsOf(attemptOf({ status: 200, ...before }, { sent }), 1);
  const [earlier] = facts?.earlier ?? [];
  const place = facts === undefined || earlier === undefined ? undefined : acceptedPlace(facts, earlier);
  expect(place && acceptedPlaceInWords(place)).toBe(expected);
});
