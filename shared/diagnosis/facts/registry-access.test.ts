import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { jwtOf, lastFacts } from '../attempt.test-support.ts';
import { registryAccess } from './registry-access.ts';

const tokenFor = (...access: readonly unknown[]): string => jwtOf({ access });
const readable = { type: 'repository', name: 'team/app', actions: ['pull'] };
const challenge = (scope: string, more = ''): Told['received'] => ({
  'WWW-Authenticate': `Bearer realm="https://api.example.com/token",service="registry",scope="${scope}"${more}`,
});
const call = (token: string, scope: string, more = ''): Told => ({
  sent: { Authorization: `Bearer ${token}` },
  received: challenge(scope, more),
});
const fetched = (token: string, sent: Told['sent']): Told => ({
  url: 'https://api.example.com/token?service=registry',
  status: 200,
  ...(sent === undefined ? {} : { sent }),
  body: { token },
});

test.each<[string, readonly string[] | undefined, ...Told[]]>([
  ['may read and is to write', ['push'], call(tokenFor(readable), 'repository:team/app:pull,push')],
  ['is good for another thing', ['pull'], call(tokenFor(readable), 'repository:team/web:pull')],
  ['is good for nothing', ['*'], call(tokenFor(), 'registry:catalog:*')],
  ['may do what is asked', undefined, call(tokenFor(readable), 'repository:team/app:pull')],
  [
    'may do everything',
    undefined,
    call(tokenFor({ ...readable, actions: ['*'] }), 'repository:team/app:delete'),
  ],
  [
    'is not believed at all',
    undefined,
    call(tokenFor(readable), 'repository:team/app:push', ',error="invalid_token"'),
  ],
  ['does not tell what it is for', undefined, call(jwtOf(), 'repository:team/app:push')],
  [
    'was handed out to a login',
    ['pull'],
    fetched(tokenFor(), { Authorization: 'Basic a2ltOndvcmQ=' }),
    call(tokenFor(), 'repository:team/app:pull'),
  ],
  [
    'was handed out to nobody',
    undefined,
    fetched(tokenFor(), undefined),
    call(tokenFor(), 'repository:team/app:pull'),
  ],
])('a registry’s token that %s', (_, missing, ...told) => {
  expect(registryAccess(lastFacts(...told))?.missing).toEqual(missing);
});
