import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import { byteStringOfBase64, byteStringToBytes, utf8Bytes } from '../exchange/bytes.ts';
import { valueOf } from '../exchange/fields.ts';
import { isRecord } from '../exchange/json.ts';
import { maskField } from '../exchange/redact.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { authParam } from '../http-auth/auth.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import type { OpenSettings, OutgoingRequest } from './scheme.ts';
import { wsse } from './wsse.ts';
import { wsseToken, type WsseInputs } from './wsse/token.ts';

/** OASIS UsernameToken Profile 1.1 names no values; these are of the ONVIF programmer's guide. */
const onvif: WsseInputs = {
  username: 'admin',
  password: 'userpassword',
  nonce: byteStringToBytes(byteStringOfBase64('LKqI6G/AikKCQrN0zqZFlg==') ?? ''),
  created: '2010-09-16T07:50:45Z',
  nonceForm: 'base64',
  digestForm: 'octets',
};

test('the digest of the ONVIF programmer’s guide', () => {
  expect(wsseToken(onvif).value).toBe(
    'UsernameToken Username="admin", PasswordDigest="tuOSpGlFlIXsozq4HFNeeGeFLEI=", Nonce="LKqI6G/AikKCQrN0zqZFlg==", Created="2010-09-16T07:50:45Z"',
  );
});

test.each<[string, Partial<WsseInputs>, RegExp]>([
  ['a nonce as text', { nonceForm: 'text' }, /Nonce="2caa88e86fc08a428242b374cea64596"/],
  [
    'a digest in hex',
    { digestForm: 'hex' },
    /PasswordDigest="YjZlMzkyYTQ2OTQ1OTQ4NWVjYTMzYWI4MWM1MzVlNzg2Nzg1MmM0Mg=="/,
  ],
  ['quotes in the name', { username: 'a"\\b' }, /Username="a\\"\\\\b"/],
  ['a name in UTF-8', { username: 'jürgen' }, /Username="j\u00c3\u00bcrgen"/],
])('%s', (_, change, expected) => {
  expect(wsseToken({ ...onvif, ...change }).value).toMatch(expected);
});

const sent = (given: OpenSettings, request = bareRequest()): OutgoingRequest | undefined =>
  sentRequests(
    wsse.flow(request, wsse.settings.parse(given), { ...stillWorld, nowMs: () => 1_700_000_000_999 }),
  )[0];

describe('what is sent', () => {
  const alice = { username: 'alice', password: 'wonderland' };

  test('two fields, with the time in whole seconds', () => {
    const fields = sent(alice)?.fields ?? [];
    expect(valueOf(fields, 'Authorization')).toBe('WSSE profile="UsernameToken"');
    const token = parseCredentials(valueOf(fields, 'X-WSSE') ?? '');
    expect(token.problems).toEqual([]);
    expect(authParam(token, 'Created')).toBe('2023-11-14T22:13:20Z');
  });

  test.each<[string, OpenSettings, readonly string[]]>([
    ['X-WSSE alone', { ...alice, withoutAuthorization: true }, ['X-WSSE']],
    ['an empty form', {}, []],
  ])('%s', (_, given, names) => {
    const added = sent(given)?.fields.filter(({ origin }) => origin?.from === 'auth') ?? [];
    expect(added.map(({ name }) => name)).toEqual(names);
  });

  test('the digest is shown with its way, the password is not', () => {
    const request = sent(alice);
    const token = parseCredentials(valueOf(request?.fields ?? [], 'X-WSSE') ?? '');
    const parts = request?.xray?.parts ?? [];
    expect(parts.find(({ kind }) => kind === 'to-sign')?.text).toBe(
      `octets ${'00'.repeat(16)} 2023-11-14T22:13:20Z ••••••••`,
    );
    expect(parts.at(-1)?.text).toBe(authParam(token, 'PasswordDigest'));
    expect(JSON.stringify(parts)).not.toContain('wonderland');
  });

  test('the digest is a secret where the field is shown', () => {
    const { value } = wsseToken(onvif);
    expect(maskField({ name: 'X-WSSE', value })).toBe(
      value.replace('tuOSpGlFlIXsozq4HFNeeGeFLEI=', '••••••••I='),
    );
  });
});

const vectors = shelved('vectors/wsse.json');
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

describe.skipIf(vectors === undefined)('conformance: wsse.json', () => {
  const rows =
    isRecord(vectors) && Array.isArray(vectors['vectors']) ? vectors['vectors'].filter(isRecord) : [];

  test.each(rows.map((row) => [String(row['id']), row] as const))('%s', (_, row) => {
    const input = isRecord(row['input']) ? row['input'] : {};
    const expected = isRecord(row['expect']) ? row['expect'] : {};
    const given = text(input['nonce']);
    const isText = input['nonceIsText'] === true;
    // A nonce that is hexadecimal text is sent as it is; any other text goes as the Base64 of its octets.
    const asText = isText && input['nonceSentBase64'] !== true;
    const token = wsseToken({
      username: text(input['username']),
      password: text(input['password']),
      nonce: asText
        ? new Uint8Array((given.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))
        : isText
          ? utf8Bytes(given)
          : byteStringToBytes(byteStringOfBase64(given) ?? ''),
      created: text(input['created']),
      nonceForm: asText ? 'text' : 'base64',
      digestForm: 'octets',
    });
    expect(token.passwordDigest).toBe(expected['passwordDigest']);
    if (expected['header'] !== undefined) expect(token.value).toBe(expected['header']);
  });
});
