import { describe, expect, test } from 'vitest';
import { choose, leewayMs, type Situation } from './choose.ts';
import { settingsOf } from './fakes.test-support.ts';
import type { StoredToken } from './token-store.ts';

const now = 1_000_000;

const stored = (change: Partial<StoredToken> = {}): StoredToken => ({
  version: 1,
  accessToken: 'at',
  tokenType: 'bearer',
  refreshToken: 'rt',
  obtainedAtMs: 0,
  expiresAtMs: now + leewayMs,
  ...change,
});

const situation = (change: Partial<Situation>): Situation => ({
  settings: settingsOf({ grant: 'authorization-code' }),
  stored: stored(),
  how: 'auto',
  renew: true,
  nowMs: now,
  ...change,
});

const code = { settings: settingsOf({ grant: 'authorization-code' }) };
const client = { settings: settingsOf({ grant: 'client-credentials' }) };
const pasted = { settings: settingsOf({ grant: 'refresh-token', refreshToken: 'pasted' }) };
const ending = stored({ expiresAtMs: now + leewayMs - 1 });
const { refreshToken: _refreshToken, ...endingWithout } = ending;
const { expiresAtMs: _expiresAtMs, ...endless } = stored();

describe('choose', () => {
  test.each<[string, Partial<Situation>, string]>([
    ['a stored token with 30 s left is used', code, 'use'],
    ['with less it is refreshed', { ...code, stored: ending }, 'refresh rt'],
    ['but only if the profile wants that', { ...code, stored: ending, renew: false }, 'use'],
    ['an unknown end is no end', { ...code, stored: endless }, 'use'],
    ['without a refresh token it is sent as it is', { ...code, stored: endingWithout }, 'use'],
    ['a refused refresh token is not tried again', { ...code, stored: { ...ending, refused: 'rt' } }, 'use'],
    ['a later one is', { ...code, stored: { ...ending, refused: 'older' } }, 'refresh rt'],
    ['nothing stored: log in', { ...code, stored: undefined }, 'login'],
    ['nothing stored: fetch', { ...client, stored: undefined }, 'fetch'],
    ['client credentials renew by fetching', { ...client, stored: ending }, 'fetch'],
    ['nothing stored: the pasted refresh token', { ...pasted, stored: undefined }, 'refresh pasted'],
    [
      'a descendant of the pasted one is used',
      { ...pasted, stored: stored({ descendsFrom: 'pasted' }) },
      'use',
    ],
    [
      'another one was pasted since',
      { ...pasted, stored: stored({ descendsFrom: 'before' }) },
      'refresh pasted',
    ],
    ['refresh, whatever is stored', { ...code, how: 'refresh' }, 'refresh rt'],
    [
      'refresh, even a refused one, if asked',
      { ...code, how: 'refresh', stored: stored({ refused: 'rt' }) },
      'refresh rt',
    ],
    [
      'refresh the descendant first',
      { ...pasted, how: 'refresh', stored: stored({ descendsFrom: 'pasted' }) },
      'refresh rt',
    ],
    [
      'refresh without a refresh token',
      { ...code, how: 'refresh', stored: endingWithout },
      'stop no-refresh-token',
    ],
    ['refresh of client credentials', { ...client, how: 'refresh', stored: endingWithout }, 'fetch'],
    ['fetch, whatever is stored', { ...client, how: 'fetch' }, 'fetch'],
    ['fetch by logging in', { ...code, how: 'fetch' }, 'login'],
    ['fetch by refreshing', { ...pasted, how: 'fetch', stored: undefined }, 'refresh pasted'],
    ['log in, whatever is stored', { ...code, how: 'authorize' }, 'login'],
    ['nobody logs in for client credentials', { ...client, how: 'authorize' }, 'fetch'],
    [
      'no refresh token was pasted',
      { settings: settingsOf({ grant: 'refresh-token' }), stored: undefined },
      'stop no-refresh-token',
    ],
  ])('%s', (_, change, wanted) => {
    const choice = choose(situation(change));
    const word =
      choice.kind === 'refresh'
        ? ` ${choice.refreshToken}`
        : choice.kind === 'stop'
          ? ` ${choice.stopped.code}`
          : '';
    expect(`${choice.kind}${word}`).toBe(wanted);
  });
});
