import { generateKeyPairSync } from 'node:crypto';
import { createPublicKey, createPrivateKey, type KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { signWith } from '../../electron/schemes/signing.ts';
import { stillWorld } from '../compose/will-send.ts';
import { valueOf } from '../exchange/fields.ts';
import { decodeJwt } from '../token/jwt.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import { isHmacAlgorithm, jwsAlgorithms, secretBytes, signJws, type JwsAlgorithm } from './jose/jws.ts';
import { jwt } from './jwt.ts';
import type { OpenSettings, OutgoingRequest, SchemeEnv } from './scheme.ts';

const env: SchemeEnv = {
  ...stillWorld,
  nowMs: () => 1_700_000_000_900,
  randomBytes: (count) => new Uint8Array(count).fill(0xff),
  sign: signWith,
};
const now = 1_700_000_000;

const sent = (given: OpenSettings, request = bareRequest()): OutgoingRequest => {
  const [first] = sentRequests(jwt.flow(request, jwt.settings.parse(given), env));
  if (first === undefined) throw new Error('nothing is sent');
  return first;
};

const tokenOf = (given: OpenSettings): string =>
  (valueOf(sent(given).fields, 'Authorization') ?? '').replace(/^Bearer /, '');

const decoded = (given: OpenSettings) => {
  const read = decodeJwt(tokenOf(given));
  if (read.kind !== 'jwt') throw new Error(`no token: ${read.kind}`);
  return read.jwt;
};

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const rsa = pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
const curve = (namedCurve: string): string => pem(generateKeyPairSync('ec', { namedCurve }).privateKey);
const keys: Partial<Record<JwsAlgorithm, string>> = {
  ES256: curve('P-256'),
  ES384: curve('P-384'),
  ES512: curve('P-521'),
  EdDSA: pem(generateKeyPairSync('ed25519').privateKey),
};

const secret = 'a secret of more than sixty-four bytes, so that HS512 has nothing to say of it';

describe('jose accepts what is signed', () => {
  test.each(jwsAlgorithms)('%s', async (algorithm) => {
    const privateKey = keys[algorithm] ?? rsa;
    const token = tokenOf({ algorithm, secret, privateKey, claims: '{"sub":"alice"}' });
    const key = isHmacAlgorithm(algorithm)
      ? new TextEncoder().encode(secret)
      : createPublicKey(createPrivateKey(privateKey));
    const { payload, protectedHeader } = await jwtVerify(token, key, { currentDate: new Date(now * 1000) });
    expect(protectedHeader).toEqual({ alg: algorithm, typ: 'JWT' });
    expect(payload).toEqual({ sub: 'alice', iat: now, exp: now + 300 });
  });
});

test('RFC 7515 A.1 is signed as printed', () => {
  const key = secretBytes(
    'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
    'base64',
  );
  const signed = signJws(
    'HS256',
    { secret: key ?? new Uint8Array() },
    '{"typ":"JWT",\r\n "alg":"HS256"}',
    '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}',
    env,
  );
  expect(signed.signature).toBe('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
});

describe('header and claims', () => {
  test('keep what was typed', () => {
    const claims = { iat: 1, exp: 2, nbf: 3, jti: 'mine' };
    expect(
      decoded({ secret, claims: JSON.stringify(claims), notBefore: true, tokenId: true }).claims,
    ).toEqual(claims);
    expect(decoded({ secret, header: '{"kid":"k1","typ":"at+jwt"}' }).header).toEqual({
      alg: 'HS256',
      kid: 'k1',
      typ: 'at+jwt',
    });
  });

  test.each<[OpenSettings, object]>([
    [{}, { iat: now, exp: now + 300 }],
    [{ lifetime: '' }, { iat: now }],
    [{ lifetime: '60', omitIssuedAt: true }, { exp: now + 60 }],
    [
      { lifetime: '60', claims: '{"iat":100}' },
      { iat: 100, exp: 160 },
    ],
    [
      { lifetime: '', notBefore: true },
      { iat: now, nbf: now },
    ],
    [
      { lifetime: '', omitIssuedAt: true, tokenId: true, claims: ' ' },
      { jti: 'ffffffff-ffff-4fff-bfff-ffffffffffff' },
    ],
  ])('with %j are %j', (given, claims) => expect(decoded({ secret, ...given }).claims).toEqual(claims));

  test('a long number keeps its digits', () => {
    const [, part = ''] = tokenOf({ secret, claims: '{"id": 12345678901234567890}' }).split('.');
    expect(atob(part)).toContain('"id":12345678901234567890');
  });
});

describe('a secret', () => {
  const text = tokenOf({ secret: 'Hello' });
  test.each<[string, OpenSettings]>([
    ['in Base64', { secret: 'SGVsbG8=', secretEncoding: 'base64' }],
    ['in Base64url', { secret: 'SGVsbG8', secretEncoding: 'base64' }],
    ['as a JWK', { secret: '{"kty":"oct","k":"SGVsbG8"}' }],
  ])('%s is the same as its text', (_, given) => expect(tokenOf(given)).toBe(text));
});

describe('where it travels', () => {
  test('in a field of one’s own without a prefix', () => {
    const request = sent({ secret, field: 'X-JWT', prefix: '' });
    expect(valueOf(request.fields, 'X-JWT')).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(valueOf(request.fields, 'Authorization')).toBeUndefined();
  });

  test('in the query', () => {
    const request = sent({ secret, place: 'query', parameter: 'jwt' });
    expect(request.url).toMatch(/\?jwt=eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(request.fields).toEqual(bareRequest().fields);
  });

  test.each<[string, OpenSettings]>([
    ['without a secret', {}],
    ['without a private key', { algorithm: 'ES256', secret }],
  ])('nowhere %s', (_, given) => expect(sent(given)).toEqual(bareRequest()));
});

test('how it was signed is shown without the signature', () => {
  const { xray } = sent({ secret, claims: '{"sub":"alice"}' });
  const token = tokenOf({ secret, claims: '{"sub":"alice"}' });
  expect(xray?.parts).toMatchObject([
    { label: 'JOSE header', text: '{"alg":"HS256","typ":"JWT"}' },
    { label: 'claims', text: `{"sub":"alice","iat":${now},"exp":${now + 300}}` },
    { kind: 'to-sign', text: token.slice(0, token.lastIndexOf('.')) },
    { kind: 'result', masked: true },
  ]);
  expect(JSON.stringify(xray)).not.toContain(token.slice(token.lastIndexOf('.') + 1));
});

describe('settings that make no token', () => {
  test.each<[OpenSettings, RegExp | undefined]>([
    [{ secret }, undefined],
    [{ claims: 'x' }, undefined],
    [{ secret, claims: '{"a":\n1,}' }, /claims of the JWT are no JSON object: in line 2, column 3/],
    [{ secret, header: '[]' }, /header of the JWT is no JSON object/],
    [{ secret, header: '{"alg":"none"}' }, /names "none", and HS256 is chosen/],
    [{ secret, header: '{"alg":"HS256"}' }, undefined],
    [{ secret, lifetime: '5m' }, /number of seconds/],
    [{ secret: 'a b!', secretEncoding: 'base64' }, /not Base64/],
    [{ secret, field: 'X JWT' }, /cannot be the name/],
    [{ secret, place: 'query', parameter: '' }, /no name/],
  ])('%j', (given, problem) => {
    const said = jwt.problem?.(jwt.settings.parse(given));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });

  test.each<[OpenSettings, string | undefined]>([
    [{ secret }, undefined],
    [{}, undefined],
    [{ secret: 'short' }, 'The secret has 5 of 32 bytes'],
    [{ algorithm: 'ES256', privateKey: 'x' }, undefined],
  ])('a short secret is said beforehand: %j', (given, title) => {
    const said = jwt.notices?.(jwt.settings.parse(given), bareRequest(), 0) ?? [];
    expect(said.map((notice) => notice.title)).toEqual(title === undefined ? [] : [title]);
  });
});

describe('other tools', () => {
  test.each(['postman', 'hoppscotch'] as const)('%s reads back what is written for it', (tool) => {
    const settings = jwt.settings.parse({ secret, claims: '{"a":1}', place: 'query', parameter: 'jwt' });
    const foreign = jwt.foreign?.[tool];
    expect(foreign?.read(foreign.write?.(settings) ?? {})).toMatchObject({
      algorithm: 'HS256',
      secret: { plain: secret },
      claims: '{"a":1}',
      place: 'query',
      parameter: 'jwt',
      lifetime: '',
      omitIssuedAt: true,
    });
  });
});
