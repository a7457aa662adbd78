import { createHash, generateKeyPairSync } from 'node:crypto';
import { serializeDictionary } from 'structured-headers';
import { describe, expect, test } from 'vitest';
import { signWith, verifyWith } from '../../../electron/schemes/signing.ts';
import { stillWorld } from '../../compose/will-send.ts';
import { utf8Bytes } from '../../exchange/bytes.ts';
import type { Field, ReceivedResponse } from '../../exchange/exchange.ts';
import { bareRequest, sentRequests } from '../drive.test-support.ts';
import { httpSignatures } from '../http-signatures.ts';
import type { OpenSettings, OutgoingRequest, SchemeEnv } from '../scheme.ts';
import { hmacOf } from '../parts/hashes.ts';
import { signatureBase, signatureInputText, type SignatureInput } from './base.ts';
import { parseComponent } from './components.ts';
import { signedRequest } from './message.ts';

const env: SchemeEnv = { ...stillWorld, nowMs: () => 1_618_884_473_000, sign: signWith, verify: verifyWith };
const pem = (kind: 'ed25519') => {
  const { privateKey, publicKey } = generateKeyPairSync(kind);
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};
const [client, server, stranger] = [pem('ed25519'), pem('ed25519'), pem('ed25519')];

const sentWith = (given: OpenSettings): OutgoingRequest => {
  const settings = httpSignatures.settings.parse({ privateKey: client.privateKey, ...given });
  const [only] = sentRequests(httpSignatures.flow(bareRequest(), settings, env));
  if (only === undefined) throw new Error('nothing is sent');
  return only;
};

const text = '{"hello": "world"}';
const digestOf = (of: string): string =>
  serializeDictionary({ 'sha-512': new Uint8Array(createHash('sha512').update(of).digest()) });

const covered = ['@status', 'content-digest', '"@method";req'];

interface Change {
  readonly body?: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly digest?: string;
}

/** An answer that is signed over its status, its body's digest and the method that it answers. */
const answerTo = (
  request: OutgoingRequest,
  sign: (base: Uint8Array) => Uint8Array,
  { body = text, parameters = {}, digest = digestOf(text) }: Change = {},
): ReceivedResponse => {
  const fields: Field[] = [{ name: 'Content-Digest', value: digest }];
  const input: SignatureInput = {
    components: covered.map(parseComponent),
    parameters: new Map(Object.entries({ created: 1_618_884_470, ...parameters })),
  };
  const base = signatureBase({ status: 200, fields, request: signedRequest(request) }, input);
  return {
    status: 200,
    reason: 'OK',
    httpVersion: 'HTTP/1.1',
    fields: [
      ...fields,
      { name: 'Signature-Input', value: `reqres=${signatureInputText(input)}` },
      { name: 'Signature', value: serializeDictionary({ reqres: new Uint8Array(sign(utf8Bytes(base))) }) },
    ],
    body: { kind: 'text', text: body, size: body.length },
  };
};

const byServer = (base: Uint8Array): Uint8Array => signWith('EdDSA', { text: server.privateKey }, base);
const byStranger = (base: Uint8Array): Uint8Array => signWith('EdDSA', { text: stranger.privateKey }, base);

const verdictOf = (request: OutgoingRequest, answer: ReceivedResponse): string | undefined =>
  request.xrayOfAnswer?.(answer).find(({ kind }) => kind === 'result')?.text;

describe('an answer that the server signed', () => {
  const request = sentWith({ serverKey: server.publicKey });

  test('is verified, its body with it; what was signed is shown', () => {
    const answer = answerTo(request, byServer);
    expect(verdictOf(request, answer)).toBe(
      'Verified: the server signed this answer, and the body is whole.',
    );
    const [base] = request.xrayOfAnswer?.(answer) ?? [];
    expect(base?.text).toMatch(/^"@status": 200\n"content-digest": sha-512=:.*:\n"@method";req: GET\n/);
  });

  test.each<[string, ReceivedResponse, RegExp]>([
    ['signed by somebody else', answerTo(request, byStranger), /^Not verified: the key of the server/],
    ['with another status', { ...answerTo(request, byServer), status: 201 }, /^Not verified: the key/],
    ['with another body', answerTo(request, byServer, { body: 'x' }), /but the body is not the one/],
    [
      'that is over',
      answerTo(request, byServer, { parameters: { expires: 1_618_884_472 } }),
      /but it is over/,
    ],
    [
      'by an algorithm that nobody knows',
      answerTo(request, byServer, { parameters: { alg: 'rot13' } }),
      /^Not checked: the algorithm rot13 is not known/,
    ],
    [
      'by a shared secret, for which no public key may stand',
      answerTo(request, (base) => hmacOf('sha-256', utf8Bytes(server.publicKey), base), {
        parameters: { alg: 'hmac-sha256' },
      }),
      /^Not checked: it is made with a shared secret/,
    ],
    [
      'by another kind of key',
      answerTo(request, byServer, { parameters: { alg: 'ecdsa-p256-sha256' } }),
      /^Not checked: ES256 takes an elliptic-curve key/,
    ],
    [
      'with a digest of another kind',
      answerTo(request, byServer, { digest: 'crc32c=:AAAA:' }),
      /of a kind that is not known/,
    ],
  ])('is told: %s', (_, answer, expected) => {
    expect(verdictOf(request, answer)).toMatch(expected);
  });

  test('by the secret that both share', () => {
    const secret = 'c2hhcmVkLXNlY3JldA==';
    const shared = sentWith({ algorithm: 'hmac-sha256', secret });
    const answer = answerTo(shared, (base) => hmacOf('sha-256', utf8Bytes('shared-secret'), base));
    expect(verdictOf(shared, answer)).toMatch(/^Verified: /);
  });

  test('is checked though the request is not signed', () => {
    const plain = sentWith({ privateKey: '', serverKey: server.publicKey });
    expect(plain.fields).toEqual(bareRequest().fields);
    expect(verdictOf(plain, answerTo(plain, byServer))).toMatch(/^Verified: /);
    expect(plain.xray?.parts).toMatchObject([{ kind: 'input', text: expect.stringMatching(/^not signed/) }]);
  });

  test('cannot be checked without a key, and that is said', () => {
    const keyless = sentWith({});
    expect(verdictOf(keyless, answerTo(keyless, byServer))).toMatch(/^Not checked: the profile holds no/);
  });
});

test.each<[string, readonly Field[]]>([
  ['nothing', []],
  ['no dictionary', [{ name: 'Signature-Input', value: '(' }]],
])('silence where the answer carries %s', (_, fields) => {
  const request = sentWith({ serverKey: server.publicKey });
  const answer = { ...answerTo(request, byServer), fields: [...fields] };
  expect(request.xrayOfAnswer?.(answer)).toEqual([]);
});
