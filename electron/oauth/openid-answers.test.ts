import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { reachesRedirect, type OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import type { FakeAnswer, Seen } from './fakes.test-support.ts';
import { leftHalfHash } from './id-token.ts';
import { granted, metadataOf, tokenIn, world } from './world.test-support.ts';

/** Answers of a login that are signed: ID tokens beside a code or a token, and whole answers (JARM). */

const issuer = 'https://as.example';
type Claims = Readonly<Record<string, unknown>>;
type Signs = (claims: Claims) => Promise<string>;

let ours: Signs;
let stranger: Signs;
let keys: readonly JWK[] = [];

const signer = async (alg: string, kid: string): Promise<{ sign: Signs; jwk: JWK }> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const sign: Signs = (claims) =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg, kid }).sign(privateKey);
  return { sign, jwk: { ...(await exportJWK(publicKey)), kid, alg } };
};

beforeAll(async () => {
  const [own, other] = await Promise.all([signer('ES384', 'k1'), signer('ES384', 'k1')]);
  ours = own.sign;
  stranger = other.sign;
  keys = [own.jwk];
});

const server = ({ url }: Seen): FakeAnswer => {
  if (url.endsWith('/jwks')) return { body: { keys } };
  if (url.endsWith('/token')) return granted;
  return { body: metadataOf(issuer) };
};

/** A login whose answer is pasted; `answer` makes its parameters from those of the request. */
const loggedIn = (
  settings: Partial<OAuth2Settings>,
  answer: (asked: URLSearchParams) => Promise<Readonly<Record<string, string>>>,
) => {
  const { obtain, seen } = world({
    settings: {
      issuer,
      authorizationEndpoint: '',
      tokenEndpoint: '',
      redirectUri: 'https://app.example/callback',
      scope: 'openid',
      ...settings,
    },
    answer: server,
    prompt: ({ url, accept }) => {
      const asked = new URL(url).searchParams;
      void answer(asked).then((parameters) => {
        accept?.(`https://app.example/callback#${new URLSearchParams(parameters).toString()}`);
      });
    },
  });
  return { obtain, seen };
};

const good = { iss: issuer, aud: 'client', exp: 2000, sub: 'alice' };
const nonceOf = (asked: URLSearchParams) => ({ nonce: asked.get('nonce') });
const stateOf = (asked: URLSearchParams) => ({ state: asked.get('state') ?? '' });

describe('hybrid: an ID token beside the code', () => {
  const hybrid = (claims: Claims, by: () => Signs = () => ours) =>
    loggedIn({ grant: 'hybrid' }, async (asked) => ({
      ...stateOf(asked),
      code: 'c1',
      id_token: await by()({ ...good, ...nonceOf(asked), c_hash: leftHalfHash('c1', 'ES384'), ...claims }),
    }));

  test('is taken when all is well; the keys of the issuer are fetched in sight', async () => {
    const { obtain, seen } = hybrid({});
    expect(tokenIn(await obtain())).toBe('at-1');
    expect(seen.map(({ purpose, url }) => `${purpose} ${url.slice(issuer.length)}`)).toEqual([
      'discovery /.well-known/openid-configuration',
      'discovery /jwks',
      'token /token',
    ]);
  });

  test.each<[string, Claims, string]>([
    ['another code', { c_hash: leftHalfHash('c2', 'ES384') }, 'id-token-hash-mismatch'],
    ['no hash of the code', { c_hash: undefined }, 'id-token-hash-mismatch'],
    ['another server', { iss: 'https://evil.example' }, 'issuer-mismatch'],
    ['another client', { aud: ['other'] }, 'id-token-audience'],
    ['a token that is over', { exp: 900 }, 'id-token-expired'],
    ['another login', { nonce: 'x' }, 'nonce-mismatch'],
  ])('is refused: %s', async (_, claims, code) => {
    const { obtain, seen } = hybrid(claims);
    expect(tokenIn(await obtain())).toBe(code);
    expect(seen.some(({ purpose }) => purpose === 'token')).toBe(false);
  });

  test('is refused with a signature of somebody else', async () => {
    const { obtain } = hybrid({}, () => stranger);
    const outcome = await obtain();
    expect(outcome).toMatchObject({ ok: false, stopped: { code: 'id-token-signature' } });
    expect(outcome.ok ? '' : outcome.stopped.message).toMatch(/does not fit the key/);
  });
});

