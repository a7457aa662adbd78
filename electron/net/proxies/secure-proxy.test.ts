import { connect, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { valueOf } from '../../../shared/exchange/fields.ts';
import {
  answerOf,
  failureIn,
  lastOf,
  onlyOne,
  rawServer,
  selfSigned,
  testTransport,
} from '../net.test-support.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const pair = selfSigned(2);
if (pair === undefined) console.log('skipped: logins to HTTPS proxies, since openssl is not installed.');

const asks =
  'HTTP/1.1 407 No\r\nProxy-Authenticate: Digest realm="p", nonce="n", qop="auth"\r\nContent-Length: 3\r\n\r\nno\n';

/** Lets through whoever answers by Digest; the first line tells where to. */
const guarded = (socket: Socket, head: string): void => {
  if (!/proxy-authorization: Digest /i.test(head)) return void socket.write(asks);
  const [, host, port] = /^CONNECT ([^:]+):(\d+) /.exec(head) ?? [];
  if (port === undefined) return void socket.write(ok);
  const onward = connect(Number(port), host, () => {
    socket.removeAllListeners('data');
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
};

describe.runIf(pair !== undefined)('an HTTPS proxy that asks for Digest', () => {
  const tls = pair ?? { key: '', cert: '' };
  const fields = [{ name: 'Authorization', value: 'Bearer for-the-server' }];
  const route = (port: number, verifyTls?: boolean) => ({
    ca: [tls.cert],
    proxy: {
      url: `https://127.0.0.1:${port}`,
      username: 'alice',
      password: 'wonderland',
      scheme: 'automatic' as const,
      ...(verifyTls === undefined ? {} : { verifyTls }),
    },
  });

  test('is answered on the connection that it asked on, and the server gets its own field', async () => {
    const server = await rawServer(ok, { tls });
    const proxy = await rawServer(guarded, { tls });
    const url = `https://127.0.0.1:${server.port}/x`;
    const exchanges = await testTransport()({ url, fields, route: route(proxy.port) });
    expect(exchanges.map((one) => [one.purpose, answerOf(one).status])).toEqual([
      ['connect', 407],
      ['connect', 200],
      ['resource', 200],
    ]);
    expect(proxy.connections()).toBe(1);
    expect(exchanges[1]?.connection).toMatchObject({ reused: true, tls: { authorized: true } });
    expect(exchanges[1]?.request.xray?.scheme).toContain('Digest');
    expect(proxy.received()).not.toContain('for-the-server');
    expect(server.received()).toBe('GET /x HTTP/1.1\r\nAuthorization: Bearer for-the-server\r\n\r\n');
  });

  test('is answered for a plain request, beside the field of the server', async () => {
    const proxy = await rawServer(guarded, { tls });
    const exchanges = await testTransport()({ url: 'http://a.example/b', fields, route: route(proxy.port) });
    expect(exchanges.map((one) => answerOf(one).status)).toEqual([407, 200]);
    const sent = lastOf(exchanges).request.fields;
    expect(valueOf(sent, 'Authorization')).toBe('Bearer for-the-server');
    expect(valueOf(sent, 'Proxy-Authorization')).toMatch(
      /^Digest username="alice".* uri="http:\/\/a\.example\/b"/,
    );
  });

  test.each([
    [true, 'tls-certificate'],
    [undefined, 'tls-certificate'],
  ])('is not spoken to where nobody vouches for it (checked: %s)', async (verifyTls, code) => {
    const proxy = await rawServer(guarded, { tls });
    const unknown = { ...route(proxy.port, verifyTls), ca: [] };
    for (const url of ['http://a.example/', 'https://a.example/']) {
      expect(failureIn(onlyOne(await testTransport()({ url, route: unknown }))).code).toBe(code);
    }
    expect(proxy.received()).toBe('');
  });

  test('is spoken to unchecked where that is chosen, while the server stays checked', async () => {
    const server = await rawServer(ok, { tls });
    const proxy = await rawServer(guarded, { tls });
    const unchecked = { ...route(proxy.port, false), ca: [] };
    const plain = await testTransport()({ url: 'http://a.example/', route: unchecked });
    expect(answerOf(lastOf(plain)).status).toBe(200);
    const tunnelled = await testTransport()({ url: `https://127.0.0.1:${server.port}/`, route: unchecked });
    expect(failureIn(lastOf(tunnelled)).code).toBe('tls-certificate');
    expect(server.received()).toBe('');
  });
});
