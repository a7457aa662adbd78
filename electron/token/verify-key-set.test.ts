import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { verifyWithKeySet } from './verify-key-set.ts';

const signed = async (kid: string) => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const token = await new SignJWT({ sub: 'u1' }).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
  return { token, key: { ...(await exportJWK(publicKey)), kid } };
};

test('any key of the set may bear the signature out', async () => {
  const [one, other] = [await signed('one'), await signed('other')];
  const both = JSON.stringify({ keys: [other.key, one.key] });
  expect(await verifyWithKeySet(one.token, both)).toEqual({ valid: true });
  expect(await verifyWithKeySet(one.token, JSON.stringify({ keys: [other.key] }))).toMatchObject({
    valid: false,
  });
});

test.each(['', '[]', '{"keys":7}', '{"keys":[]}', 'no json'])('no key in %s', async (text) => {
  const { token } = await signed('one');
  expect(await verifyWithKeySet(token, text)).toEqual({ valid: false, because: 'the set holds no key' });
});
