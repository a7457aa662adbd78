import { describe, expect, test } from 'vitest';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { jwt, type FakeAnswer, type Seen } from './fakes.test-support.ts';
import type { How } from './tokens-types.ts';
import { granted, tokenIn, world } from './world.test-support.ts';

const numbered = (extra: (nth: number) => object = () => ({})) => ({
  answer: (_: Seen, nth: number): FakeAnswer => ({
    body: { access_token: `at-${nth}`, token_type: 'bearer', expires_in: 300, ...extra(nth) },
  }),
});

describe('client credentials', () => {
  test('are fetched, shown as an exchange, kept and used again', async () => {
    const { obtain, seen, events, changes, clock } = world({
      settings: { scope: 'read', audience: 'urn:api' },
    });
    expect(await obtain()).toEqual({ ok: true, accessToken: 'at-1', tokenType: 'bearer' });
    expect(await obtain()).toMatchObject({ ok: true, accessToken: 'at-1' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      purpose: 'token',
      method: 'POST',
      url: 'https://as.example/token',
      authorization: `Basic ${btoa('client:secret')}`,
      form: { grant_type: 'client_credentials', scope: 'read', audience: 'urn:api' },
    });
    expect(events).toEqual(['token']);
    expect(changes.at(-1)).toEqual([
      {
        profileId: 'p1',
        environmentId: '',
        tail: '-1',
        length: 4,
        obtainedAtMs: clock.nowMs,
        expiresAtMs: clock.nowMs + 300_000,
        hasRefreshToken: false,
        hasIdToken: false,
        scope: 'read',
      },
    ]);
  });

  test('are fetched anew when less than 30 s are left, if the profile wants that', async () => {
    for (const [renew, wanted] of [
      [true, 'at-2'],
      [false, 'at-1'],
    ] as const) {
      const { obtain, clock } = world({ ...numbered(), renew });
      await obtain();
      clock.nowMs += 270_000;
      expect(tokenIn(await obtain())).toBe('at-1');
      clock.nowMs += 1;
      expect(tokenIn(await obtain())).toBe(wanted);
    }
  });

  test('survive a restart, one per profile and environment', async () => {
    const { obtain, restart, tokens, seen } = world(numbered());
    await obtain('auto', { environmentId: 'prod' });
    await obtain('auto', { environmentId: 'staging' });
    await obtain('auto', { environmentId: 'prod', profileId: 'p2' });
    restart();
    expect(tokenIn(await obtain('auto', { environmentId: 'staging' }))).toBe('at-2');
    expect(seen).toHaveLength(3);
    expect(
      (await tokens().states()).map(({ profileId, environmentId }) => `${profileId} ${environmentId}`),
    ).toEqual(['p1 prod', 'p1 staging', 'p2 prod']);
    expect(await tokens().states('staging')).toHaveLength(1);
    await tokens().forget('p1', 'prod');
    expect(await tokens().states()).toHaveLength(2);
    expect(await tokens().reveal('p1', 'prod', 'access')).toBeUndefined();
    await tokens().forget('p1');
    expect((await tokens().states()).map(({ profileId }) => profileId)).toEqual(['p2']);
  });

  test.each<[string, object, number | undefined]>([
    ['expires_in wins', { access_token: jwt({ exp: 5000 }), expires_in: 60 }, 1_060_000],
    ['else exp of the JWT', { access_token: jwt({ exp: 5000 }) }, 5_000_000],
    ['else nobody knows', { access_token: 'opaque' }, undefined],
    ['exp that is no number', { access_token: jwt({ exp: 'soon' }) }, undefined],
  ])('end when: %s', async (_, body, expiresAtMs) => {
    const { obtain, tokens } = world({ answer: () => ({ body }) });
    await obtain();
    const [state] = await tokens().states();
    expect(state?.expiresAtMs).toBe(expiresAtMs);
  });

  test('show the claims of a JWT, never the token', async () => {
    const token = jwt({ sub: 'u1' });
    const { obtain, tokens } = world({
      answer: () => ({ body: { access_token: token, id_token: jwt({ nonce: 'n' }) } }),
    });
    await obtain();
    const [state] = await tokens().states();
    expect(state).toMatchObject({
      decoded: { claims: { sub: 'u1' } },
      hasIdToken: true,
      decodedIdToken: { claims: { nonce: 'n' } },
    });
    expect(JSON.stringify(state)).not.toContain(token);
    expect(await tokens().reveal('p1', '', 'access')).toBe(token);
  });

  test('a vault entry that makes no sense is no token', async () => {
    const { obtain, vault, tokens } = world();
    await obtain();
    for (const id of vault.entries.keys()) vault.entries.set(id, '{"version":9}');
    expect(await tokens().states()).toEqual([]);
    expect(tokenIn(await obtain())).toBe('at-1');
  });
});

