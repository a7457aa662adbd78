import { createHmac, createPublicKey, verify, type VerifyKeyObjectInput } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signWith } from '../../electron/schemes/signing.ts';
import { base64OfBytes, utf8Bytes } from '../exchange/bytes.ts';
import type { Field } from '../exchange/exchange.ts';
import { valueOf } from '../exchange/fields.ts';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { hmacOf } from './parts/hashes.ts';
import { joseNames, signatureAlgorithms, type SignatureAlgorithm } from './http-signatures/form.ts';
import { signatureBase } from './http-signatures/base.ts';
import { parseComponent, componentText } from './http-signatures/components.ts';
import type { SignedMessage, SignedRequest } from './http-signatures/message.ts';
import { componentValue } from './http-signatures/values.ts';
import { verifySignature } from './http-signatures/verify.ts';

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const fieldsOf = (headers: unknown): readonly Field[] =>
  (Array.isArray(headers) ? headers : []).map((line: unknown) => {
    const [name, value]: readonly unknown[] = Array.isArray(line) ? line : [];
    return { name: text(name), value: text(value) };
  });

const requestOf = (message: Json): SignedRequest => ({
  method: text(message['method']),
  target: text(message['target']),
  scheme: text(message['scheme']),
  fields: fieldsOf(message['headers']),
});

const messageOf = ({ message, request }: Json): SignedMessage => {
  const given = record(message);
  const { status } = given;
  if (typeof status !== 'number') return requestOf(given);
  return {
    status,
    fields: fieldsOf(given['headers']),
    ...(request === undefined ? {} : { request: requestOf(record(request)) }),
  };
};

/** Some messages are printed without their signature, which then stands beside them. */
const signedMessageOf = (row: Json): SignedMessage => {
  const message = messageOf(row);
  if (valueOf(message.fields, 'Signature-Input') !== undefined) return message;
  const label = text(row['label']);
  const signature: readonly Field[] = [
    { name: 'Signature-Input', value: `${label}=${text(row['signatureInput'])}` },
    { name: 'Signature', value: `${label}=:${text(row['signature'])}:` },
  ];
  return { ...message, fields: [...message.fields, ...signature] };
};

const algorithmOf = (name: unknown): SignatureAlgorithm => {
  const found = signatureAlgorithms.find((one) => one === name);
  if (found === undefined) throw new Error(`no algorithm ${text(name)}`);
  return found;
};

const checkWith =
  (algorithm: SignatureAlgorithm, key: Json) =>
  (data: Uint8Array, signature: Uint8Array): boolean => {
    if (algorithm === 'hmac-sha256') {
      const mac = createHmac('sha256', Buffer.from(text(key['secretBase64']), 'base64')).update(data);
      return mac.digest().equals(signature);
    }
    const how: VerifyKeyObjectInput = {
      key: createPublicKey(text(key['publicPem'])),
      dsaEncoding: 'ieee-p1363',
      ...(algorithm === 'rsa-pss-sha512' ? { padding: 6, saltLength: 64 } : {}),
    };
    return verify(algorithm === 'ed25519' ? undefined : `sha${algorithm.slice(-3)}`, data, how, signature);
  };

const signedAgain = (algorithm: SignatureAlgorithm, key: Json, base: string): string => {
  const jose = joseNames[algorithm];
  return base64OfBytes(
    jose === undefined
      ? hmacOf('sha-256', Buffer.from(text(key['secretBase64']), 'base64'), utf8Bytes(base))
      : signWith(jose, { text: text(key['privatePem']) }, utf8Bytes(base)),
  );
};

const shelf = shelved('vectors/http-message-signatures.json');

describe.skipIf(shelf === undefined)('conformance: http-message-signatures.json', () => {
  const file = record(shelf);
  const rows = (Array.isArray(file['vectors']) ? file['vectors'] : []).filter(isRecord);
  const ofKind = (kind: string) =>
    rows.filter((row) => row['kind'] === kind).map((row) => [text(row['id']), row] as const);

  test('knows both kinds', () =>
    expect(ofKind('component').length + ofKind('verify').length).toBe(rows.length));

  test.each(ofKind('component'))('%s', (_, row) => {
    const component = parseComponent(text(row['component']));
    const value = componentValue(messageOf(row), component);
    const wanted = record(row['expect']);
    expect({ line: `${componentText(component)}: ${value}`, value }).toEqual(wanted);
  });

  test.each(ofKind('verify'))('%s', (_, row) => {
    const key = record(record(file['keys'])[text(row['keyid'])]);
    const algorithm = algorithmOf(row['algorithm']);
    const wanted = record(row['expect']);
    const verified = verifySignature(signedMessageOf(row), text(row['label']), checkWith(algorithm, key));
    expect(verified).toMatchObject({
      kind: 'checked',
      valid: wanted['valid'],
      base: wanted['signatureBase'],
    });
    if (verified.kind !== 'checked') return;
    expect(signatureBase(messageOf(row), verified.input)).toBe(wanted['signatureBase']);
    if (row['deterministic'] === true && wanted['valid'] === true)
      expect(signedAgain(algorithm, key, verified.base)).toBe(row['signature']);
  });
});
