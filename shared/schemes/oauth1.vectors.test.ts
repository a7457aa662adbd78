import { describe, expect, test } from 'vitest';
import { signWith } from '../../electron/schemes/signing.ts';
import { stillWorld } from '../compose/will-send.ts';
import { base64OfBytes, bytesToByteString, utf8ByteString, utf8Bytes } from '../exchange/bytes.ts';
import { valueOf } from '../exchange/fields.ts';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import { formParameters, type FormParameter } from './parts/form-parameters.ts';
import { hash } from './parts/hashes.ts';
import { oauth1 } from './oauth1.ts';
import { baseStringUri, normalizedParameters, oauth1Encode } from './oauth1/base-string.ts';
import { oauth1Methods, oauth1Signature } from './oauth1/signature.ts';
import type { OutgoingRequest, SchemeEnv } from './scheme.ts';

type Json = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const rowsOf = (file: unknown) => list(record(file)['vectors']).map((row) => [text(row['id']), row] as const);

const env: SchemeEnv = { ...stillWorld, sign: signWith };

const whole = shelved('vectors/oauth1.json');

describe.skipIf(whole === undefined)('conformance: oauth1.json', () => {
  const settingsOf = (row: Json) => {
    const oauth = record(row['oauth']);
    const credentials = record(row['credentials']);
    return oauth1.settings.parse({
      consumerKey: oauth['oauth_consumer_key'],
      consumerSecret: text(credentials['consumerSecret']),
      token: text(oauth['oauth_token']),
      tokenSecret: text(credentials['tokenSecret']),
      method: oauth['oauth_signature_method'],
      privateKey: text(row['privateKeyPem']),
      place: record(row['expect'])['placement'] ?? 'header',
      callback: text(oauth['oauth_callback']),
      verifier: text(oauth['oauth_verifier']),
      timestamp: oauth['oauth_timestamp'],
      nonce: oauth['oauth_nonce'],
      omitVersion: oauth['oauth_version'] === undefined,
    });
  };

  const requestOf = ({ method, url, body, contentType }: Json): OutgoingRequest =>
    bareRequest({
      method: text(method),
      url: text(url),
      fields: contentType === undefined ? [] : [{ name: 'Content-Type', value: text(contentType) }],
      body: body === undefined ? { kind: 'none' } : { kind: 'bytes', bytes: utf8Bytes(text(body)) },
    });

  /** The protocol parameters wherever they travel, decoded. */
  const carried = ({ url, fields, body }: OutgoingRequest): readonly FormParameter[] => {
    const { params } = parseCredentials(valueOf(fields, 'Authorization') ?? '');
    const inHeader = params.map(({ name, value }) => `${name}=${value}`).join('&');
    const inBody = body.kind === 'bytes' ? bytesToByteString(body.bytes) : '';
    return [inHeader, url.split('?')[1] ?? '', inBody]
      .flatMap(formParameters)
      .filter(([name]) => name.startsWith('oauth_'));
  };

  test.each(rowsOf(whole))('%s', (_, row) => {
    const expected = record(row['expect']);
    const [request] = sentRequests(oauth1.flow(requestOf(record(row['request'])), settingsOf(row), env));
    if (request === undefined) throw new Error('nothing is sent');
    const toSign = request.xray?.parts.find(({ kind }) => kind === 'to-sign')?.text;
    expect(toSign).toBe(expected['baseString']);
    const wanted = { ...record(row['oauth']), oauth_signature: expected['signature'] };
    expect(Object.fromEntries(carried(request))).toEqual(wanted);
    if (typeof expected['header'] === 'string') {
      const spelled = (value: string) =>
        value
          .replace(/^OAuth /, '')
          .split(', ')
          .toSorted();
      expect(spelled(valueOf(request.fields, 'Authorization') ?? '')).toEqual(spelled(expected['header']));
    }
  });
});

const parts = shelved('vectors/oauth1-parts.json');

describe.skipIf(parts === undefined)('conformance: oauth1-parts.json', () => {
  const pairsOf = (input: unknown): readonly FormParameter[] =>
    (Array.isArray(input) ? input : []).map((pair: unknown) => {
      const [name, value] = Array.isArray(pair) ? pair : [];
      return [utf8ByteString(text(name)), utf8ByteString(text(value))];
    });

  const made = (kind: unknown, input: unknown): string => {
    switch (kind) {
      case 'percent-encode':
        return oauth1Encode(utf8ByteString(text(input)));
      case 'normalize-parameters':
        return normalizedParameters(pairsOf(input));
      case 'base-string-uri':
        return baseStringUri(text(input)) ?? 'invalid';
      case 'body-hash-sha1':
        return base64OfBytes(hash('sha-1', utf8Bytes(text(input))));
      case 'sign': {
        const given = record(input);
        const method = oauth1Methods.find((one) => one === given['method']);
        if (method === undefined) throw new Error(`no method ${text(given['method'])}`);
        return oauth1Signature(
          method,
          text(given['baseString']),
          {
            consumerSecret: text(given['consumerSecret']),
            tokenSecret: text(given['tokenSecret']),
            privateKey: { text: text(given['privateKeyPem']) },
          },
          env,
        );
      }
      default:
        throw new Error(`no kind ${text(kind)}`);
    }
  };

  test.each(rowsOf(parts))('%s', (_, { kind, input, expect: wanted }) =>
    expect(made(kind, input)).toBe(wanted),
  );
});
