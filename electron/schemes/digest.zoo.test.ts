import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { authParam } from '../../shared/http-auth/auth.ts';
import { parseAuthParams } from '../../shared/http-auth/auth-params.ts';
import { parseCredentials } from '../../shared/http-auth/credentials.ts';
import { responseOf, type ReceivedResponse } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import type { Executed } from '../net/execute.ts';
import { allListen } from '../zoo.test-support.ts';
import { senderOf, statusesOf } from './zoo.test-support.ts';

const apache = 'http://127.0.0.1:18101';
const lighttpd = 'http://127.0.0.1:18105';
const httpbin = 'http://127.0.0.1:18131';
const up = await allListen([18101, 18105, 18131]);
if (!up) console.log('skipped: Digest against Apache, lighttpd and httpbin, since the auth zoo is not up.');

const alice = { username: 'alice', password: 'wonderland' };

const sentParam = ({ exchanges }: Executed, name: string): readonly (string | undefined)[] =>
  exchanges.map(({ request }) =>
    authParam(parseCredentials(valueOf(request.fields, 'Authorization') ?? ''), name),
  );

const rspauthOf = ({ exchanges }: Executed): string | undefined =>
  exchanges.at(-1)?.request.xray?.parts.find(({ label }) => label === 'rspauth')?.text;

const answersOf = ({ exchanges }: Executed): readonly ReceivedResponse[] =>
  exchanges.flatMap((exchange) => responseOf(exchange) ?? []);

const infoOf = (executed: Executed): string =>
  valueOf(answersOf(executed).at(-1)?.fields ?? [], 'Authentication-Info') ?? '';

const challengeOf = (executed: Executed): string =>
  valueOf(answersOf(executed)[0]?.fields ?? [], 'WWW-Authenticate') ?? '';

describe.runIf(up)("Digest against other people's servers", () => {
  test.each(['/digest/', '/digest/?a=1&b=c%20d', '/digest/?'])('Apache, MD5, %s', async (path) => {
    const executed = await senderOf('digest')(`${apache}${path}`, alice);
    expect(statusesOf(executed)).toEqual([401, 200]);
    expect(rspauthOf(executed)).toMatch(/^As expected/);
  });

  test('Apache, a wrong password', async () => {
    const executed = await senderOf('digest')(`${apache}/digest/`, { ...alice, password: 'x' });
    expect(statusesOf(executed)).toEqual([401, 401]);
    expect(executed.stopped).toBeUndefined();
  });

  test('Apache, the nonce is used again and counted', async () => {
    const send = senderOf('digest');
    const sent = [];
    for (let at = 0; at < 3; at += 1) sent.push(await send(`${apache}/digest/?n=${at}`, alice));
    expect(sent.map(statusesOf)).toEqual([[401, 200], [200], [200]]);
    expect(sent.map((one) => sentParam(one, 'nc').at(-1))).toEqual(['00000001', '00000002', '00000003']);
    expect(new Set(sent.map((one) => sentParam(one, 'nonce').at(-1))).size).toBe(1);
  });

  test('Apache, the next nonce that it names is taken, and one that has become stale is renewed once', async () => {
    const send = senderOf('digest');
    const first = await send(`${apache}/digest-short/`, alice);
    expect(statusesOf(first)).toEqual([401, 200]);
    const next = authParam(parseAuthParams(infoOf(first)), 'nextnonce');
    await pause(3200);
    const late = await send(`${apache}/digest-short/`, alice);
    expect(statusesOf(late)).toEqual([401, 200]);
    expect(sentParam(late, 'nonce')[0]).toBe(next);
    expect(challengeOf(late)).toMatch(/stale=true/);
  });

  test.each([
    ['/digest-sha256/', 'SHA-256'],
    ['/digest-sha512-256/', 'SHA-512-256'],
    ['/digest-both/', 'SHA-256'],
  ])('lighttpd, %s', async (path, algorithm) => {
    const executed = await senderOf('digest')(`${lighttpd}${path}`, alice);
    expect(statusesOf(executed)).toEqual([401, 200]);
    expect(sentParam(executed, 'algorithm').at(-1)).toBe(algorithm);
  });

  test('lighttpd, the weaker one of two when it is the one wanted', async () => {
    const executed = await senderOf('digest')(`${lighttpd}/digest-both/`, { ...alice, algorithm: 'MD5' });
    expect(statusesOf(executed)).toEqual([401, 200]);
    expect(sentParam(executed, 'algorithm').at(-1)).toBe('MD5');
  });

  test('lighttpd, an algorithm that it does not offer', async () => {
    const executed = await senderOf('digest')(`${lighttpd}/digest-sha256/`, { ...alice, algorithm: 'MD5' });
    expect(statusesOf(executed)).toEqual([401]);
    expect(executed.stopped?.message).toMatch(/offers Digest with SHA-256, and the settings allow only MD5/);
  });

  describe.each(['auth', 'auth-int'])('httpbin, qop=%s', (qop) => {
    test.each(['MD5', 'SHA-256', 'SHA-512'])('%s', async (algorithm) => {
      const send = senderOf('digest');
      const url = `${httpbin}/digest-auth/${qop}/alice/wonderland/${algorithm}`;
      const executed = await send(url, alice);
      expect(statusesOf(executed)).toEqual([401, 200]);
      expect(sentParam(executed, 'qop').at(-1)).toBe(qop);
      expect(statusesOf(await send(url, { ...alice, password: 'x' }))).not.toContain(200);
    });
  });

  test('httpbin, stale for ever: two answers and no more', async () => {
    const executed = await senderOf('digest')(`${httpbin}/digest-auth/auth/alice/wonderland/MD5/0`, alice, {
      fields: [{ name: 'Cookie', value: 'fake=fake_value; stale_after=0', on: true }],
    });
    expect(statusesOf(executed)).toEqual([401, 401, 401]);
    const last = answersOf(executed).at(-1)?.fields ?? [];
    expect(valueOf(last, 'WWW-Authenticate')).toMatch(/stale=true/i);
  });
});
