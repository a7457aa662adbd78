import { request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { FakeAnswer, Seen } from './fakes.test-support.ts';
import { granted, tokenIn, world } from './world.test-support.ts';

/** Comes back to the redirect URI as a browser does, with these parameters and the state of the login. */
const comeBack =
  (parameters: Readonly<Record<string, string>>, { state = true } = {}) =>
  (url: URL): void => {
    const back = new URL(url.searchParams.get('redirect_uri') ?? '');
    for (const [name, value] of Object.entries(parameters)) back.searchParams.set(name, value);
    if (state) back.searchParams.set('state', url.searchParams.get('state') ?? '');
    httpRequest(back, (response) => response.resume()).end();
  };

describe('login in the browser', () => {
  const settings = {
    grant: 'authorization-code',
    scope: 'openid read',
    clientAuthentication: 'none',
  } as const;

  test('authorization code with PKCE, state and the redirect that was listened on', async () => {
    let asked: URL | undefined;
    const { obtain, seen, events } = world({
      settings,
      browse: (url) => {
        asked = url;
        comeBack({ code: 'c1' })(url);
      },
    });
    expect(await obtain()).toMatchObject({ ok: true, accessToken: 'at-1' });
    expect(events).toEqual(['login true paste possible', 'login-done', 'token']);
    const verifier = seen[0]?.form['code_verifier'] ?? '';
    expect(seen[0]).toMatchObject({
      authorization: undefined,
      form: {
        grant_type: 'authorization_code',
        client_id: 'client',
        code: 'c1',
        redirect_uri: asked?.searchParams.get('redirect_uri'),
      },
    });
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    expect(asked?.searchParams.get('code_challenge')).toBe(Buffer.from(digest).toString('base64url'));
    expect(asked?.searchParams.get('code_challenge_method')).toBe('S256');
    expect(asked?.searchParams.get('scope')).toBe('openid read');
  });

  test('each login has its own state and verifier', async () => {
    const states = new Set<string | null>();
    const { obtain, seen } = world({
      settings,
      browse: (url) => {
        states.add(url.searchParams.get('state'));
        comeBack({ code: 'c1' })(url);
      },
    });
    await obtain('authorize');
    await obtain('authorize');
    expect(states.size).toBe(2);
    expect(new Set(seen.map(({ form }) => form['code_verifier'])).size).toBe(2);
  });

  test.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
    [
      'the person refuses',
      { error: 'access_denied', error_description: 'No.' },
      'access_denied',
      /refused\. The server says: "No"/,
    ],
    ['two codes in one', { code: '', error: 'x' }, 'x', /answered x/],
    ['an implicit answer', { code: 'c', id_token: 'x' }, 'token-answer-malformed', /implicit/],
  ])('%s', async (_, parameters, code, message) => {
    const { obtain, events } = world({ settings, browse: comeBack(parameters) });
    expect(await obtain()).toMatchObject({
      ok: false,
      stopped: { code, message: expect.stringMatching(message) },
    });
    expect(events).toEqual(['login true paste possible', 'login-done']);
  });

  test('a server that sends no state back', async () => {
    const { obtain } = world({ settings, browse: comeBack({ code: 'c' }, { state: false }) });
    expect(tokenIn(await obtain())).toBe('state-missing');
  });

  test('nobody logs in', async () => {
    const { obtain, events } = world({ settings, loginTimeoutMs: 50 });
    expect(tokenIn(await obtain())).toBe('login-timeout');
    expect(events).toEqual(['login false paste possible', 'login-done']);
  });

  test('the person cancels', async () => {
    const controller = new AbortController();
    const { obtain, events } = world({ settings, browse: () => setTimeout(() => controller.abort(), 20) });
    expect(tokenIn(await obtain('auto', { signal: controller.signal }))).toBe('cancelled');
    expect(events).toEqual(['login true paste possible', 'login-done']);
  });

  describe('the issuer in the answer (RFC 9207)', () => {
    const issuer = 'https://as.example';
    const answer = ({ purpose }: Seen): FakeAnswer =>
      purpose === 'discovery'
        ? { body: { issuer, authorization_response_iss_parameter_supported: true } }
        : granted;

    test.each<[string, Readonly<Record<string, string>>, string]>([
      ['is compared', { code: 'c', iss: issuer }, 'at-1'],
      ['must not be another', { code: 'c', iss: 'https://evil.example' }, 'token-answer-malformed'],
      ['must not be missing where it was announced', { code: 'c' }, 'token-answer-malformed'],
    ])('%s', async (_, parameters, wanted) => {
      const { obtain } = world({ answer, settings: { ...settings, issuer }, browse: comeBack(parameters) });
      expect(tokenIn(await obtain())).toBe(wanted);
    });

    test('is not compared where the profile names none', async () => {
      const { obtain } = world({ settings, browse: comeBack({ code: 'c', iss: 'https://whoever.example' }) });
      expect(tokenIn(await obtain())).toBe('at-1');
    });

    test('metadata that cannot be read do not stop a login whose endpoints are typed', async () => {
      const { obtain } = world({
        answer: ({ purpose }) => (purpose === 'discovery' ? { status: 500 } : granted),
        settings: { ...settings, issuer },
        browse: comeBack({ code: 'c' }),
      });
      expect(tokenIn(await obtain())).toBe('at-1');
    });
  });
});
