import { describe, expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf, opaque } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { namedAddress } from './named-host.ts';
import { namesakeElsewhere } from './namesake.ts';

const factsFrom = (told: Told) => {
  const facts = factsOf(attemptOf(told), 0);
  if (facts === undefined) throw new Error('no facts');
  return facts;
};

describe('missed in one place, sent under the same name in another', () => {
  test.each<[string, Told, string, string]>([
    [
      'a field for a parameter',
      { sent: { UserSig: 'eJwtzMsOgjAQBdB' }, body: { message: 'url parameter usersig is missing' } },
      'header',
      'address',
    ],
    [
      'a parameter for a field',
      {
        url: 'https://api.example.com/v1/x?access_token=abcdefghijkl',
        body: { message: 'Missing Access-Token header' },
      },
      'address',
      'header',
    ],
    [
      'a field for a cookie',
      { sent: { session_token: 'abcdefghijkl' }, body: { error: 'Cookie session_token is required' } },
      'header',
      'cookie',
    ],
  ])('%s', (_, told, where, wanted) => {
    expect(namesakeElsewhere(factsFrom(told))).toMatchObject({ where, wanted });
  });

  test.each<[string, Told]>([
    ['sent where it is looked for', { sent: { Token: 'abc' }, body: { message: 'Missing Token header' } }],
    ['another name', { sent: { 'X-Key': 'abc' }, body: { message: 'Missing token in the query string' } }],
    ['no place is named', { sent: { Token: 'abcdefghijkl' }, body: { message: 'token is missing' } }],
    ['it is called wrong', { sent: { Token: 'abc' }, body: { message: 'token in the url is invalid' } }],
  ])('silent: %s', (_, told) => {
    expect(namesakeElsewhere(factsFrom(told))).toBeUndefined();
  });
});

describe('another address of the same host', () => {
  test.each<[string, string | undefined]>([
    ['Use https://api.example.com/at/token instead', 'https://api.example.com/at/token'],
    ['The API is at https://api.example.com/webconsole/api', 'https://api.example.com/webconsole/api'],
    ['See https://api.example.com/docs for more', undefined],
    ['Use https://other.example.com/v2', undefined],
    ['Use https://api.example.com/v1 with your key', undefined],
  ])('%s', (message, url) => {
    const facts = factsFrom({ url: 'https://api.example.com/v1/orders', sent: opaque, body: { message } });
    expect(namedAddress(facts)?.url).toBe(url);
  });
});
