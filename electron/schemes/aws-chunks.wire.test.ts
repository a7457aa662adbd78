import { createHash, createHmac } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { awsSigV4 } from '../../shared/schemes/aws-sigv4.ts';
import { execute } from '../net/execute.ts';
import { directRoute, onlyOne, rawServer, testFolder } from '../net/net.test-support.ts';
import { createTransport } from '../net/transport.ts';
import { createSchemeHost } from './scheme-host.ts';

/** What a server of S3 does with a body in chunks, written here by the documentation and with Node's own hashes. */
const checked = (head: string, body: Buffer, secret: string): { data: Buffer; trailers: string } => {
  const [, day = '', region = ''] = /Credential=[^/]+\/(\d+)\/([^/]+)\/s3\/aws4_request/.exec(head) ?? [];
  const scope = `${day}/${region}/s3/aws4_request`;
  const date = /^x-amz-date: (.*)\r$/im.exec(head)?.[1] ?? '';
  const hmac = (key: string | Buffer, text: string): Buffer =>
    createHmac('sha256', key).update(text).digest();
  const sha = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`));
  let previous = /Signature=([0-9a-f]{64})/.exec(head)?.[1] ?? '';
  const expectNext = (signature: string, word: string, ...hashes: string[]): void => {
    const text = [`AWS4-HMAC-SHA256-${word}`, date, scope, previous, ...hashes].join('\n');
    expect(signature).toBe(hmac(key, text).toString('hex'));
    previous = signature;
  };
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at);
    const [size = '', signature] = body.toString('latin1', at, end).split(';chunk-signature=');
    const length = Number.parseInt(size, 16);
    const data = body.subarray(end + 2, end + 2 + length);
    if (signature !== undefined) expectNext(signature, 'PAYLOAD', sha(''), sha(data));
    if (length === 0) {
      const trailers = body.toString('latin1', end + 2);
      const [, line = '', own] =
        /^(.*)\r\n(?:x-amz-trailer-signature:([0-9a-f]+)\r\n)?\r\n$/.exec(trailers) ?? [];
      if (own !== undefined) expectNext(own, 'TRAILER', sha(`${line}\n`));
      return { data: Buffer.concat(pieces), trailers };
    }
    pieces.push(data);
    at = end + 2 + length + 2;
  }
};

test.each(['chunks', 'chunks-checksum', 'checksum'])(
  'a file leaves in chunks that a server accepts, and is shown as it left: %s',
  async (payload) => {
    const folder = testFolder();
    const file = join(folder, 'large.bin');
    const content = Buffer.from(Uint8Array.from({ length: 300_001 }, (_, at) => (at * 7919) & 0xff));
    writeFileSync(file, content);
    const whole = (came: string): boolean => {
      const length = Number(/content-length: (\d+)/i.exec(came)?.[1]);
      return came.length === came.indexOf('\r\n\r\n') + 4 + length;
    };
    const server = await rawServer('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', { whole });
    const { transport, close } = createTransport({ bodyFolder: folder, nowMs: Date.now, newId: () => 'id' });
    const host = createSchemeHost(Date.now, { get: () => undefined, set: () => undefined });
    const settings = awsSigV4.settings.parse({
      accessKeyId: 'AK',
      secretAccessKey: 'wonderland',
      service: 's3',
      payload,
    });
    const request = {
      method: 'PUT',
      url: `http://127.0.0.1:${server.port}/bucket/large.bin`,
      fields: [
        { name: 'Host', value: `127.0.0.1:${server.port}` },
        {
          name: 'Content-Length',
          value: String(statSync(file).size),
          origin: { from: 'body' as const, note: '' },
        },
      ],
      body: { kind: 'pieces' as const, pieces: [{ kind: 'file' as const, path: file }] },
    };
    const { exchanges, stopped } = await execute({
      flow: awsSigV4.flow(request, settings, host.env),
      transport,
      route: directRoute,
      redirects: { follow: false, max: 0, trustedOrigins: [] },
      signal: new AbortController().signal,
      timeoutMs: 0,
      token: () => Promise.reject(new Error('no token is asked for')),
      answer: host.answer,
      onExchange: () => undefined,
    });
    await close();
    expect(stopped).toBeUndefined();
    const { request: shown, outcome } = onlyOne(exchanges);
    expect(outcome.kind).toBe('answered');
    const came = Buffer.from(server.received(), 'latin1');
    const split = came.indexOf('\r\n\r\n') + 4;
    const [head, body] = [came.toString('latin1', 0, split), came.subarray(split)];
    expect(shown.rawHead).toBe(head);
    expect(shown.body.kind === 'bytes' && Buffer.from(shown.body.base64, 'base64').equals(body)).toBe(true);
    const { data, trailers } = checked(head, body, 'wonderland');
    expect(data.equals(content)).toBe(true);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(content));
    expect(trailers.includes(`x-amz-checksum-crc32:${sum.toString('base64')}\r\n`)).toBe(
      payload !== 'chunks',
    );
    const labels = shown.xray?.parts.map(({ label }) => label) ?? [];
    expect(labels.includes('last chunk: signature')).toBe(payload !== 'checksum');
    expect(labels.includes('checksum')).toBe(payload !== 'chunks');
  },
);
