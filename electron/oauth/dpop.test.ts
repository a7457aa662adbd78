import { describe, expect, test } from 'vitest';
import { stillWorld } from '../../shared/compose/will-send.ts';
import type { Field, ReceivedResponse } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import { checkDpopProof, type ProofExpectation } from '../../shared/oauth/dpop-check.test-support.ts';
import { publicKeyOf } from '../../shared/oauth/dpop-proof.ts';
import { jwkThumbprint, type JsonWebKey } from '../../shared/oauth/jwk-thumbprint.ts';
import { bareRequest } from '../../shared/schemes/drive.test-support.ts';
import { oauth2 } from '../../shared/schemes/oauth2.ts';
import type { DpopKey, OutgoingRequest, SchemeEnv } from '../../shared/schemes/scheme.ts';
import { createSchemeHost, createSchemeMemories } from '../schemes/scheme-host.ts';
import { verifyJws } from '../token/verify.ts';
import { createDpopKeys } from './dpop-prover.ts';
import { memoryVault, type FakeAnswer, type Seen } from './fakes.test-support.ts';
import { tokenIn, world } from './world.test-support.ts';

const check = (proof: string, expected: ProofExpectation) =>
  checkDpopProof(proof, expected, async (one: string, key: JsonWebKey) => (await verifyJws(one, key)).valid);

const bound: FakeAnswer = { body: { access_token: 'at-1', token_type: 'DPoP', expires_in: 300 } };
const proofIn = ({ fields }: Pick<Seen, 'fields'>): string => valueOf(fields, 'DPoP') ?? '';

describe('DPoP at the token endpoint', () => {
  const settings = { dpop: true } as const;
  const url = 'https://as.example/token';

  test('proves the key of the profile, which is kept in the vault', async () => {
    const { obtain, seen, clock, vault, restart, tokens } = world({ settings, answer: () => bound });
    const outcome = await obtain('fetch');
    restart();
    await obtain('fetch');
    const keys: string[] = [];
    const ids = new Set<string>();
    for (const asked of seen) {
      const checked = await check(proofIn(asked), { method: 'POST', url, nowMs: clock.nowMs });
      expect(checked.valid).toBe(true);
      if (checked.valid) keys.push(checked.jkt);
      ids.add(proofIn(asked));
    }
    expect(ids.size).toBe(2);
    expect(keys[0]).toBe(keys[1]);
    expect(outcome).toMatchObject({ ok: true, accessToken: 'at-1', tokenType: 'dpop' });
    const key = outcome.ok ? outcome.dpop : undefined;
    expect(jwkThumbprint(key === undefined ? {} : publicKeyOf(key))).toBe(keys[0]);
    expect(await tokens().current('p1', '')).toEqual({
      accessToken: 'at-1',
      tokenType: 'dpop',
      dpop: key,
    });
    await tokens().forget('p1');
    expect(vault.entries.get('oauth-dpop/p1')).toBeUndefined();
  });

  /** Wants a nonce first, and another one from the second token on. */
  const strict = () => {
    let nonce = 'n1';
    return (asked: Seen, nth: number): FakeAnswer => {
      const [, claims = ''] = proofIn(asked).split('.');
      const had = JSON.parse(Buffer.from(claims, 'base64url').toString()).nonce;
      if (nth === 3) nonce = 'n2';
      return had === nonce ? { ...bound, nonce } : { status: 400, body: { error: 'use_dpop_nonce' }, nonce };
    };
  };

  test('is repeated once with the nonce that the server wants, and remembers it', async () => {
    const { obtain, seen } = world({ settings, answer: strict() });
    expect(tokenIn(await obtain('fetch'))).toBe('at-1');
    expect(seen).toHaveLength(2);
    expect(tokenIn(await obtain('fetch'))).toBe('at-1');
    expect(seen).toHaveLength(4);
    expect(tokenIn(await obtain('fetch'))).toBe('at-1');
    expect(seen).toHaveLength(5);
  });

  test.each<[string, FakeAnswer, number]>([
    ['that gives no nonce', { status: 400, body: { error: 'use_dpop_nonce' } }, 1],
    ['that is never content', { status: 400, body: { error: 'use_dpop_nonce' }, nonce: 'n1' }, 2],
    ['that refuses the proof', { status: 400, body: { error: 'invalid_dpop_proof' }, nonce: 'n1' }, 1],
  ])('does not go on against a server %s', async (_, answer, requests) => {
    const { obtain, seen } = world({ settings, answer: () => answer });
    expect((await obtain()).ok).toBe(false);
    expect(seen).toHaveLength(requests);
  });

  test('a server that does not bind gives a Bearer token', async () => {
    const answer = (): FakeAnswer => ({ body: { access_token: 'at-1', token_type: 'Bearer' } });
    expect(await world({ settings, answer }).obtain()).toEqual({
      ok: true,
      accessToken: 'at-1',
      tokenType: 'bearer',
    });
  });

  test('without the switch nothing is proved', async () => {
    const { obtain, seen, vault } = world();
    await obtain();
    expect(seen[0]?.fields.some(({ name }) => name === 'DPoP')).toBe(false);
    expect([...vault.entries.keys()].some((id) => id.startsWith('oauth-dpop'))).toBe(false);
  });
});

