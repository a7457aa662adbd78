import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { clientAuthentication } from './client-authentication.ts';
import { settingsOf } from './fakes.test-support.ts';

const server = { issuer: 'https://as.example', token_endpoint: 'https://as.example/token' };

describe('client authentication', () => {
  const proof = async (
    way: 'basic' | 'basic-raw' | 'body' | 'none',
    clientId: string,
    clientSecret: string,
  ) => {
    const body = new URLSearchParams();
    const headers = new Headers();
    const settings = settingsOf({ clientAuthentication: way, clientId, clientSecret });
    await clientAuthentication(settings, () => 0)(server, { client_id: clientId }, body, headers);
    const value = headers.get('authorization');
    return {
      basic: value === null ? undefined : Buffer.from(value.replace('Basic ', ''), 'base64').toString('utf8'),
      body: body.toString(),
    };
  };

  test.each<[Parameters<typeof proof>, { basic: string | undefined; body: string }]>([
    [['basic', 's6BhdRkqt3', 'gX1fBat3bV'], { basic: 's6BhdRkqt3:gX1fBat3bV', body: '' }],
    [['basic', 'svc-odd:id', 'p+ss/w%rd &='], { basic: 'svc-odd%3Aid:p%2Bss%2Fw%25rd+%26%3D', body: '' }],
    [['basic', '5f0c2a1e-1b1b-4c4c', 'a.b_c*d~e'], { basic: '5f0c2a1e-1b1b-4c4c:a.b_c*d%7Ee', body: '' }],
    [['basic', 'ü', '€'], { basic: '%C3%BC:%E2%82%AC', body: '' }],
    [['basic-raw', 'svc-odd', 'p+ss/w%rd &='], { basic: 'svc-odd:p+ss/w%rd &=', body: '' }],
    [['basic-raw', 'ü', '€'], { basic: 'ü:€', body: '' }],
    [['body', 'id', 'a&b'], { basic: undefined, body: 'client_id=id&client_secret=a%26b' }],
    [['none', 'id', 'ignored'], { basic: undefined, body: 'client_id=id' }],
    [['basic', 'id', ''], { basic: undefined, body: 'client_id=id' }],
  ])('%j', async (given, wanted) => expect(await proof(...given)).toEqual(wanted));

  const keys = {
    rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    ed25519: generateKeyPairSync('ed25519'),
  };
  const assertionOf = async (given: Partial<OAuth2Settings>): Promise<URLSearchParams> => {
    const body = new URLSearchParams();
    const settings = settingsOf({ clientId: 'svc', ...given });
    await clientAuthentication(settings, () => 1_700_000_000_999)(
      server,
      { client_id: 'svc' },
      body,
      new Headers(),
    );
    return body;
  };

  test.each<[string, KeyPairKeyObjectResult, OAuth2Settings['keyAlgorithm'], 'pem' | 'jwk']>([
    ['RSA in PEM', keys.rsa, 'RS256', 'pem'],
    ['RSA-PSS in JWK', keys.rsa, 'PS384', 'jwk'],
    ['P-256 in PEM', keys.p256, 'ES256', 'pem'],
    ['Ed25519 in JWK', keys.ed25519, 'EdDSA', 'jwk'],
  ])('private_key_jwt with %s, verified by jose', async (_, { privateKey, publicKey }, alg, form) => {
    const text =
      form === 'pem'
        ? privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
        : JSON.stringify(privateKey.export({ format: 'jwk' }));
    const body = await assertionOf({
      clientAuthentication: 'key-jwt',
      clientSecret: '',
      privateKey: text,
      keyAlgorithm: alg,
      keyId: 'k1',
    });
    expect(body.get('client_id')).toBe('svc');
    expect(body.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(body.has('client_secret')).toBe(false);
    const { payload, protectedHeader } = await jwtVerify(body.get('client_assertion') ?? '', publicKey, {
      issuer: 'svc',
      subject: 'svc',
      audience: server.issuer,
      currentDate: new Date(1_700_000_030_000),
    });
    expect(protectedHeader).toEqual({ alg, typ: 'JWT', kid: 'k1' });
    expect(payload.iat).toBe(1_700_000_000);
    expect(payload.exp).toBe(1_700_000_060);
  });

  test('client_secret_jwt, and no jti twice', async () => {
    const secret = 'a-secret-of-at-least-32-bytes-ü-ü';
    const given = { clientAuthentication: 'secret-jwt', clientSecret: secret } as const;
    const ids = new Set<string | undefined>();
    for (const body of [await assertionOf(given), await assertionOf(given)]) {
      const { payload } = await jwtVerify(
        body.get('client_assertion') ?? '',
        new TextEncoder().encode(secret),
        { audience: server.issuer, currentDate: new Date(1_700_000_030_000) },
      );
      ids.add(payload.jti);
    }
    expect(ids.size).toBe(2);
  });

  test('the certificate of the connection needs the id alone', async () => {
    const body = await assertionOf({ clientAuthentication: 'certificate', clientSecret: 'left over' });
    expect(body.toString()).toBe('client_id=svc');
  });

  test('a key that cannot be used stops before anything is sent', async () => {
    const given = { clientAuthentication: 'key-jwt', privateKey: 'no key' } as const;
    await expect(assertionOf(given)).rejects.toThrow(/cannot be read/);
  });
});