describe('refresh', () => {
  const grant = 'refresh-token' as const;

  test('keeps the old refresh token where no new one comes, and the ID token too', async () => {
    const { obtain, tokens, seen } = world({
      settings: { grant, refreshToken: 'rt-0', scope: 'read' },
      ...numbered((nth) => (nth === 1 ? { refresh_token: 'rt-1', id_token: 'id-1', scope: 'granted' } : {})),
    });
    await obtain();
    await obtain('refresh');
    await obtain('refresh');
    expect(seen.map(({ form }) => form['refresh_token'])).toEqual(['rt-0', 'rt-1', 'rt-1']);
    expect(seen[0]?.form).toEqual({ grant_type: 'refresh_token', refresh_token: 'rt-0', scope: 'read' });
    expect(await tokens().reveal('p1', '', 'refresh')).toBe('rt-1');
    expect(await tokens().reveal('p1', '', 'id')).toBe('id-1');
    expect((await tokens().states())[0]).toMatchObject({
      tail: '-3',
      scope: 'granted',
      hasRefreshToken: true,
    });
  });

  test('keeps the pasted one where the server rotates nothing', async () => {
    const { obtain, tokens } = world({ settings: { grant, refreshToken: 'rt-0' }, ...numbered() });
    await obtain();
    expect(await tokens().reveal('p1', '', 'refresh')).toBe('rt-0');
  });

  test('takes a newly pasted one, and then its descendants', async () => {
    const { obtain, seen } = world({
      settings: { grant, refreshToken: 'old' },
      ...numbered((nth) => ({ refresh_token: `rt-${nth}` })),
    });
    await obtain();
    await obtain('auto', { change: { refreshToken: 'new' } });
    await obtain('refresh', { change: { refreshToken: 'new' } });
    expect(seen.map(({ form }) => form['refresh_token'])).toEqual(['old', 'new', 'rt-2']);
  });

  test('a refusal stops with the server’s own code, and is not repeated by itself', async () => {
    const { obtain, seen, clock } = world({
      settings: { grant, refreshToken: 'rt-0' },
      answer: (_, nth) =>
        nth === 1
          ? { body: { access_token: 'at-1', expires_in: 60, refresh_token: 'rt-1' } }
          : { status: 400, body: { error: 'invalid_grant', error_description: 'revoked' } },
    });
    await obtain();
    clock.nowMs += 40_000;
    const refused = await obtain();
    expect(refused).toMatchObject({ ok: false, stopped: { code: 'invalid_grant' } });
    expect(refused.ok ? '' : refused.stopped.message).toMatch(
      /^invalid_grant: .* The server says: "revoked"\. The request was not sent\.$/,
    );
    // What is stored is sent as it is from now on, so that the API's answer can be explained.
    expect(tokenIn(await obtain())).toBe('at-1');
    expect(seen).toHaveLength(2);
    expect(tokenIn(await obtain('refresh'))).toBe('invalid_grant');
    expect(seen).toHaveLength(3);
  });

  test('another host that renewed meanwhile has the answer', async () => {
    const { obtain, vault, tokens, clock } = world({
      settings: { grant, refreshToken: 'rt-0' },
      answer: (_, nth) => {
        if (nth === 1) return { body: { access_token: 'at-1', expires_in: 60, refresh_token: 'rt-1' } };
        for (const [id, text] of vault.entries) {
          vault.entries.set(id, text.replaceAll('at-1', 'at-other').replaceAll('rt-1', 'rt-other'));
        }
        return { status: 400, body: { error: 'invalid_grant' } };
      },
    });
    await obtain();
    clock.nowMs += 40_000;
    expect(tokenIn(await obtain())).toBe('at-other');
    expect(await tokens().reveal('p1', '', 'refresh')).toBe('rt-other');
  });

  test('another failure may be tried again', async () => {
    const { obtain, seen, clock } = world({
      settings: { grant, refreshToken: 'rt-0' },
      answer: (_, nth) =>
        nth === 2 ? { status: 503, body: 'busy' } : { body: { access_token: `at-${nth}`, expires_in: 60 } },
    });
    await obtain();
    clock.nowMs += 40_000;
    expect(tokenIn(await obtain())).toBe('token-request-refused');
    expect(tokenIn(await obtain())).toBe('at-3');
    expect(seen).toHaveLength(3);
  });

  test('one at a time: who comes meanwhile shares it', async () => {
    let release: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { obtain, seen, events } = world({
      settings: { grant, refreshToken: 'rt-0' },
      answer: async (_, nth) => {
        await gate;
        return { body: { access_token: `at-${nth}`, refresh_token: `rt-${nth}` } };
      },
    });
    const all = [obtain(), obtain(), obtain('refresh'), obtain('auto', { environmentId: 'other' })];
    release?.();
    expect((await Promise.all(all)).map(tokenIn)).toEqual(['at-1', 'at-1', 'at-1', 'at-2']);
    expect(seen).toHaveLength(2);
    expect(events).toEqual(['token', 'token']);
  });

  test('who began it cancels: the next begins anew; who waits may stop waiting', async () => {
    let release: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { obtain, seen } = world({
      settings: { grant, refreshToken: 'rt-0' },
      answer: async (_, nth) => {
        if (nth === 1) await gate;
        return { body: { access_token: `at-${nth}` } };
      },
    });
    const first = new AbortController();
    const second = new AbortController();
    const began = obtain('auto', { signal: first.signal });
    const waits = obtain();
    const gaveUp = obtain('auto', { signal: second.signal });
    second.abort();
    expect(tokenIn(await gaveUp)).toBe('cancelled');
    first.abort();
    release?.();
    expect(tokenIn(await began)).toBe('cancelled');
    expect(tokenIn(await waits)).toBe('at-2');
    expect(seen).toHaveLength(2);
  });
});

