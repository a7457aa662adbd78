import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { signWith } from '../../electron/schemes/signing.ts';
import { stillWorld } from '../compose/will-send.ts';
import { valueOf } from '../exchange/fields.ts';
import { asap } from './asap.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import type { OpenSettings, OutgoingRequest, SchemeEnv } from './scheme.ts';

const now = 1_700_000_000;
const env: SchemeEnv = {
  ...stillWorld,
  nowMs: () => now * 1000,
  randomBytes: (count) => new Uint8Array(count),
  sign: signWith,
};

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const full = { issuer: 'micros/app', audience: 'target', keyId: 'micros/app/k1', privateKey: pem };

const sent = (given: OpenSettings, request = bareRequest()): OutgoingRequest => {
  const [first] = sentRequests(asap.flow(request, asap.settings.parse(given), env));
  if (first === undefined) throw new Error('nothing is sent');
  return first;
};

const verified = async (given: OpenSettings) => {
  const token = (valueOf(sent(given).fields, 'Authorization') ?? '').replace(/^Bearer /, '');
  return jwtVerify(token, createPublicKey(pair.privateKey), { currentDate: new Date(now * 1000) });
};

describe('jose accepts the token', () => {
  test('with all that the specification wants', async () => {
    const { payload, protectedHeader } = await verified(full);
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'micros/app/k1' });
    expect(payload).toEqual({
      iss: 'micros/app',
      aud: 'target',
      iat: now,
      exp: now + 60,
      jti: '00000000-0000-4000-8000-000000000000',
    });
  });

  test('with a subject, several audiences and further claims', async () => {
    const { payload } = await verified({
      ...full,
      algorithm: 'PS256',
      subject: 'alice',
      audience: 'a, b',
      lifetime: '3600',
      claims: '{"role":"admin","jti":"mine"}',
    });
    expect(payload).toMatchObject({
      sub: 'alice',
      aud: ['a', 'b'],
      exp: now + 3600,
      role: 'admin',
      jti: 'mine',
    });
  });

  test('with the key as a data URI, which names it', async () => {
    const base64 = pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    const privateKey = `data:application/pkcs8;kid=micros%2Fapp%2Fk2;base64,${base64}`;
    const { protectedHeader } = await verified({ ...full, keyId: '', privateKey });
    expect(protectedHeader.kid).toBe('micros/app/k2');
  });
});

describe('silence', () => {
  test('without a key nothing is added', () =>
    expect(sent({ ...full, privateKey: ' ' })).toEqual(bareRequest()));

  test('a typed Authorization stays', () => {
    const typed = { name: 'Authorization', value: 'mine', origin: { from: 'typed', note: '' } } as const;
    expect(sent(full, bareRequest({ fields: [typed] })).fields).toEqual([typed]);
  });
});

describe('settings that make no token', () => {
  test.each<[OpenSettings, RegExp | undefined]>([
    [full, undefined],
    [{}, undefined],
    [{ ...full, issuer: '' }, /issuer and an audience/],
    [{ ...full, audience: ' , ' }, /issuer and an audience/],
    [{ ...full, keyId: '' }, /key ID/],
    [{ ...full, lifetime: '3601' }, /between 1 and 3600/],
    [{ ...full, lifetime: '0' }, /between 1 and 3600/],
    [{ ...full, claims: '{' }, /line 1, column 2/],
  ])('%#', (given, problem) => {
    const said = asap.problem?.(asap.settings.parse(given));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });

  test.each<[OpenSettings, number]>([
    [full, 0],
    [{}, 0],
    [{ ...full, keyId: 'other/k1' }, 1],
    [{ ...full, keyId: 'micros/application/k1' }, 1],
  ])('%#: a key ID of another issuer is said', (given, count) =>
    expect(asap.notices?.(asap.settings.parse(given), bareRequest(), 0)).toHaveLength(count),
  );
});

describe('other tools', () => {
  test.each(['postman', 'insomnia'] as const)('%s reads back what is written for it', (tool) => {
    const foreign = asap.foreign?.[tool];
    const { privateKey, ...plain } = full;
    expect(foreign?.read(foreign.write?.(asap.settings.parse(full)) ?? {})).toMatchObject({
      ...plain,
      privateKey: { plain: privateKey },
    });
  });

  test.each([
    ['', '3600'],
    ['90', '90'],
    ['5m', '300'],
    ['1h', '3600'],
    ['2 hours', '3600'],
  ])('Postman’s exp %j is %s seconds', (exp, lifetime) =>
    expect(asap.foreign?.postman?.read({ exp })).toMatchObject({ lifetime }),
  );
});
