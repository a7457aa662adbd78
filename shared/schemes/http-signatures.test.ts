import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signWith } from '../../electron/schemes/signing.ts';
import { stillWorld } from '../compose/will-send.ts';
import { utf8Bytes } from '../exchange/bytes.ts';
import { valueOf } from '../exchange/fields.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import { httpSignatures } from './http-signatures.ts';
import { FlowStopped, type OpenSettings, type OutgoingRequest, type SchemeEnv } from './scheme.ts';
import { parseComponent } from './http-signatures/components.ts';
import { signedRequest, type SignedRequest } from './http-signatures/message.ts';
import { componentValue } from './http-signatures/values.ts';
import { verifySignature } from './http-signatures/verify.ts';

const env: SchemeEnv = {
  ...stillWorld,
  nowMs: () => 1_618_884_473_000,
  randomBytes: (count) => new Uint8Array(count),
  sign: signWith,
};

/** Of RFC 9421 B.1.4 and B.1.5. */
const ed25519 =
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----\n';
const shared = 'uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==';

/** The test request of RFC 9421 B.2. */
const body = utf8Bytes('{"hello": "world"}');
const digest =
  'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:';
const fields = [
  { name: 'Host', value: 'example.com' },
  { name: 'Date', value: 'Tue, 20 Apr 2021 02:07:55 GMT' },
  { name: 'Content-Type', value: 'application/json' },
  { name: 'Content-Length', value: '18' },
];
const request: OutgoingRequest = {
  method: 'POST',
  url: 'https://example.com/foo?param=Value&Pet=dog',
  fields,
  body: { kind: 'bytes', bytes: body },
};

const sent = (given: OpenSettings, to = request): OutgoingRequest => {
  const [first] = sentRequests(httpSignatures.flow(to, httpSignatures.settings.parse(given), env));
  if (first === undefined) throw new Error('nothing is sent');
  return first;
};

const signatureFields = (made: OutgoingRequest) => ({
  input: valueOf(made.fields, 'Signature-Input'),
  signature: valueOf(made.fields, 'Signature'),
});

test('RFC 9421 B.2.6 is signed as printed', () => {
  const made = sent({
    privateKey: ed25519,
    keyId: 'test-key-ed25519',
    label: 'sig-b26',
    components: 'date\n@method\n@path\n@authority\ncontent-type\ncontent-length',
  });
  expect(signatureFields(made)).toEqual({
    input:
      'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    signature:
      'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:',
  });
  expect(made.xray?.parts.find(({ kind }) => kind === 'to-sign')?.text).toMatch(
    /^"date": Tue, 20 Apr 2021 02:07:55 GMT\n"@method": POST\n"@path": \/foo\n/,
  );
});

test('RFC 9421 B.2.5 is signed as printed', () => {
  const made = sent({
    algorithm: 'hmac-sha256',
    secret: shared,
    keyId: 'test-shared-secret',
    label: 'sig-b25',
    components: '"date"\n"@authority"\n"content-type"',
  });
  expect(signatureFields(made).signature).toBe('sig-b25=:pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:');
});

describe('Content-Digest', () => {
  test('is made and covered where there is a body', () => {
    const made = sent({ privateKey: ed25519, digest: 'sha-512', components: '@method\ncontent-digest' });
    expect(valueOf(made.fields, 'Content-Digest')).toBe(digest);
    expect(signatureFields(made).input).toContain('("@method" "content-digest")');
  });

  test('is neither without a body', () => {
    const made = sent({ privateKey: ed25519 }, bareRequest());
    expect(valueOf(made.fields, 'Content-Digest')).toBeUndefined();
    expect(signatureFields(made).input).toBe('sig1=("@method" "@target-uri");created=1618884473');
  });

  test('is not made where it is not covered', () => {
    const made = sent({ privateKey: ed25519, components: '@method' });
    expect(valueOf(made.fields, 'Content-Digest')).toBeUndefined();
  });

  test('that was typed is signed as it stands', () => {
    const typed = {
      name: 'content-digest',
      value: 'sha-256=:AA==:',
      origin: { from: 'typed', note: '' },
    } as const;
    const made = sent({ privateKey: ed25519 }, { ...request, fields: [...fields, typed] });
    expect(made.fields.filter(({ name }) => /^content-digest$/i.test(name))).toEqual([typed]);
    expect(made.xray?.parts.find(({ kind }) => kind === 'to-sign')?.text).toContain('sha-256=:AA==:');
  });
});

test('every parameter stands in its place', () => {
  const made = sent({
    privateKey: ed25519,
    components: '@query-param;name="Pet"',
    lifetime: '60',
    nonce: true,
    nameAlgorithm: true,
    keyId: 'k "1"',
    tag: 'web-bot-auth',
  });
  expect(signatureFields(made).input).toBe(
    String.raw`sig1=("@query-param";name="Pet");created=1618884473;expires=1618884533;nonce="AAAAAAAAAAAAAAAAAAAAAAAA";alg="ed25519";keyid="k \"1\"";tag="web-bot-auth"`,
  );
});

