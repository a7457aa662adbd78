import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { fakeTransport, route, type FakeAnswer, type Seen } from './fakes.test-support.ts';
import { checkSignature } from './signature-check.ts';

const issuer = 'https://as.example';
let keys: readonly JWK[] = [];
const tokens: Record<string, string> = {};

beforeAll(async () => {
  const [own, other] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  keys = [{ ...(await exportJWK(own.publicKey)), kid: 'k1' }];
  const sign = (
    key: typeof own.privateKey | Uint8Array,
    header: { alg: string; kid?: string },
    iss = issuer,
  ) => new SignJWT({ iss, sub: 'alice' }).setProtectedHeader(header).sign(key);
  tokens['good'] = await sign(own.privateKey, { alg: 'ES256', kid: 'k1' });
  tokens['another key'] = await sign(other.privateKey, { alg: 'ES256', kid: 'k1' });
  tokens['unknown key'] = await sign(other.privateKey, { alg: 'ES256', kid: 'k9' });
  tokens['another issuer'] = await sign(own.privateKey, { alg: 'ES256', kid: 'k1' }, 'https://other.example');
  tokens['no address'] = await sign(own.privateKey, { alg: 'ES256' }, 'acme');
  tokens['plain http'] = await sign(own.privateKey, { alg: 'ES256' }, 'http://as.example');
  tokens['secret'] = await sign(new Uint8Array(32), { alg: 'HS256' });
  tokens['unsigned'] = new UnsecuredJWT({ iss: issuer }).encode();
  tokens['opaque'] = 'opaque-token';
});

const server = ({ url }: Seen): FakeAnswer =>
  url.endsWith('/jwks') ? { body: { keys } } : { body: { issuer, jwks_uri: `${issuer}/jwks` } };

const check = async (token: string, answer = server) => {
  const { transport, seen } = fakeTransport(answer);
  const carrier = {
    transport,
    route,
    signal: new AbortController().signal,
    userAgent: 'why401',
    onExchange: () => undefined,
  };
  return { ...(await checkSignature(token, carrier)), seen };
};

describe('a token against the keys of its issuer', () => {
  test.each([
    ['good', 'good', 'The signature is good by the keys of as.example.', 2],
    ['another key', 'bad', 'the signature does not fit the key', 2],
    ['unknown key', 'bad', 'publishes no key k9', 2],
    ['another issuer', 'not-checked', 'those of another issuer', 1],
    ['no address', 'not-checked', 'names no issuer with an address', 0],
    ['plain http', 'not-checked', 'plain HTTP', 0],
    ['secret', 'not-checked', 'signed with a secret (HS256)', 0],
    ['unsigned', 'bad', 'not signed at all', 0],
    ['opaque', 'not-checked', 'no JSON Web Token', 0],
  ] as const)('%s', async (name, verdict, says, lookUps) => {
    const token = tokens[name] ?? '';
    const { seen, ...checked } = await check(token);
    expect(checked.verdict).toBe(verdict);
    expect(checked.says).toContain(says);
    expect(seen).toHaveLength(lookUps);
    expect(JSON.stringify(seen)).not.toContain(token);
  });

  test.each([
    ['no key set', (one: Seen) => (one.url.endsWith('/jwks') ? { status: 404, body: {} } : server(one))],
    ['no jwks_uri', () => ({ body: { issuer } })],
    ['no metadata', () => ({ status: 404, body: {} })],
  ] as const)('is not called bad where there is %s', async (_, answer) =>
    expect((await check(tokens['good'] ?? '', answer)).verdict).toBe('not-checked'),
  );
});
