import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { awsSigV4 } from '../../shared/schemes/aws-sigv4.ts';
import type { OpenSettings, OutgoingBody } from '../../shared/schemes/scheme.ts';
import { expectedTexts } from '../../shared/xray/expected.ts';
import { answerOf, onlyOne, testTransport } from '../net/net.test-support.ts';
import { createSchemeHost, firstRequestOf } from './scheme-host.ts';

/** OpenStack Swift with its S3 API, where the auth zoo runs on this machine. */
const host = '127.0.0.1:18151';
const up = await new Promise<boolean>((resolve) => {
  const socket = connect(18151, '127.0.0.1');
  socket.once('error', () => resolve(false)).once('connect', () => resolve(true));
  socket.once('connect', () => socket.destroy());
});
if (!up) console.log('skipped: AWS signatures against the auth zoo, since it is not up.');

const alice = { accessKeyId: 'zoo:alice', secretAccessKey: 'wonderland' };

const ask = async (
  method: string,
  path: string,
  given: OpenSettings = {},
  { text = '', nowMs = Date.now() } = {},
) => {
  const body: OutgoingBody = text === '' ? { kind: 'none' } : { kind: 'bytes', bytes: Buffer.from(text) };
  const schemeHost = createSchemeHost(() => nowMs, { get: () => undefined, set: () => undefined });
  const fields = [
    { name: 'Host', value: host },
    ...(text === ''
      ? []
      : [
          {
            name: 'Content-Length',
            value: String(Buffer.byteLength(text)),
            origin: { from: 'body' as const, note: '' },
          },
        ]),
  ];
  const request = { method, url: `http://${host}${path}`, fields, body };
  const settings = awsSigV4.settings.parse({ ...alice, ...given });
  const signed = await firstRequestOf(awsSigV4.flow(request, settings, schemeHost.env), schemeHost, {
    accessToken: '',
    tokenType: 'bearer',
  });
  if (signed === undefined) throw new Error('nothing is sent');
  return { answer: answerOf(onlyOne(await testTransport()(signed))), xray: signed.xray };
};

const textOf = (body: { kind: string; text?: string }): string => body.text ?? '';

describe.runIf(up)('S3 of the zoo', () => {
  test.each<[string, OpenSettings]>([
    ['header', {}],
    ['query', { place: 'query' }],
    ['unsigned body', { payload: 'unsigned' }],
  ])('lists the bucket: %s', async (_, given) => {
    const { answer } = await ask('GET', '/bucket?prefix=a+b%20c&max-keys=2', given);
    expect(answer.status).toBe(200);
    expect(textOf(answer.body)).toContain('<Prefix>a b c</Prefix>');
  });

  test.each([
    ['signed', '/bucket/plain.txt', {}],
    ['unsigned', '/bucket/unsigned.txt', { payload: 'unsigned' }],
    ['presigned', '/bucket/presigned.txt', { place: 'query' }],
    ['odd characters', "/bucket/a%20b+c(d)'é%25.txt".replace('é', '%C3%A9'), {}],
    ['dots and doubled slashes', '/bucket/a/../b//c/./d', {}],
    ['encoded slashes', '/bucket/a%2Fb', {}],
  ])('puts and gets an object: %s', async (_, path, given) => {
    expect((await ask('PUT', path, given, { text: 'größer' })).answer.status).toBe(200);
    const { answer } = await ask('GET', path, given);
    expect(answer.status).toBe(200);
    expect(textOf(answer.body)).toBe('größer');
    expect((await ask('DELETE', path, given)).answer.status).toBe(204);
  });

  // This Swift knows the words and says that it does not take the coding; aws-chunks.wire.test.ts checks what is sent.
  test.each(['chunks', 'chunks-checksum', 'checksum'])('is told of a body in chunks: %s', async (payload) => {
    const { answer } = await ask('PUT', '/bucket/chunks.txt', { payload }, { text: 'wonderland' });
    expect(answer.status).toBe(501);
    expect(textOf(answer.body)).toContain('aws-chunked is not supported');
  });

  test('a wrong secret', async () => {
    const { answer, xray } = await ask('GET', '/bucket?a=b', { secretAccessKey: 'wonderlanb' });
    expect(answer.status).toBe(403);
    const expected = xray === undefined ? [] : expectedTexts(xray, answer);
    expect(expected.map(({ label, firstDifference }) => [label, firstDifference])).toEqual([
      ['canonical request', undefined],
      ['string to sign', undefined],
    ]);
    expect(textOf(answer.body)).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  test('a clock that is an hour behind', async () => {
    const { answer } = await ask('GET', '/bucket', {}, { nowMs: Date.now() - 3_600_000 });
    expect(answer.status).toBe(403);
    expect(textOf(answer.body)).toContain('RequestTimeTooSkewed');
  });
});