describe('what stops before anything is sent', () => {
  test.each<[string, Partial<OAuth2Settings>, How, string, RegExp]>([
    ['no client ID', { clientId: ' ' }, 'auto', 'no-client-id', /Acme prod has no client ID/],
    ['no endpoint', { tokenEndpoint: '' }, 'auto', 'no-endpoint', /neither an issuer nor a token endpoint/],
    [
      'no place to log in',
      { grant: 'authorization-code', authorizationEndpoint: '' },
      'auto',
      'no-endpoint',
      /an authorization endpoint/,
    ],
    ['plain HTTP', { tokenEndpoint: 'http://as.example/token' }, 'auto', 'endpoint-unfit', /plain HTTP/],
    ['no address', { tokenEndpoint: 'token' }, 'auto', 'endpoint-unfit', /not an address/],
    ['no refresh token', { grant: 'refresh-token' }, 'auto', 'no-refresh-token', /paste one/],
    ['nothing to refresh', { grant: 'authorization-code' }, 'refresh', 'no-refresh-token', /offline_access/],
    [
      'a redirect that is no address',
      { grant: 'authorization-code', redirectUri: 'callback' },
      'auto',
      'redirect-uri-unfit',
      /not an address/,
    ],
  ])('%s', async (_, settings, how, code, message) => {
    const { obtain, seen } = world({ settings });
    const outcome = await obtain(how);
    expect(outcome).toMatchObject({ ok: false, stopped: { code, message: expect.stringMatching(message) } });
    expect(seen).toEqual([]);
  });

  test('a deadline that is over', async () => {
    const over = AbortSignal.abort(new DOMException('', 'TimeoutError'));
    expect(tokenIn(await world().obtain('auto', { signal: over }))).toBe('timeout');
  });

  test('a cancelled wish', async () => {
    const { obtain, seen } = world();
    expect(tokenIn(await obtain('auto', { signal: AbortSignal.abort() }))).toBe('cancelled');
    expect(seen).toEqual([]);
  });

  test('no answer is a failure of the token request', async () => {
    const { obtain } = world({
      answer: () => ({ failure: { code: 'refused', message: 'Nobody listens there.', detail: '' } }),
    });
    expect(await obtain()).toMatchObject({
      ok: false,
      stopped: {
        code: 'token-request-failed',
        message:
          'There was no answer from the token endpoint: Nobody listens there. The request was not sent.',
      },
    });
  });
});

describe('endpoints from the issuer', () => {
  const metadata = {
    issuer: 'https://as.example',
    token_endpoint: 'https://as.example/t2',
    authorization_endpoint: 'https://as.example/a2',
  };
  const answer = ({ purpose }: Seen): FakeAnswer => (purpose === 'discovery' ? { body: metadata } : granted);

  test('are read once and remembered; typed ones win', async () => {
    const { obtain, seen } = world({ answer, settings: { issuer: 'https://as.example', tokenEndpoint: '' } });
    await obtain();
    await obtain('fetch');
    await obtain('fetch', { change: { tokenEndpoint: 'https://as.example/typed' } });
    expect(seen.map(({ url }) => url)).toEqual([
      'https://as.example/.well-known/openid-configuration',
      'https://as.example/t2',
      'https://as.example/t2',
      'https://as.example/typed',
    ]);
  });

  test('metadata that cannot be read stop, if an endpoint is missing', async () => {
    const { obtain } = world({
      answer: () => ({ status: 404 }),
      settings: { issuer: 'https://as.example', tokenEndpoint: '' },
    });
    expect(tokenIn(await obtain())).toBe('discovery-failed');
  });

  test('metadata without the endpoint', async () => {
    const { obtain } = world({
      answer: () => ({ body: { issuer: 'https://as.example' } }),
      settings: { issuer: 'https://as.example', tokenEndpoint: '' },
    });
    const outcome = await obtain();
    expect(outcome.ok ? '' : outcome.stopped.message).toMatch(/name no token endpoint; type it/);
  });
});
