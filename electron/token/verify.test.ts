import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { verifyJws } from './verify.ts';

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
const key = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
const token = await new SignJWT({ sub: 'alice', exp: 1 })
  .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
  .sign(privateKey);
const [header = '', claims = '', signature = ''] = token.split('.');

test('a sound token gives its payload, however old it is', async () => {
  const verified = await verifyJws(token, key);
  expect(verified).toMatchObject({ valid: true, algorithm: 'ES256' });
  if (verified.valid)
    expect(JSON.parse(new TextDecoder().decode(verified.payload))).toEqual({ sub: 'alice', exp: 1 });
});

describe('what is not sound is refused with a reason', () => {
  const other = { ...key, x: key.y ?? '', y: key.x ?? '' };
  test.each<[string, string, object, RegExp]>([
    ['a changed claim', `${header}.${claims.slice(0, -2)}AA.${signature}`, key, /signature does not fit/],
    ['a key of another name', token, { ...key, kid: 'k2' }, /names the key k1, and this is k2/],
    ['a key for another algorithm', token, { ...key, alg: 'ES384' }, /another algorithm/],
    ['a key for encryption', token, { ...key, use: 'enc' }, /use/],
    ['a key that may not verify', token, { ...key, key_ops: ['encrypt'] }, /key_ops/],
    ['a key that is none', token, other, /./],
    ['a space inside', `${header} .${claims}.${signature}`, key, /Base64url/],
    ['an unsecured token', new UnsecuredJWT({}).encode(), key, /another algorithm/],
    ['no token', 'abc', key, /./],
  ])('%s', async (_, text, jwk, because) => {
    expect(await verifyJws(text, jwk)).toEqual({ valid: false, because: expect.stringMatching(because) });
  });
});