test.each([
  ['rsa-pss-sha512', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
  ['rsa-v1_5-sha256', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
  ['ecdsa-p256-sha256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
  ['ecdsa-p384-sha384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
  ['ed25519', generateKeyPairSync('ed25519').privateKey],
] as const)('what %s signs is verified, and a changed message is not', (algorithm, key) => {
  const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const made = sent({ algorithm, privateKey });
  const check = (data: Uint8Array, signature: Uint8Array): boolean =>
    verify(
      algorithm.includes('sha') ? `sha${algorithm.slice(-3)}` : undefined,
      data,
      {
        key: createPublicKey(key),
        dsaEncoding: 'ieee-p1363',
        ...(algorithm === 'rsa-pss-sha512' ? { padding: 6, saltLength: 64 } : {}),
      },
      signature,
    );
  const message = signedRequest(made);
  expect(verifySignature(message, 'sig1', check)).toMatchObject({ kind: 'checked', valid: true });
  expect(verifySignature({ ...message, method: 'PUT' }, 'sig1', check)).toMatchObject({ valid: false });
  expect(verifySignature(message, 'other', check)).toMatchObject({ kind: 'unreadable' });
});

describe('silence', () => {
  test.each<[string, OpenSettings]>([
    ['without a private key', {}],
    ['without a secret', { algorithm: 'hmac-sha256', privateKey: ed25519 }],
  ])('nothing is added %s', (_, given) => expect(sent(given)).toEqual(request));
});

describe('a component', () => {
  const message: SignedRequest = {
    ...signedRequest({
      ...request,
      url: 'HTTPS://Example.COM:443?a=1&a=2&b=%c3%a9+x',
      fields: [
        { name: 'Host', value: 'Example.COM:443' },
        { name: 'X-Folded', value: ' a\r\n  b ' },
        { name: 'X-Text', value: '\u00c3\u00a9' },
        { name: 'X-List', value: 'a,  b' },
        { name: 'X-Broken', value: '"' },
        { name: 'X-Decimal', value: 'a=1.0' },
      ],
    }),
    trailers: [{ name: 'Expires', value: 'later' }],
  };

  test.each([
    ['@authority', 'example.com'],
    ['@path', '/'],
    ['@query', '?a=1&a=2&b=%c3%a9+x'],
    ['@query-param;name="b"', '%C3%A9%20x'],
    ['@scheme', 'https'],
    ['x-folded', 'a b'],
    ['X-List;sf', 'a, b'],
    ['x-text;bs', ':w6k=:'],
    ['x-decimal', 'a=1.0'],
    ['expires;tr', 'later'],
  ])('%s is %s', (typed, value) => expect(componentValue(message, parseComponent(typed))).toBe(value));

  test.each([
    ['x-absent', /is not in the message/],
    ['x-list;tr', /is not in the message/],
    ['x-text', /not plain ASCII/],
    ['x-broken;sf', /no structured field/],
    ['x-decimal;sf', /decimal like 1.0/],
    ['x-decimal;key="a"', /decimal like 1.0/],
    ['x-list;key="c"', /no structured field|no such member/],
    ['@query-param;name="a"', /more than once/],
    ['@query-param;name="c"', /is not in the query/],
    ['@query-param', /wants ;name/],
    ['@status', /in responses only/],
    ['@method;req', /request of a response/],
    ['@nothing', /is not known/],
  ])('%s is refused', (typed, message_) => {
    const act = (): unknown => componentValue(message, parseComponent(typed));
    expect(act).toThrow(FlowStopped);
    expect(act).toThrow(message_);
  });

  test.each([
    ['two words', /no component/],
    ['date;sha', /sha, which is not known/],
    ['@method;sf', /sf, which is not known/],
    ['date;bs;sf', /at once/],
    ['date;key=1', /text or a switch/],
    ['', /no component/],
  ])('%j cannot be typed', (typed, said) => expect(() => parseComponent(typed)).toThrow(said));
});

test('a component that is covered twice stops the flow', () =>
  expect(() => sent({ privateKey: ed25519, components: 'date\nDate' })).toThrow(/covered twice/));

describe('settings that make no signature', () => {
  test.each<[OpenSettings, RegExp | undefined]>([
    [{ privateKey: 'x' }, undefined],
    [{ components: '???' }, undefined],
    [{ privateKey: 'x', components: 'a b' }, /no component/],
    [{ privateKey: 'x', label: 'Sig 1' }, /label/],
    [{ privateKey: 'x', keyId: 'é' }, /ASCII/],
    [{ privateKey: 'x', lifetime: '1h' }, /seconds/],
    [{ algorithm: 'hmac-sha256', secret: 'a b!' }, /Base64/],
    [{ algorithm: 'hmac-sha256', secret: 'a b!', secretEncoding: 'text' }, undefined],
  ])('%j', (given, problem) => {
    const said = httpSignatures.problem?.(httpSignatures.settings.parse(given));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });
});
