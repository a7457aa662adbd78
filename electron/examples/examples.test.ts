import { afterAll, describe, expect, test } from 'vitest';
import { splitUrl } from '../../shared/workspace/draft.ts';
import { createExampleServer } from './example-server.ts';
import type { Example } from './example.ts';
import { exampleById, examples } from './index.ts';

let offsetMs = 0;
const server = createExampleServer(() => Date.now() + offsetMs);
afterAll(() => server.close());

const example = (id: string): Example => {
  const found = exampleById(id);
  if (found === undefined) throw new Error(`no example ${id}`);
  return found;
};
const basic = (pair: string, encoding: BufferEncoding = 'utf8'): string =>
  `Basic ${Buffer.from(pair, encoding).toString('base64')}`;
const base = async (id: string): Promise<string> => {
  const { draft } = await server.prepare(example(id));
  return draft.url.replace(/^([a-z]+:\/\/[^/]+\/[^/]+)\/.*$/, '$1');
};
const ask = async (
  id: string,
  path: string,
  fields: Readonly<Record<string, string>> = {},
  form?: Readonly<Record<string, string>>,
): Promise<{ status: number; fields: Headers; body: string }> => {
  const response = await fetch(`${await base(id)}${path}`, {
    redirect: 'manual',
    headers: fields,
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: response.status, fields: response.headers, body: await response.text() };
};
const tokenOf = async (id: string, form: Readonly<Record<string, string>>) =>
  JSON.parse((await ask(id, '/token', {}, form)).body) as Record<string, string>;

describe('the registry', () => {
  test('ids, titles and prefixes are unique', () => {
    for (const of of [(one: Example) => one.info.id, (one: Example) => one.info.title]) {
      expect(new Set(examples.map(of)).size).toBe(examples.length);
    }
  });

  test.each(examples.map((one) => [one.info.id, one] as const))(
    '%s hands out a request of its own',
    async (id, one) => {
      const { draft, profile } = await server.prepare(one);
      expect(draft.id).toBe(`example-${id}`);
      expect(draft.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/${id}/`));
      expect(splitUrl(draft.url).params).toEqual([]);
      if (draft.auth.kind === 'profile') expect(profile?.id).toBe(draft.auth.profileId);
      if (profile !== undefined) expect(profile.name).toMatch(/^Example: /);
    },
  );

  test('nobody else is answered', async () => {
    const { draft } = await server.prepare(example('charset'));
    const { origin } = new URL(draft.url);
    for (const path of ['/', '/nothing', '/charset', '/charset/v1/other', '/%']) {
      expect((await fetch(`${origin}${path}`)).status).toBe(404);
    }
  });
});

test('token-expired: the first refresh brings a token that is over, the next one a good one', async () => {
  const refresh = (token: string) =>
    tokenOf('token-expired', { grant_type: 'refresh_token', refresh_token: token });
  const first = await refresh('example-refresh-token-first');
  const refused = await ask('token-expired', '/v1/me', { Authorization: `Bearer ${first['access_token']}` });
  expect(refused.status).toBe(401);
  expect(refused.fields.get('www-authenticate')).toContain('error="invalid_token"');
  const later = await refresh(first['refresh_token'] ?? '');
  const good = await ask('token-expired', '/v1/me', { Authorization: `Bearer ${later['access_token']}` });
  expect(good.status).toBe(200);
  expect((await ask('token-expired', '/token', {}, { refresh_token: 'made up' })).status).toBe(400);
});

test('redirect-dropped: to another host, where the same credentials are good', async () => {
  const moved = await ask('redirect-dropped', '/v1/me');
  expect(moved.status).toBe(302);
  const to = moved.fields.get('location') ?? '';
  expect(to).toMatch(/^http:\/\/localhost:\d+\/redirect-dropped\/v2\/me$/);
  expect((await fetch(to)).status).toBe(401);
  const { draft } = await server.prepare(example('redirect-dropped'));
  const field = draft.fields[0];
  expect((await fetch(to, { headers: { Authorization: field?.value ?? '' } })).status).toBe(200);
});

describe('what mends each', () => {
  test.each<[string, string, Readonly<Record<string, string>>, number]>([
    ['charset', '/v1/me', { Authorization: basic('jürgen:schlüssel') }, 401],
    ['charset', '/v1/me', { Authorization: basic('jürgen:schlüssel', 'latin1') }, 200],
    ['basic-for-bearer', '/v1/me', { Authorization: basic('alice:example-api-token') }, 401],
    ['basic-for-bearer', '/v1/me', { Authorization: 'Bearer example-api-token' }, 200],
    ['doubled-bearer', '/v1/me', { Authorization: 'Bearer Bearer example-token-with-bearer-in-front' }, 401],
    ['doubled-bearer', '/v1/me', { Authorization: 'Bearer example-token-with-bearer-in-front' }, 200],
    ['login-page', '/v1/me', { Cookie: 'session=example-session-of-last-week' }, 302],
    ['login-page', '/login?next=%2Fv1%2Fme', {}, 200],
    ['login-page', '/v1/me', { Cookie: 'a=b; session=example-session-of-today' }, 200],
    ['placeholder', '/v1/me', { Authorization: 'Bearer {{token}}' }, 401],
    ['placeholder', '/v1/me', { Authorization: 'Bearer anything' }, 200],
    ['no-credentials', '/v1/me', {}, 401],
    ['no-credentials', '/v1/me', { Authorization: basic('alice:wonderland') }, 200],
    ['rate-limited', '/v1/me', {}, 401],
    ['key-in-authorization', '/v1/me', { Authorization: 'Bearer example-key-4711' }, 401],
    ['key-in-authorization', '/v1/me', { 'X-API-Key': 'example-key-4711' }, 200],
    ['token-twice', '/v1/me', { Authorization: 'Bearer example-token-sent-in-two-ways' }, 200],
    ['token-twice', '/v1/me?access_token=example-token-sent-in-two-ways', {}, 200],
    [
      'token-twice',
      '/v1/me?access_token=example-token-sent-in-two-ways',
      { Authorization: 'Bearer example-token-sent-in-two-ways' },
      400,
    ],
    ['tenant-missing', '/v1/me', { Authorization: 'Bearer example-token-of-a-tenant' }, 401],
    [
      'tenant-missing',
      '/v1/me',
      { Authorization: 'Bearer example-token-of-a-tenant', 'X-Tenant-Id': 'acme' },
      200,
    ],
    ['csrf', '/v1/orders', {}, 401],
    ['csrf', '/v1/orders', { Cookie: 'session=example-session-with-a-form' }, 200],
    ['doubled-slash', '//v1/me', { Authorization: 'Bearer example-token-for-another-path' }, 401],
    ['doubled-slash', '/v1/me', { Authorization: 'Bearer example-token-for-another-path' }, 200],
    ['clock-behind', '/v1/me', { Authorization: 'Hawk id="example", ts="1", nonce="n", mac="made up"' }, 401],
    ['wrong-region', '/bucket', {}, 400],
    ['stale-nonce', '/v1/me', { Authorization: 'Digest username="alice"' }, 401],
  ])('%s %s %j is answered with %i', async (id, path, fields, status) => {
    expect((await ask(id, path, fields)).status).toBe(status);
  });

  test('audience: a token for the API that is called', async () => {
    const call = async (audience: string): Promise<number> => {
      const { access_token } = await tokenOf('audience', { grant_type: 'client_credentials', audience });
      return (await ask('audience', '/v1/orders', { Authorization: `Bearer ${access_token}` })).status;
    };
    expect(await call('https://billing.example')).toBe(401);
    expect(await call('https://orders.example')).toBe(200);
    expect(await tokenOf('audience', { grant_type: 'client_credentials', audience: 'x' })).toMatchObject({
      error: 'invalid_target',
    });
  });

  test('scope-missing: a token with the scope', async () => {
    const call = async (scope: string) => {
      const { access_token } = await tokenOf('scope-missing', { grant_type: 'client_credentials', scope });
      return ask('scope-missing', '/v1/orders', { Authorization: `Bearer ${access_token}` });
    };
    const refused = await call('orders:read');
    expect(refused.status).toBe(403);
    expect(refused.fields.get('www-authenticate')).toContain('scope="orders:write"');
    expect((await call('orders:read orders:write')).status).toBe(200);
  });

  test('rate-limited: as long as Retry-After says', async () => {
    // Asking for the address opens the example again, and so begins the wait.
    const url = `${await base('rate-limited')}/v1/me`;
    const call = () => fetch(url, { headers: { Authorization: 'Bearer example-busy-token' } });
    const refused = await call();
    expect(refused.status).toBe(429);
    offsetMs += Number(refused.headers.get('retry-after')) * 1000;
    expect((await call()).status).toBe(200);
    expect((await call()).status).toBe(429);
  });
});

test('a token that was changed is none of ours', async () => {
  const { access_token = '' } = await tokenOf('audience', { grant_type: 'client_credentials' });
  const call = async (token: string): Promise<number> =>
    (await ask('audience', '/v1/orders', { Authorization: `Bearer ${token}` })).status;
  expect(await call(access_token)).toBe(200);
  const [head, claims, signature] = access_token.split('.');
  const forged = Buffer.from(JSON.stringify({ aud: 'https://orders.example', sub: 'mallory' })).toString(
    'base64url',
  );
  expect(await call(`${head}.${forged}.${signature}`)).toBe(401);
  expect(await call(`${head}.${claims}.`)).toBe(401);
});
