import { describe, expect, test } from 'vitest';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { leftHalfHash } from './id-token.ts';
import { jwt } from './fakes.test-support.ts';
import { pastedAnswer } from './login-answer.ts';
import { granted, tokenIn, world } from './world.test-support.ts';

/** Comes to the end of a login by pasting the redirect URI with these parameters, in its query or its fragment. */
const paste = (parameters: Readonly<Record<string, string>>, where: '?' | '#' = '?') => {
  const said: (string | undefined)[] = [];
  const prompt = ({
    url,
    accept,
  }: {
    url: string;
    accept?: (address: string) => string | undefined;
  }): void => {
    const asked = new URL(url).searchParams;
    const answer = new URLSearchParams({ ...parameters, state: asked.get('state') ?? '' });
    if (answer.get('id_token') === 'fresh') {
      const c_hash = leftHalfHash(parameters['code'] ?? '', 'none');
      answer.set('id_token', jwt({ nonce: asked.get('nonce'), c_hash }));
    }
    said.push(accept?.(`${asked.get('redirect_uri') ?? ''}${where}${answer.toString()}`));
  };
  return { prompt, said };
};

describe('what may be pasted', () => {
  const take = (address: string) => pastedAnswer('s1').accept(address);

  test.each([
    'https://app.example/cb?code=c&state=s1',
    ' com.example.app:/cb?code=c&state=s1 ',
    'http://127.0.0.1:1/#access_token=a&state=s1',
    'https://app.example/cb?error=access_denied&state=s1',
    'https://app.example/cb?code=c',
  ])('%s', (address) => expect(take(address)).toBeUndefined());

  test.each([
    ['', /not an address/],
    ['code=c&state=s1', /not an address/],
    ['https://as.example/authorize?state=s1', /holds no answer/],
    ['https://app.example/cb?code=c&state=other', /another login/],
    ['https://app.example/cb?code=c&state=s1&state=s1', /another login/],
    ['https://app.example/cb?code=c&state=s1#state=s2', /another login/],
  ])('not %j', (address, problem) => expect(take(address)).toMatch(problem));

  test('a wrong one does not end the wait', async () => {
    const { accept, answer } = pastedAnswer('s1');
    accept('https://app.example/cb?code=evil&state=other');
    accept('https://app.example/cb?code=c&state=s1');
    const taken = await answer;
    expect(taken.kind === 'answered' && taken.parameters.get('code')).toBe('c');
  });
});

describe('a login whose redirect nobody can listen for', () => {
  const settings = {
    grant: 'authorization-code',
    clientAuthentication: 'none',
    scope: 'openid read',
  } as const;

  test.each([
    'https://app.example/callback',
    'com.example.app:/oauth',
    'urn:ietf:wg:oauth:2.0:oob',
    'https://127.0.0.1:8443/callback',
  ])('%s', async (redirectUri) => {
    const { prompt, said } = paste({ code: 'c1' });
    const { obtain, seen, events } = world({ settings: { ...settings, redirectUri }, prompt });
    expect(tokenIn(await obtain())).toBe('at-1');
    expect(said).toEqual([undefined]);
    expect(events).toEqual(['login false paste needed', 'login-done', 'token']);
    expect(seen[0]?.form).toMatchObject({ code: 'c1', redirect_uri: redirectUri });
    expect(seen[0]?.form['code_verifier']).toMatch(/^.{43,}$/);
  });

  test('a loopback redirect may be pasted too, from a browser on another machine', async () => {
    const { prompt } = paste({ code: 'c1' });
    const { obtain, events } = world({ settings, prompt });
    expect(tokenIn(await obtain())).toBe('at-1');
    expect(events[0]).toBe('login false paste possible');
  });

  test.each<[string, Partial<OAuth2Settings>, Readonly<Record<string, string>>, string]>([
    ['the server refuses', {}, { error: 'access_denied' }, 'access_denied'],
    ['a hybrid answer refused', { grant: 'hybrid' }, { error: 'access_denied' }, 'access_denied'],
    ['a hybrid answer without a code', { grant: 'hybrid' }, { id_token: 'fresh' }, 'no-code'],
    [
      'an ID token of another login',
      { grant: 'hybrid' },
      { code: 'c', id_token: jwt({ nonce: 'x' }) },
      'nonce-mismatch',
    ],
    [
      'an implicit answer that is no token',
      { grant: 'implicit' },
      { id_token: 'fresh' },
      'token-answer-malformed',
    ],
  ])('%s', async (_, change, parameters, code) => {
    const { prompt } = paste(parameters, '#');
    const redirectUri = 'https://app.example/callback';
    const { obtain, seen } = world({ settings: { ...settings, ...change, redirectUri }, prompt });
    expect(tokenIn(await obtain())).toBe(code);
    expect(seen).toEqual([]);
  });

  test('cancelling ends the wait for it', async () => {
    const controller = new AbortController();
    const redirectUri = 'https://app.example/callback';
    const { obtain } = world({
      settings: { ...settings, redirectUri },
      prompt: () => controller.abort(),
    });
    expect(tokenIn(await obtain('auto', { signal: controller.signal }))).toBe('cancelled');
  });

  test('nobody pastes anything', async () => {
    const redirectUri = 'https://app.example/callback';
    const { obtain } = world({ settings: { ...settings, redirectUri }, loginTimeoutMs: 20 });
    expect(tokenIn(await obtain())).toBe('login-timeout');
  });
});

describe('grants whose answer is a pasted address', () => {
  test('implicit: the token is in the fragment, and nothing is sent for it', async () => {
    const { prompt } = paste(
      { access_token: 'at-9', token_type: 'Bearer', expires_in: '60', refresh_token: 'no' },
      '#',
    );
    const { obtain, seen, tokens } = world({ settings: { grant: 'implicit' }, prompt });
    expect(tokenIn(await obtain())).toBe('at-9');
    expect(seen).toEqual([]);
    expect(await tokens().states()).toMatchObject([{ hasRefreshToken: false, expiresAtMs: 1_060_000 }]);
  });

  test('hybrid: the code is exchanged', async () => {
    const { prompt } = paste({ code: 'c1', id_token: 'fresh' }, '#');
    const { obtain, seen } = world({
      settings: { grant: 'hybrid', scope: 'openid' },
      prompt,
      answer: () => granted,
    });
    expect(tokenIn(await obtain())).toBe('at-1');
    expect(seen.map(({ form }) => form['grant_type'])).toEqual(['authorization_code']);
  });

  test('an answer of another server is refused', async () => {
    const issuer = 'https://as.example';
    const { prompt } = paste({ access_token: 'a', iss: 'https://evil.example' }, '#');
    const { obtain } = world({
      settings: { grant: 'implicit', issuer },
      prompt,
      answer: () => ({ body: { issuer } }),
    });
    expect(tokenIn(await obtain())).toBe('issuer-mismatch');
  });
});
