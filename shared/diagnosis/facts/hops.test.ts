import { describe, expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf, lastFacts, opaque } from '../attempt.test-support.ts';
import { hopsTo, lostBody, lostPath } from './hops.ts';

const from = 'https://api.example.com/v1/me';
const ledTo = (url: string, told: Told = {}): Told => ({
  url,
  ...told,
  redirectedFrom: { url: from, dropped: [], ...told.redirectedFrom },
});

describe('what a redirect lost', () => {
  test.each<[string, Told, Told, readonly string[]]>([
    ['Authorization', { sent: opaque }, ledTo('https://other.example.com/'), ['Authorization']],
    [
      'nothing that was sent again',
      { sent: opaque },
      ledTo('https://other.example.com/', { sent: opaque }),
      [],
    ],
    [
      'a key in the query',
      { url: `${from}?api_key=Zx81kQp07vTn` },
      {
        ...ledTo('https://api.example.com/v1/me/'),
        redirectedFrom: { url: `${from}?api_key=Zx81kQp07vTn`, dropped: [] },
      },
      ['api_key'],
    ],
    [
      'a cookie of another host',
      { sent: { Cookie: 'sid=4f1c9d0e7a2b' } },
      ledTo('https://other.example.com/'),
      ['sid'],
    ],
    [
      'no cookie of the same host',
      { sent: { Cookie: 'sid=4f1c9d0e7a2b' } },
      ledTo('https://api.example.com/login'),
      [],
    ],
  ])('%s', (_, before, after, names) => {
    const facts = lastFacts({ url: from, status: 302, ...before }, after);
    expect(facts.hops.flatMap(({ lost }) => lost.map(({ name }) => name))).toEqual(names);
  });

  test('is looked for over several redirects, the nearest last', () => {
    const attempt = attemptOf(
      { url: from, sent: opaque, status: 302 },
      {
        url: 'https://b.example.com/',
        status: 302,
        redirectedFrom: { url: from, dropped: ['Authorization'] },
      },
      { url: 'https://c.example.com/', redirectedFrom: { url: 'https://b.example.com/', dropped: [] } },
    );
    expect(hopsTo(attempt, 2).map(({ index, lost }) => [index, lost.length])).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });
});

test.each([
  ['https://api.example.com/v1/me/', true],
  ['https://api.example.com/V1/me', true],
  ['https://api.example.com/v1/you', false],
])('a POST became a GET on the way to %s', (url, lost) => {
  const attempt = attemptOf(
    { url: from, method: 'POST', posted: '{"a":1}', status: 301 },
    { url, redirectedFrom: { url: from, dropped: [], methodChanged: true } },
  );
  expect(hopsTo(attempt, 1).map((hop) => lostBody(attempt, hop))).toEqual([lost]);
});

test.each([
  ['https://www.example.com/', true],
  ['https://www.example.com/?from=api', false],
  ['https://www.example.com/v1/me', false],
  ['https://api.example.com/', false],
])('the path was lost on the way to %s', (url, lost) => {
  expect(lastFacts({ url: from, status: 302 }, ledTo(url)).hops.map(lostPath)).toEqual([lost]);
});