describe('DPoP at the resource', () => {
  const url = 'https://api.example.com/v1/me?x=1';

  const refused = (fields: readonly Field[]): ReceivedResponse => ({
    status: 401,
    reason: '',
    httpVersion: '1.1',
    fields: [...fields],
    body: { kind: 'none' },
  });
  const challenge = { name: 'WWW-Authenticate', value: 'DPoP error="use_dpop_nonce", algs="ES256"' };
  const nonceField = (value: string): Field => ({ name: 'DPoP-Nonce', value });
  const fine: ReceivedResponse = { ...refused([]), status: 200 };

  /** Drives the scheme's flow against these answers; the requests that it sends. */
  const drive = (
    env: SchemeEnv,
    key: DpopKey,
    answers: readonly ReceivedResponse[],
    request = bareRequest({ url }),
  ): readonly OutgoingRequest[] => {
    const sent: OutgoingRequest[] = [];
    const flow = oauth2.flow(request, oauth2.initial, env);
    let next = flow.next();
    while (next.done !== true) {
      if (next.value.step === 'send') {
        sent.push(next.value.request);
        next = flow.next({ result: 'response', response: answers[sent.length - 1] ?? fine });
      } else next = flow.next({ result: 'token', accessToken: 'at', tokenType: 'dpop', dpop: key });
    }
    return sent;
  };

  const make = async () => ({
    env: createSchemeHost(() => 1_700_000_000_000, createSchemeMemories()('p')).env,
    key: await createDpopKeys(memoryVault()).of('p'),
  });
  const expected = { method: 'GET', url, accessToken: 'at', nowMs: 1_700_000_000_000 };

  test('token and proof travel together, and the X-ray shows no secret', async () => {
    const { env, key } = await make();
    const [request, ...more] = drive(env, key, [fine]);
    expect(more).toEqual([]);
    expect(valueOf(request?.fields ?? [], 'Authorization')).toBe('DPoP at');
    const proof = valueOf(request?.fields ?? [], 'DPoP') ?? '';
    expect(await check(proof, expected)).toEqual({ valid: true, jkt: jwkThumbprint(publicKeyOf(key)) });
    expect(JSON.stringify(request?.xray)).not.toContain(proof.split('.')[2]);
    expect(JSON.stringify(request?.xray)).not.toContain(JSON.parse(key.privateJwk).d);
  });

  test('is sent once more with the nonce of the answer, which is kept for the next Send', async () => {
    const { env, key } = await make();
    const sent = drive(env, key, [refused([challenge, nonceField('n1')]), fine]);
    expect(sent).toHaveLength(2);
    const again = drive(env, key, [fine]);
    expect(again).toHaveLength(1);
    for (const request of [sent[1], again[0]]) {
      const proof = valueOf(request?.fields ?? [], 'DPoP') ?? '';
      expect((await check(proof, { ...expected, nonce: 'n1' })).valid).toBe(true);
    }
    expect(valueOf(sent[0]?.fields ?? [], 'DPoP')).not.toBe(valueOf(sent[1]?.fields ?? [], 'DPoP'));
  });

  test.each<[string, readonly Field[]]>([
    ['no nonce comes', [challenge]],
    [
      'it is refused for another reason',
      [{ name: 'WWW-Authenticate', value: 'DPoP error="invalid_token"' }, nonceField('n1')],
    ],
    ['nothing is said', [nonceField('n1')]],
  ])('is not sent again where %s', async (_, fields) => {
    const { env, key } = await make();
    expect(drive(env, key, [refused(fields)])).toHaveLength(1);
  });

  test('is sent again once only', async () => {
    const { env, key } = await make();
    const never = ['n1', 'n2', 'n3'].map((nonce) => refused([challenge, nonceField(nonce)]));
    expect(drive(env, key, never)).toHaveLength(2);
  });

  test('a typed Authorization stays alone', async () => {
    const { env, key } = await make();
    const typed = { name: 'authorization', value: 'mine', origin: { from: 'typed', note: 'you' } } as const;
    const request = bareRequest({ url, fields: [typed] });
    expect(drive(env, key, [], request)[0]?.fields).toEqual([typed]);
  });

  test('a token that is not bound needs no proof', () => {
    const flow = oauth2.flow(bareRequest(), { ...oauth2.initial, dpop: true }, stillWorld);
    flow.next();
    const step = flow.next({ result: 'token', accessToken: 'at', tokenType: 'bearer' }).value;
    const fields = step?.step === 'send' ? step.request.fields : [];
    expect(fields.map(({ name }) => name)).toEqual(['Host', 'Authorization']);
  });
});
