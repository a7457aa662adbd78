import { constants, createVerify, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { FlowStopped, signingAlgorithms, type SigningAlgorithm } from '../../shared/schemes/scheme.ts';
import { signWith, verifyWith } from './signing.ts';

const data = new TextEncoder().encode('signed');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed = generateKeyPairSync('ed25519');
const curves = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  ES512: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
};

const pairOf = (algorithm: SigningAlgorithm) =>
  algorithm === 'EdDSA'
    ? ed
    : algorithm === 'ES256' || algorithm === 'ES384' || algorithm === 'ES512'
      ? curves[algorithm]
      : rsa;

const hashOf = (algorithm: SigningAlgorithm): string | undefined =>
  algorithm === 'EdDSA' ? undefined : `sha${algorithm.slice(2)}`;

test.each(signingAlgorithms)('%s is verified by the public key, PEM and JWK alike', (algorithm) => {
  const { privateKey, publicKey } = pairOf(algorithm);
  const texts = [
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    JSON.stringify(privateKey.export({ format: 'jwk' })),
  ];
  for (const text of texts) {
    const signature = signWith(algorithm, { text }, data);
    const how = {
      key: publicKey,
      dsaEncoding: 'ieee-p1363' as const,
      ...(algorithm.startsWith('PS')
        ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
        : {}),
    };
    expect(verify(hashOf(algorithm), data, how, signature)).toBe(true);
    for (const shown of [
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      JSON.stringify(publicKey.export({ format: 'jwk' })),
    ]) {
      expect(verifyWith(algorithm, shown, data, signature)).toBe(true);
      expect(verifyWith(algorithm, shown, new TextEncoder().encode('changed'), signature)).toBe(false);
    }
  }
});

test.each<[string, string, RegExp]>([
  ['no key', 'abc', /public key cannot be read/],
  ['broken JWK', '{"kty":', /public key cannot be read/],
  [
    'of another kind',
    ed.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    /RS256 takes an RSA key; the public key/,
  ],
])('a public key that cannot be used is said, too: %s', (_, text, message) => {
  expect(() => verifyWith('RS256', text, data, data)).toThrow(message);
});

test('RS1 is RSA with SHA-1', () => {
  const text = rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const signature = signWith('RS1', { text }, data);
  expect(createVerify('RSA-SHA1').update(data).verify(rsa.publicKey, signature)).toBe(true);
});

describe('a key that cannot be used is said in a sentence', () => {
  const encrypted = rsa.privateKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' })
    .toString();
  const p256 = curves.ES256.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  test.each<[string, SigningAlgorithm, { text: string; passphrase?: string }, string, RegExp]>([
    ['none', 'RS256', { text: ' ' }, 'key-unreadable', /no private key/],
    ['no key', 'RS256', { text: 'abc' }, 'key-unreadable', /cannot be read/],
    ['broken JWK', 'RS256', { text: '{"kty":' }, 'key-unreadable', /cannot be read/],
    ['encrypted', 'RS256', { text: encrypted }, 'key-unreadable', /give its passphrase/],
    ['wrong passphrase', 'RS256', { text: encrypted, passphrase: 'x' }, 'key-unreadable', /does not open/],
    ['of another kind', 'RS256', { text: p256 }, 'key-unfit', /RS256 takes an RSA key/],
    ['on another curve', 'ES384', { text: p256 }, 'key-unfit', /prime256v1/],
  ])('%s', (_, algorithm, key, code, message) => {
    const act = (): unknown => signWith(algorithm, key, data);
    expect(act).toThrow(FlowStopped);
    expect(act).toThrow(message);
    expect(act).toThrow(expect.objectContaining({ code }));
  });

  test('an encrypted one opens with its passphrase', () =>
    expect(signWith('RS256', { text: encrypted, passphrase: 'open' }, data)).toHaveLength(256));
});
