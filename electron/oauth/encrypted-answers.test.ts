import { CompactEncrypt, exportJWK, exportPKCS8, generateKeyPair, SignJWT, type JWK } from 'jose';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { decrypted } from './decrypted.ts';
import type { FakeAnswer, Seen } from './fakes.test-support.ts';
import { metadataOf, tokenIn, world } from './world.test-support.ts';

/** What a server encrypts for the client: whole answers of a login (JARM §2.2), and ID tokens. */

const issuer = 'https://as.example';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const left = (hash: string, text: string, count: number): Uint8Array =>
  createHash(hash).update(text).digest().subarray(0, count);

type Claims = Readonly<Record<string, unknown>>;
type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const made = async (alg: string): Promise<KeyPair> => await generateKeyPair(alg, { extractable: true });

let signing: KeyPair;
let client: KeyPair;
let stranger: KeyPair;
let privateKey = '';
let keys: readonly JWK[] = [];

beforeAll(async () => {
  [signing, client, stranger] = (await Promise.all(['ES256', 'RSA-OAEP-256', 'RSA-OAEP-256'].map(made))) as [
    KeyPair,
    KeyPair,
    KeyPair,
  ];
  keys = [{ ...(await exportJWK(signing.publicKey)), kid: 'k1', alg: 'ES256' }];
  privateKey = await exportPKCS8(client.privateKey);
});

const signed = (claims: Claims): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(signing.privateKey);

const sealed = (text: string, key: KeyPair = client): Promise<string> =>
  new CompactEncrypt(bytes(text))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' })
    .encrypt(key.publicKey);

const opened = (given: Partial<OAuth2Settings>, token: string) =>
  decrypted({ privateKey: '', keyPassphrase: '', clientSecret: '', ...given }, token, 'The answer');

