import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ClientCertificateSource } from './client-certificate.ts';
import { answerOf, failureIn, onlyOne, testTransport, type Given } from './net.test-support.ts';

/** nginx of the auth zoo, which requires a client certificate of one authority. */
const port = 18114;
const keys = process.env['ZOO_KEYS'] ?? join(homedir(), '.cache', 'auth-zoo', 'keys');
const listens = await new Promise<boolean>((resolve) => {
  const socket = connect(port, '127.0.0.1')
    .once('connect', () => {
      socket.destroy();
      resolve(true);
    })
    .once('error', () => resolve(false));
});
const up = listens && existsSync(join(keys, 'server-ca.crt'));
if (!up) console.log('skipped: client certificates against the auth zoo, since it is not up.');
const ca = up ? [readFileSync(join(keys, 'server-ca.crt'), 'utf8')] : [];

const host = `127.0.0.1:${port}`;
const shown = (
  certificateFile: string,
  keyFile?: string,
  passphrase = '',
  pattern = host,
): readonly ClientCertificateSource[] => [
  {
    host: pattern,
    note: `for ${pattern}`,
    certificateFile: join(keys, certificateFile),
    keyFile: keyFile === undefined ? undefined : join(keys, keyFile),
    passphrase,
  },
];

const send = async (clientCertificates: readonly ClientCertificateSource[], more: Given['route'] = {}) =>
  onlyOne(
    await testTransport()({
      url: `https://${host}/`,
      fields: [{ name: 'Host', value: host }],
      route: { ca, clientCertificates, ...more },
    }),
  );

describe.runIf(up)('nginx that requires a client certificate', () => {
  test.each<[string, readonly ClientCertificateSource[]]>([
    ['PEM pair', shown('alice.crt', 'alice.key')],
    ['PEM in one file', shown('alice.pem')],
    ['encrypted key', shown('alice.crt', 'alice-encrypted.key', 'wonderland')],
    ['PKCS #12', shown('alice.p12', undefined, 'wonderland')],
  ])('%s of alice: 200, and the exchange says what was offered and why', async (_, certificates) => {
    const exchange = await send(certificates);
    expect(answerOf(exchange).status).toBe(200);
    expect(exchange.connection?.clientCertificate).toEqual({
      subject: expect.stringContaining('alice'),
      note: `for ${host}`,
    });
  });

  test.each<[string, readonly ClientCertificateSource[], RegExp]>([
    ['none', [], /No required SSL certificate was sent/],
    ['of an authority that is not trusted', shown('mallory.crt', 'mallory.key'), /SSL certificate error/],
    ['for another host', shown('alice.crt', 'alice.key', '', '*.example.com'), /No required SSL certificate/],
    ['for another port', shown('alice.crt', 'alice.key', '', '127.0.0.1:443'), /No required SSL certificate/],
  ])('%s: 400 in its own words', async (_, certificates, words) => {
    const answer = answerOf(await send(certificates));
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ text: expect.stringMatching(words) });
  });

  test('a wrong passphrase sends nothing', async () => {
    const exchange = await send(shown('alice.p12', undefined, 'wrong'));
    expect(failureIn(exchange).message).toMatch(/passphrase of .* is wrong/);
    expect(exchange.connection).toBeUndefined();
  });

  test('the connection of one certificate is not taken for another', async () => {
    const transport = testTransport();
    const status = async (certificates: readonly ClientCertificateSource[]): Promise<number> =>
      answerOf(
        onlyOne(
          await transport({
            url: `https://${host}/`,
            fields: [{ name: 'Host', value: host }],
            route: { ca, clientCertificates: certificates },
          }),
        ),
      ).status;
    expect(await status(shown('alice.pem'))).toBe(200);
    expect(await status([])).toBe(400);
    expect(await status(shown('alice.pem'))).toBe(200);
  });

  test('a server whose check is switched off by its name is reached without its authority', async () => {
    const unchecked = await send(shown('alice.pem'), { ca: [], uncheckedHosts: ['127.0.0.1'] });
    expect(answerOf(unchecked).status).toBe(200);
    expect(unchecked.connection?.tls?.authorized).toBe(false);
    const other = await send(shown('alice.pem'), { ca: [], uncheckedHosts: ['*.example.com'] });
    expect(failureIn(other).code).toBe('tls-certificate');
  });
});
