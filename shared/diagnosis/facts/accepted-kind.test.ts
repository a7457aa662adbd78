import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { bearer, lastFacts } from '../attempt.test-support.ts';
import { bareAccepted, otherKindAccepted } from './accepted-kind.ts';

const access = bearer({ token_use: 'access' });
const id = bearer({ token_use: 'id' });

test.each<[string, Told, Told, readonly [string, string] | undefined]>([
  ['another kind', { sent: access }, { sent: id }, ['access', 'id']],
  ['the same kind', { sent: access }, { sent: access }, undefined],
  [
    'another kind of another issuer',
    { sent: bearer({ token_use: 'access', iss: 'https://b.example' }) },
    { sent: id },
    undefined,
  ],
  [
    'another kind, at a door for tokens',
    { url: 'https://api.example.com/userinfo', sent: access },
    { sent: id },
    undefined,
  ],
  ['another kind, which it refused', { sent: access, status: 401 }, { sent: id }, undefined],
  [
    'tokens that do not tell their kind',
    { sent: bearer({ sub: 'a' }) },
    { sent: bearer({ sub: 'b' }) },
    undefined,
  ],
])('the server took %s', (_, before, now, kinds) => {
  const found = otherKindAccepted(lastFacts({ status: 200, ...before }, now));
  expect(found === undefined ? undefined : [found.taken, found.sent]).toEqual(kinds);
});

test.each([
  ['Zx81kQp07vTnE4sWc2RbYh6L', true],
  ['Bearer Zx81kQp07vTnE4sWc2RbYh6L', false],
  ['key=Zx81kQp07vTnE4sWc2RbYh6L', false],
  ['abc', false],
])('Authorization passed as %s', (value, bare) => {
  expect(bareAccepted(lastFacts({ sent: { Authorization: value }, status: 200 }, {}))).toBe(bare);
});