describe('what is encrypted for the client is opened', () => {
  const secret = 'a secret of the client';

  test.each(['RSA-OAEP', 'RSA-OAEP-256', 'ECDH-ES', 'ECDH-ES+A256KW'])(
    'by its private key: %s',
    async (alg) => {
      const pair = await made(alg);
      const header = { alg, enc: 'A128CBC-HS256' };
      const token = await new CompactEncrypt(bytes('hidden'))
        .setProtectedHeader(header)
        .encrypt(pair.publicKey);
      const jwk = JSON.stringify(await exportJWK(pair.privateKey));
      expect(await opened({ privateKey: await exportPKCS8(pair.privateKey) }, token)).toBe('hidden');
      expect(await opened({ privateKey: jwk }, token)).toBe('hidden');
    },
  );

  /** OpenID Connect Core §10.2: the left bits of a hash of the secret, as many as the algorithm wants. */
  test.each<[string, string, Uint8Array]>([
    ['A128KW', 'A128GCM', left('sha256', secret, 16)],
    ['A192KW', 'A128GCM', left('sha256', secret, 24)],
    ['A256GCMKW', 'A256GCM', left('sha256', secret, 32)],
    ['dir', 'A128GCM', left('sha256', secret, 16)],
    ['dir', 'A128CBC-HS256', left('sha256', secret, 32)],
    ['dir', 'A192CBC-HS384', left('sha384', secret, 48)],
    ['dir', 'A256CBC-HS512', left('sha512', secret, 64)],
  ])('by its secret: %s with %s', async (alg, enc, key) => {
    const token = await new CompactEncrypt(bytes('hidden')).setProtectedHeader({ alg, enc }).encrypt(key);
    expect(await opened({ clientSecret: secret }, token)).toBe('hidden');
  });

  test.each<[string, () => Promise<string>, () => Partial<OAuth2Settings>, RegExp]>([
    ['for another key', () => sealed('x', stranger), () => ({ privateKey }), /encrypted for another key/],
    ['and the profile has no key', () => sealed('x'), () => ({}), /There is no private key/],
    ['and damaged', async () => 'a.b.c.d.e', () => ({ privateKey }), /could not be opened/],
    [
      'by a password, which takes as long as its writer pleases',
      () =>
        new CompactEncrypt(bytes('x'))
          .setProtectedHeader({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' })
          .encrypt(bytes(secret)),
      () => ({ privateKey, clientSecret: secret }),
      /"alg"/,
    ],
    [
      'by a secret that the profile does not hold',
      () =>
        new CompactEncrypt(bytes('x'))
          .setProtectedHeader({ alg: 'dir', enc: 'A128GCM' })
          .encrypt(left('sha256', secret, 16)),
      () => ({ privateKey }),
      /dir takes the client’s secret, and the profile holds none/,
    ],
  ])('not where it is %s', async (_, token, settings, message) => {
    expect(await opened(settings(), await token())).toMatchObject({
      code: 'decryption-failed',
      message: expect.stringMatching(message),
    });
  });
});

/** A login of a plain code whose token endpoint brings `idToken`, made from what the login asked for. */
const loggedIn = (
  settings: Partial<OAuth2Settings>,
  answer: (asked: URLSearchParams) => Promise<Readonly<Record<string, string>>>,
  idToken: (asked: URLSearchParams) => Promise<string | undefined> = async () => undefined,
) => {
  let asked = new URLSearchParams();
  const server = async ({ url }: Seen): Promise<FakeAnswer> => {
    if (url.endsWith('/jwks')) return keys.length === 0 ? { status: 500 } : { body: { keys } };
    if (url.endsWith('/token')) {
      const made = await idToken(asked);
      const token = { access_token: 'at-1', token_type: 'Bearer' };
      return { body: made === undefined ? token : { ...token, id_token: made } };
    }
    return { body: metadataOf(issuer) };
  };
  return world({
    settings: {
      grant: 'authorization-code',
      issuer,
      authorizationEndpoint: '',
      tokenEndpoint: '',
      redirectUri: 'https://app.example/callback',
      scope: 'openid',
      privateKey,
      ...settings,
    },
    answer: server,
    prompt: ({ url, accept }) => {
      asked = new URL(url).searchParams;
      void answer(asked).then((parameters) => {
        accept?.(`https://app.example/callback?${new URLSearchParams(parameters).toString()}`);
      });
    },
  });
};

const good = { iss: issuer, aud: 'client', exp: 2000, sub: 'alice' };
const stateOf = (asked: URLSearchParams) => ({ state: asked.get('state') ?? '' });

describe('an answer that is encrypted as a whole', () => {
  const jarm = (
    change: (asked: URLSearchParams) => Claims,
    seal: (text: string) => Promise<string> = (text) => sealed(text),
  ) =>
    loggedIn({ responseMode: 'jwt' }, async (asked) => ({
      response: await seal(await signed({ ...good, ...stateOf(asked), code: 'c1', ...change(asked) })),
    }));

  test('is opened, judged and taken', async () => {
    const { obtain, seen } = jarm(() => ({}));
    expect(tokenIn(await obtain())).toBe('at-1');
    expect(seen.at(-1)?.form).toMatchObject({ code: 'c1' });
  });

  test.each<[string, () => ReturnType<typeof jarm>, string]>([
    ['of another login', () => jarm(() => ({ state: 'other' })), 'state-mismatch'],
    ['of no login', () => jarm(() => ({ state: undefined })), 'state-mismatch'],
    ['of another server', () => jarm(() => ({ iss: 'https://evil.example' })), 'issuer-mismatch'],
    [
      'for another key',
      () =>
        jarm(
          () => ({}),
          (text) => sealed(text, stranger),
        ),
      'decryption-failed',
    ],
    [
      'with nothing signed in it',
      () =>
        jarm(
          () => ({}),
          () => sealed(JSON.stringify({ code: 'c1' })),
        ),
      'response-malformed',
    ],
  ])('is refused: %s', async (_, login, code) => {
    const { obtain, seen } = login();
    expect(tokenIn(await obtain())).toBe(code);
    expect(seen.some(({ purpose }) => purpose === 'token')).toBe(false);
  });
});

describe('the ID token that a code brings', () => {
  const code = async (asked: URLSearchParams) => ({ ...stateOf(asked), code: 'c1' });
  const brought = (
    claims: (asked: URLSearchParams) => Claims,
    form: (token: string) => string | Promise<string> = (token) => token,
    settings: Partial<OAuth2Settings> = {},
  ) =>
    loggedIn(settings, code, async (asked) =>
      form(await signed({ ...good, nonce: asked.get('nonce'), ...claims(asked) })),
    );
  const tampered = (token: string): string => token.replace(/\.[^.]+$/, `.${'A'.repeat(86)}`);

  test.each<[string, () => ReturnType<typeof brought>]>([
    ['in good order', () => brought(() => ({}))],
    [
      'encrypted',
      () =>
        brought(
          () => ({}),
          (token) => sealed(token),
        ),
    ],
    [
      'encrypted for a key that the profile does not hold',
      () =>
        brought(
          () => ({}),
          (token) => sealed(token, stranger),
        ),
    ],
    ['with the hash of its access token', () => brought(() => ({ at_hash: hashOf('at-1') }))],
  ])('is taken: %s', async (_, login) => {
    const { obtain, tokens } = login();
    expect(tokenIn(await obtain())).toBe('at-1');
    expect(await tokens().states()).toMatchObject([{ hasIdToken: true }]);
  });

  test.each<[string, () => ReturnType<typeof brought>, string]>([
    ['of another login', () => brought(() => ({ nonce: 'other' })), 'nonce-mismatch'],
    ['without the nonce', () => brought(() => ({ nonce: undefined })), 'nonce-mismatch'],
    ['of another server', () => brought(() => ({ iss: 'https://evil.example' })), 'issuer-mismatch'],
    ['for another client', () => brought(() => ({ aud: ['other'] })), 'id-token-audience'],
    ['that is over', () => brought(() => ({ exp: 900 })), 'id-token-expired'],
    [
      'beside another access token',
      () => brought(() => ({ at_hash: hashOf('at-2') })),
      'id-token-hash-mismatch',
    ],
    ['that nobody we know signed', () => brought(() => ({}), tampered), 'id-token-signature'],
    [
      'that nobody we know signed, encrypted',
      () =>
        brought(
          () => ({}),
          (token) => sealed(tampered(token)),
        ),
      'id-token-signature',
    ],
    [
      'that is none',
      () =>
        brought(
          () => ({}),
          () => 'opaque',
        ),
      'id-token-malformed',
    ],
  ])('is refused: %s', async (_, login, problem) => {
    const { obtain, tokens } = login();
    expect(tokenIn(await obtain())).toBe(problem);
    expect(await tokens().states()).toEqual([]);
  });

  test('is taken as it is where the keys cannot be had, since it came straight from the server', async () => {
    const before = keys;
    keys = [];
    try {
      expect(tokenIn(await brought(() => ({}), tampered).obtain())).toBe('at-1');
    } finally {
      keys = before;
    }
  });

  test('is not looked at where the profile knows no issuer', async () => {
    const endpoints = { authorizationEndpoint: `${issuer}/authorize`, tokenEndpoint: `${issuer}/token` };
    const { obtain } = brought(() => ({ iss: 'https://evil.example' }), tampered, {
      issuer: '',
      ...endpoints,
    });
    expect(tokenIn(await obtain())).toBe('at-1');
  });
});

const hashOf = (token: string): string => Buffer.from(left('sha256', token, 16)).toString('base64url');