test('a hybrid answer that the browser posts needs nobody to paste it', async () => {
  const { obtain, events } = world({
    settings: {
      issuer,
      authorizationEndpoint: '',
      tokenEndpoint: '',
      grant: 'hybrid',
      scope: 'openid',
      responseMode: 'form_post',
    },
    answer: server,
    browse: (url) => {
      const asked = url.searchParams;
      expect(asked.get('response_mode')).toBe('form_post');
      void ours({ ...good, ...nonceOf(asked), c_hash: leftHalfHash('c1', 'ES384') }).then((idToken) =>
        fetch(asked.get('redirect_uri') ?? '', {
          method: 'POST',
          body: new URLSearchParams({ ...stateOf(asked), code: 'c1', id_token: idToken }),
        }),
      );
    },
  });
  expect(tokenIn(await obtain())).toBe('at-1');
  expect(events).toContain('login true paste possible');
});

test.each<[OAuth2Settings['grant'], OAuth2Settings['responseMode'], boolean]>([
  ['authorization-code', '', true],
  ['authorization-code', 'jwt', true],
  ['authorization-code', 'fragment', false],
  ['authorization-code', 'fragment.jwt', false],
  ['hybrid', '', false],
  ['hybrid', 'jwt', false],
  ['hybrid', 'form_post.jwt', true],
  ['implicit', 'query.jwt', true],
])('%s in mode %j reaches a server at the redirect: %s', (grant, responseMode, reaches) => {
  expect(reachesRedirect({ grant, responseMode })).toBe(reaches);
});

describe('implicit: an ID token beside the access token', () => {
  test.each<[string, Claims, string]>([
    ['belongs to it', { at_hash: leftHalfHash('at-9', 'ES384') }, 'at-9'],
    ['belongs to another', { at_hash: leftHalfHash('at-8', 'ES384') }, 'id-token-hash-mismatch'],
    ['does not say', {}, 'id-token-hash-mismatch'],
  ])('%s', async (_, claims, expected) => {
    const { obtain } = loggedIn({ grant: 'implicit' }, async (asked) => ({
      ...stateOf(asked),
      access_token: 'at-9',
      token_type: 'Bearer',
      id_token: await ours({ ...good, ...nonceOf(asked), ...claims }),
    }));
    expect(tokenIn(await obtain())).toBe(expected);
  });
});

/** OpenID Connect Core, appendix A.4 and A.3: the examples' code and access token with their hashes, RS256. */
test.each([
  ['Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk', 'LDktKdoQak3Pk0cnXxCltA'],
  ['jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y', '77QmUPtjPfzWtF2AnpK9RQ'],
])('the left half of the hash of %s', (value, expected) => {
  expect(leftHalfHash(value, 'RS256')).toBe(expected);
});

describe('an answer that is signed as a whole', () => {
  const jarm = (claims: Claims, by: () => Signs = () => ours, change: Partial<OAuth2Settings> = {}) =>
    loggedIn({ grant: 'authorization-code', responseMode: 'jwt', ...change }, async (asked) => ({
      response: await by()({ ...good, ...stateOf(asked), code: 'c1', ...claims }),
    }));

  test('is asked for, opened and taken', async () => {
    const { obtain, seen } = jarm({});
    expect(tokenIn(await obtain())).toBe('at-1');
    expect(seen.at(-1)?.form).toMatchObject({ code: 'c1' });
  });

  test('a refusal in it is one', async () => {
    const { obtain } = jarm({ code: undefined, error: 'access_denied' });
    expect(tokenIn(await obtain())).toBe('access_denied');
  });

  test.each<[string, Claims, () => Signs, string]>([
    ['another server', { iss: 'https://evil.example' }, () => ours, 'issuer-mismatch'],
    ['another client', { aud: 'other' }, () => ours, 'response-audience'],
    ['one that is over', { exp: 1000 }, () => ours, 'response-expired'],
    ['one without an end', { exp: undefined }, () => ours, 'response-expired'],
    ['a signature of somebody else', {}, () => stranger, 'response-signature'],
  ])('is refused: %s', async (_, claims, by, code) => {
    const { obtain, seen } = jarm(claims, by);
    expect(tokenIn(await obtain())).toBe(code);
    expect(seen.some(({ purpose }) => purpose === 'token')).toBe(false);
  });

  test('without an issuer it cannot be checked', async () => {
    const endpoints = { authorizationEndpoint: `${issuer}/authorize`, tokenEndpoint: `${issuer}/token` };
    const { obtain } = jarm({}, () => ours, { issuer: '', ...endpoints });
    expect(tokenIn(await obtain())).toBe('no-issuer');
  });

  test('one that is not signed is refused where it was asked for', async () => {
    const { obtain } = loggedIn(
      { grant: 'authorization-code', responseMode: 'query.jwt' },
      async (asked) => ({
        ...stateOf(asked),
        code: 'c1',
      }),
    );
    expect(tokenIn(await obtain())).toBe('response-unsigned');
  });
});
