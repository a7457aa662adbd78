import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SentField } from '../../shared/exchange/exchange.ts';
import { answerOf, failureIn, lastOf, onlyOne, testTransport } from './net.test-support.ts';
import { allListen, zooKeys } from '../zoo.test-support.ts';

/** Other people's servers, where the auth zoo runs on this machine: Apache, nginx, squid, httpbin. */
const ports = { apache: 18101, nginx: 18111, nginxTls: 18113, squid: 18121, httpbin: 18131 };

const caFile = join(zooKeys, 'server-ca.crt');
const up = (await allListen(Object.values(ports))) && existsSync(caFile);
if (!up) console.log('skipped: the transport against the auth zoo, since it is not up.');
const ca = up ? [readFileSync(caFile, 'utf8')] : [];

const basic = (user: string, password: string): SentField => ({
  name: 'Authorization',
  value: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const fieldsFor = (host: string, ...more: readonly SentField[]): readonly SentField[] => [
  { name: 'Host', value: host },
  { name: 'Accept', value: '*/*' },
  ...more,
];

describe.runIf(up)("against other people's servers", () => {
  test.each([
    ['wrong', 401],
    ['wonderland', 200],
  ])('Apache, Basic, password %s: %i', async (password, status) => {
    const host = `127.0.0.1:${ports.apache}`;
    const answer = answerOf(
      onlyOne(
        await testTransport()({
          url: `http://${host}/basic/`,
          fields: fieldsFor(host, basic('alice', password)),
        }),
      ),
    );
    expect(answer.status).toBe(status);
    expect(answer.rawHead).toMatch(/^HTTP\/1\.1 \d{3} [^]*\r\n\r\n$/);
    expect(answer.fields.some(({ name }) => name === 'WWW-Authenticate')).toBe(status === 401);
  });

  test.each(['gzip', 'deflate', 'brotli'])('httpbin, %s', async (coding) => {
    const host = `127.0.0.1:${ports.httpbin}`;
    const answer = answerOf(
      onlyOne(
        await testTransport()({
          url: `http://${host}/${coding}`,
          fields: fieldsFor(host, { name: 'Accept-Encoding', value: 'gzip, deflate, br' }),
        }),
      ),
    );
    expect(answer.body).toMatchObject({ kind: 'text', text: expect.stringMatching(/"method": ?"GET"/) });
    expect(answer.decodedSize).not.toBe(answer.encodedSize);
  });

  test('nginx over TLS, its authority named: the chain from the server to its authority', async () => {
    const host = `127.0.0.1:${ports.nginxTls}`;
    const exchange = onlyOne(
      await testTransport()({ url: `https://${host}/open.json`, fields: fieldsFor(host), route: { ca } }),
    );
    expect(answerOf(exchange).status).toBe(200);
    expect(exchange.connection?.tls).toMatchObject({
      authorized: true,
      protocol: expect.stringMatching(/^TLSv1/),
    });
    const chain = exchange.connection?.tls?.chain ?? [];
    expect(chain[0]?.issuer).toBe(chain[1]?.subject);
  });

  test('nginx over TLS, its authority unknown', async () => {
    const host = `127.0.0.1:${ports.nginxTls}`;
    const exchange = onlyOne(
      await testTransport()({ url: `https://${host}/basic/`, fields: fieldsFor(host) }),
    );
    expect(failureIn(exchange).code).toBe('tls-certificate');
    expect(exchange.connection?.tls?.authorized).toBe(false);
    expect(exchange.request.rawHead).toBeUndefined();
  });

  const through = (username: string, password: string) => ({
    ca,
    proxy: { url: `http://127.0.0.1:${ports.squid}`, username, password, scheme: 'basic' as const },
  });

  test.each([
    ['no credentials', '', '', 407],
    ['a wrong password', 'alice', 'x', 407],
    ['the right one', 'alice', 'wonderland', 200],
  ])('squid, http, %s', async (_name, username, password, status) => {
    const host = `127.0.0.1:${ports.nginx}`;
    const exchange = onlyOne(
      await testTransport()({
        url: `http://${host}/open.json`,
        fields: fieldsFor(host),
        route: through(username, password),
      }),
    );
    expect(answerOf(exchange).status).toBe(status);
    expect(exchange.request.target).toBe(`http://${host}/open.json`);
  });

  test.each([
    ['no credentials', '', '', ['connect'], 407],
    ['the right ones', 'alice', 'wonderland', ['connect', 'resource'], 200],
  ])('squid, CONNECT, %s', async (_name, username, password, purposes, status) => {
    const host = `127.0.0.1:${ports.nginxTls}`;
    const exchanges = await testTransport()({
      url: `https://${host}/open.json`,
      fields: fieldsFor(host),
      route: through(username, password),
    });
    expect(exchanges.map(({ purpose }) => purpose)).toEqual(purposes);
    const answer = answerOf(lastOf(exchanges));
    expect(answer.status).toBe(status);
    // squid says why in a page; it belongs to the refusal.
    if (status === 407)
      expect(answer.body).toMatchObject({ kind: 'text', text: expect.stringContaining('<html') });
  });

  test('50 MiB behind Basic go to a file', async () => {
    const host = `127.0.0.1:${ports.nginx}`;
    const answer = answerOf(
      onlyOne(
        await testTransport()({
          url: `http://${host}/big/50mb.bin`,
          fields: fieldsFor(host, basic('alice', 'wonderland')),
        }),
      ),
    );
    expect(answer.body).toMatchObject({ kind: 'file', size: 50 * 1024 * 1024 });
  });
});
