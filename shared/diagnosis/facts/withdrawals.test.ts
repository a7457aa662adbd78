import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts } from '../attempt.test-support.ts';
import { withdrawalOf } from './withdrawals.ts';

const token = 'Zx81kQp07vTnE4sWc2RbYh6L';
const sent = { Authorization: `Bearer ${token}` };
const at = (path: string): string => `https://api.example.com${path}`;
const good: Told = { url: at('/v1/me'), sent, status: 200 };

test.each<[string, readonly Told[], string | undefined]>([
  ['revoked', [good, { url: at('/oauth/revoke'), posted: `token=${token}`, status: 200 }], 'revoked'],
  [
    'another one revoked',
    [good, { url: at('/oauth/revoke'), posted: 'token=9jN2mXq7kT4vB1sZpLcR', status: 200 }],
    undefined,
  ],
  [
    'not revoked, as that was refused',
    [good, { url: at('/oauth/revoke'), posted: `token=${token}`, status: 401 }],
    undefined,
  ],
  ['deleted', [good, { url: at('/v1/tokens/self'), method: 'DELETE', sent, status: 204 }], 'revoked'],
  ['logged out', [good, { url: at('/logout'), method: 'POST', sent, status: 204 }], 'logged-out'],
  [
    'replaced by a refresh',
    [
      good,
      {
        url: at('/oauth/token'),
        posted: 'grant_type=refresh_token&refresh_token=a1b2c3',
        status: 200,
        body: { access_token: '9jN2mXq7kT4vB1sZpLcR' },
      },
    ],
    'replaced',
  ],
  [
    'handed out again by a refresh',
    [
      good,
      {
        url: at('/oauth/token'),
        posted: 'grant_type=refresh_token&refresh_token=a1b2c3',
        status: 200,
        body: { access_token: token },
      },
    ],
    undefined,
  ],
  [
    'outlived by a new password',
    [good, { url: at('/v1/me/change-password'), method: 'POST', sent, status: 200 }],
    'password-changed',
  ],
  [
    'logged out, and taken again',
    [good, { url: at('/logout'), method: 'POST', sent, status: 204 }, good],
    undefined,
  ],
  ['only used', [good], undefined],
])('the token was %s', (_, before, kind) => {
  expect(withdrawalOf(lastFacts(...before, { url: at('/v1/me'), sent }))?.kind).toBe(kind);
});
