import { describe, expect, test } from 'vitest';
import { utf8ByteString, utf8Bytes } from '../exchange/bytes.ts';
import { valueOf } from '../exchange/fields.ts';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { hash } from './parts/hashes.ts';
import { hex } from './parts/hex.ts';
import type { OutgoingRequest } from './scheme.ts';
import { signSigV4, type SigV4Signing } from './aws-sigv4/sign.ts';

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const file = shelved('vectors/aws-sigv4.json');
const rows = isRecord(file) && Array.isArray(file['vectors']) ? file['vectors'].filter(isRecord) : [];

const requestOf = ({ request }: Json): OutgoingRequest => {
  const { method, target, headers, body } = record(request);
  const pairs = Array.isArray(headers) ? headers.filter(Array.isArray) : [];
  const fields = pairs.map(([name, value]) => ({ name: text(name), value: utf8ByteString(text(value)) }));
  const host = valueOf(fields, 'Host') ?? '';
  return {
    method: text(method),
    url: `https://${host}${text(target)}`,
    fields,
    body: { kind: 'bytes', bytes: utf8Bytes(text(body)) },
  };
};

const compact = (time: string): number =>
  Date.parse(time.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const signingOf = (vector: Json): SigV4Signing => {
  const { accessKeyId, secretAccessKey, sessionToken } = record(vector['credentials']);
  const { normalizePath, signBody, omitSessionTokenFromSigning, expires } = record(vector['options']);
  const s3Url = vector['mode'] === 'query' && vector['service'] === 's3';
  return {
    credentials: {
      accessKeyId: text(accessKeyId),
      secretAccessKey: text(secretAccessKey),
      sessionToken: text(sessionToken),
    },
    region: text(vector['region']),
    service: text(vector['service']),
    nowMs: compact(text(vector['time'])),
    place: vector['mode'] === 'query' ? 'query' : 'header',
    expires: String(expires),
    pathRule: normalizePath === true ? 'normalised' : 'verbatim',
    payloadHash: s3Url
      ? 'UNSIGNED-PAYLOAD'
      : hex(hash('sha-256', utf8Bytes(text(record(vector['request'])['body'])))),
    contentHashField: signBody === true,
    tokenUnsigned: omitSessionTokenFromSigning === true,
  };
};

describe.skipIf(rows.length === 0)('conformance: aws-sigv4.json', () => {
  test.each(rows.map((vector) => [text(vector['id']), vector] as const))('%s', (_, vector) => {
    const expected = record(vector['expect']);
    const request = requestOf(vector);
    const signing = signingOf(vector);
    const signed = signSigV4(request, signing);
    const part = (label: string) => signed.xray?.parts.find((one) => one.label === label)?.text;
    const token = signing.credentials.sessionToken;
    const mask = (shown: unknown): string =>
      token === ''
        ? text(shown)
        : text(shown).replaceAll(token, '••••••••').replaceAll(encodeURIComponent(token), '••••••••');
    expect(part('canonical request')).toBe(mask(expected['canonicalRequest']));
    expect(part('string to sign')).toBe(expected['stringToSign']);
    if (signing.place === 'header') {
      expect(valueOf(signed.fields, 'Authorization')).toBe(expected['authorization']);
      for (const [name, value] of Object.entries(record(expected['headersAdded'])))
        expect(valueOf(signed.fields, name)).toBe(value);
    } else {
      const parameters = (url: string): readonly string[] =>
        url
          .slice(url.indexOf('?') + 1)
          .split('&')
          .toSorted();
      expect(parameters(signed.url)).toEqual(parameters(text(expected['signedTarget'])));
      expect(signed.fields).toEqual(request.fields);
    }
  });
});
