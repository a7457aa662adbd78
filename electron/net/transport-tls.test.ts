import { describe, expect, test } from 'vitest';
import { answerOf, failureIn, onlyOne, rawServer, selfSigned, testTransport } from './net.test-support.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const pair = selfSigned(2);
const expired = selfSigned(-1);
if (pair === undefined)
  console.log('skipped: TLS with a self-signed certificate, since openssl is not installed.');

test.each([
  ['speaks plain HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', /does not speak TLS/],
  ['hangs up', '', /No TLS connection/],
])('a port that %s', async (_name, answer, message) => {
  const server = await rawServer(answer, { whole: () => true });
  const exchange = onlyOne(await testTransport()({ url: `https://127.0.0.1:${server.port}/` }));
  expect(failureIn(exchange)).toMatchObject({ code: 'tls', message: expect.stringMatching(message) });
  expect(exchange.request.rawHead).toBeUndefined();
});

describe.runIf(pair !== undefined)('with a certificate made for this run', () => {
  test('records plaintext and the facts of the handshake', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }) });
    const exchange = onlyOne(
      await testTransport()({
        url: `https://127.0.0.1:${server.port}/`,
        fields: [{ name: 'x-A', value: 'b' }],
        route: { ca: [pair?.cert ?? ''] },
      }),
    );
    expect(answerOf(exchange).rawHead).toBe(ok.slice(0, -2));
    expect(exchange.request.rawHead).toBe(server.received());
    expect(server.received()).toBe('GET / HTTP/1.1\r\nx-A: b\r\n\r\n');
    const { tls } = exchange.connection ?? {};
    expect(tls).toMatchObject({
      protocol: 'TLSv1.3',
      authorized: true,
      cipher: expect.stringMatching(/^TLS_/),
    });
    expect(tls?.problem).toBeUndefined();
    expect(tls?.chain).toEqual([
      {
        subject: 'CN=why401 test, O=why401',
        issuer: 'CN=why401 test, O=why401',
        validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        validTo: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        fingerprint256: expect.stringMatching(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/),
        names: ['127.0.0.1', 'why401.test'],
        serial: expect.stringMatching(/^[0-9A-F]+$/),
        key: 'EC, P-256',
        authority: false,
      },
    ]);
    expect(exchange.timings.tlsMs).toBeGreaterThan(exchange.timings.connectMs ?? Infinity);
  });

  test('an unknown authority is a failure that shows the chain, and nothing leaves', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }) });
    const exchange = onlyOne(
      await testTransport()({
        url: `https://127.0.0.1:${server.port}/`,
        fields: [{ name: 'Authorization', value: 'Bearer secret' }],
      }),
    );
    expect(failureIn(exchange)).toMatchObject({
      code: 'tls-certificate',
      message: expect.stringMatching(/^Nobody this machine trusts/),
    });
    expect(exchange.connection?.tls).toMatchObject({
      authorized: false,
      problem: expect.stringMatching(/SELF_SIGNED/),
      chain: [{ names: ['127.0.0.1', 'why401.test'] }],
    });
    expect(exchange.request.rawHead).toBeUndefined();
    expect(server.received()).toBe('');
  });

  test('the check can be switched off, and the problem is still shown', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }) });
    const exchange = onlyOne(
      await testTransport()({ url: `https://127.0.0.1:${server.port}/`, route: { verifyTls: false } }),
    );
    expect(answerOf(exchange).status).toBe(200);
    expect(exchange.connection?.tls).toMatchObject({
      authorized: false,
      problem: expect.stringMatching(/SELF_SIGNED/),
    });
  });

  test('a connection that was not checked is not used for a request that wants the check', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }), keepOpen: true });
    const send = testTransport();
    const url = `https://127.0.0.1:${server.port}/`;
    expect(onlyOne(await send({ url, route: { verifyTls: false } })).outcome.kind).toBe('answered');
    expect(failureIn(onlyOne(await send({ url }))).code).toBe('tls-certificate');
    const again = onlyOne(await send({ url, route: { verifyTls: false } }));
    expect(again.connection).toMatchObject({
      reused: true,
      tls: { chain: [{ subject: 'CN=why401 test, O=why401' }] },
    });
  });

  test('a certificate for another name', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }) });
    const exchange = onlyOne(
      await testTransport()({ url: `https://localhost:${server.port}/`, route: { ca: [pair?.cert ?? ''] } }),
    );
    expect(failureIn(exchange)).toMatchObject({
      code: 'tls-certificate',
      message: expect.stringMatching(/not for localhost/),
    });
    expect(server.received()).toBe('');
  });

  test.runIf(expired !== undefined)('one that has expired', async () => {
    const server = await rawServer(ok, { ...(expired && { tls: expired }) });
    const exchange = onlyOne(
      await testTransport()({
        url: `https://127.0.0.1:${server.port}/`,
        route: { ca: [expired?.cert ?? ''] },
      }),
    );
    expect(failureIn(exchange)).toMatchObject({
      code: 'tls-certificate',
      message: expect.stringMatching(/has expired/),
    });
  });

  test('http:// to a TLS port', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }) });
    const exchange = onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/` }));
    expect(failureIn(exchange).code).toMatch(/^(?:closed|reset|malformed-answer)$/);
  });
});
