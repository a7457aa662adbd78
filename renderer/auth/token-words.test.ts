import { expect, test } from 'vitest';
import { schemeById } from '../../shared/schemes/index.ts';
import type { Profile, TokenState } from '../../shared/workspace/profile.ts';
import { lifeSentence, tokenDeeds, tokenLife } from './token-words.ts';

const now = Date.UTC(2026, 7, 20, 12, 4, 15);
const minute = 60_000;

const token = (change: Partial<TokenState> = {}): TokenState => ({
  profileId: 'p',
  environmentId: 'e',
  tail: 'kQ',
  length: 812,
  obtainedAtMs: now - 60 * minute,
  expiresAtMs: now + 41 * minute,
  hasRefreshToken: false,
  hasIdToken: false,
  ...change,
});

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each([
  ['none', undefined, 'no token', false],
  ['alive', token(), '41 min left', false],
  ['over', token({ expiresAtMs: now - 252_000 }), 'expired 4 min 12 s ago', true],
  ['over this instant', token({ expiresAtMs: now }), 'expired 0 s ago', true],
  ['unknown is never taken for never', token({ expiresAtMs: undefined }), 'lifetime unknown', false],
])('what is left: %s', (_, state, words, warned) => {
  const life = tokenLife(state, now);
  expect([plain(life.words), life.warned]).toEqual([words, warned]);
});

test.each([
  ['alive', token(), '41 min left of 1 h 41 min.'],
  ['over', token({ expiresAtMs: now - 252_000 }), 'Expired 4 min 12 s ago after 55 min 48 s of life.'],
  [
    'unknown',
    token({ expiresAtMs: undefined }),
    'Lifetime unknown: neither the server nor the token says when it ends.',
  ],
])('the sentence: %s', (_, state, expected) => {
  const { strong, rest } = lifeSentence(state, now);
  expect(plain(strong + rest)).toBe(expected);
});

const profile = (scheme: string, grant?: string): Profile => ({
  id: 'p',
  name: 'P',
  scheme,
  settings: grant === undefined ? {} : { grant },
  trustedOrigins: [],
  renew: true,
});

test.each([
  ['login, nothing yet', profile('oauth2', 'authorization-code'), undefined, ['authorize']],
  [
    'login, refreshable',
    profile('oauth2', 'authorization-code'),
    token({ hasRefreshToken: true }),
    ['refresh', 'authorize'],
  ],
  ['the grant that the scheme begins with', profile('oauth2'), undefined, ['authorize']],
  ['client credentials', profile('oauth2', 'client-credentials'), token(), ['fetch']],
  ['a refresh token from elsewhere', profile('oauth2', 'refresh-token'), undefined, ['refresh']],
  ['a scheme without tokens', profile('basic'), undefined, []],
])('deeds: %s', (_, own, state, expected) => {
  const scheme = schemeById(own.scheme);
  expect(scheme === undefined ? [] : tokenDeeds(scheme, own, state).map(({ how }) => how)).toEqual(expected);
});
