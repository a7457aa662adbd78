import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import { utf8ByteString } from '../exchange/bytes.ts';
import type { SentField } from '../exchange/exchange.ts';
import { valueOf } from '../exchange/fields.ts';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { azureSignature, azureStringToSign, canonicalizedResource } from './azure-shared-key/canonical.ts';
import { azureSharedKey } from './azure-shared-key.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import type { OpenSettings, OutgoingRequest, SchemeEnv } from './scheme.ts';

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const file = shelved('vectors/azure-shared-key.json');
const rows = isRecord(file) ? list(file['vectors']).filter(isRecord) : [];

const requestOf = (vector: Json): OutgoingRequest => {
  const { method, url, headers } = record(vector['request']);
  return bareRequest({
    method: text(method),
    url: text(url),
    fields: list(headers)
      .filter(Array.isArray)
      .map(([name, value]) => ({ name: text(name), value: utf8ByteString(text(value)) })),
  });
};

describe.skipIf(rows.length === 0)('conformance: azure-shared-key.json', () => {
  test.each(rows.map((vector) => [text(vector['id']), vector] as const))('%s', (_, vector) => {
    const expected = record(vector['expect']);
    const kind = text(vector['kind']);
    const account = text(vector['account']);
    switch (kind) {
      case 'sign-string':
        expect(azureSignature(text(vector['key']), text(record(vector['input'])['stringToSign']))).toBe(
          expected['signature'],
        );
        break;
      case 'canonicalized-resource':
        expect(canonicalizedResource(account, requestOf(vector).url)).toBe(expected['canonicalizedResource']);
        break;
      default: {
        expect(['SharedKey', 'SharedKeyLite', 'SharedKeyLite-Table']).toContain(kind);
        const form = { lite: kind.startsWith('SharedKeyLite'), table: kind.endsWith('Table') };
        expect(azureStringToSign(requestOf(vector), account, form)).toBe(expected['stringToSign']);
      }
    }
  });
});

/** The emulator's published key. */
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const env: SchemeEnv = { ...stillWorld, nowMs: () => Date.UTC(2015, 5, 26, 23, 39, 12) };
const settingsOf = (given: OpenSettings) => azureSharedKey.settings.parse({ key, ...given });
const at = (url: string, ...fields: readonly SentField[]) => bareRequest({ url, fields });

const sent = (given: OpenSettings, request: OutgoingRequest): OutgoingRequest => {
  const [only] = sentRequests(azureSharedKey.flow(request, settingsOf(given), env));
  if (only === undefined) throw new Error('nothing is sent');
  return only;
};
const toSign = ({ xray }: OutgoingRequest): string =>
  xray?.parts.find(({ kind }) => kind === 'to-sign')?.text ?? '';

describe('what is sent', () => {
  const blob = 'https://acct.blob.core.windows.net/c/b?comp=metadata&restype=container';

  test.each<[string, OpenSettings, OutgoingRequest, string]>([
    [
      'Shared Key, its account off the host',
      {},
      at(blob),
      'GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:Fri, 26 Jun 2015 23:39:12 GMT\nx-ms-version:2021-12-02\n/acct/c/b\ncomp:metadata\nrestype:container',
    ],
    [
      'Lite',
      { form: 'SharedKeyLite', version: '' },
      at(blob),
      'GET\n\n\n\nx-ms-date:Fri, 26 Jun 2015 23:39:12 GMT\n/acct/c/b?comp=metadata',
    ],
    [
      'a table',
      { version: '' },
      at('https://acct.table.core.windows.net/Tables'),
      'GET\n\n\nFri, 26 Jun 2015 23:39:12 GMT\n/acct/Tables',
    ],
    [
      'a table by choice',
      { version: '', service: 'table', account: 'mine', form: 'SharedKeyLite' },
      at('http://127.0.0.1:10002/mine/Tables'),
      'Fri, 26 Jun 2015 23:39:12 GMT\n/mine/mine/Tables',
    ],
    [
      'the emulator',
      { version: '' },
      at('http://127.0.0.1:10000/devstoreaccount1/c'),
      'GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:Fri, 26 Jun 2015 23:39:12 GMT\n/devstoreaccount1/devstoreaccount1/c',
    ],
    [
      'a typed Date',
      { version: '' },
      at(blob, { name: 'Date', value: 'then' }, { name: 'Range', value: 'bytes=0-1' }),
      'GET\n\n\n\n\n\nthen\n\n\n\n\nbytes=0-1\n/acct/c/b\ncomp:metadata\nrestype:container',
    ],
    [
      'a typed version, and what is folded',
      {},
      at(blob, { name: 'X-MS-Version', value: '2014-02-14' }, { name: 'x-ms-meta-a', value: ' b\r\n  c ' }),
      'GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:Fri, 26 Jun 2015 23:39:12 GMT\nx-ms-meta-a:b c\nx-ms-version:2014-02-14\n/acct/c/b\ncomp:metadata\nrestype:container',
    ],
  ])('%s', (_, given, request, expected) => {
    const signed = sent(given, request);
    expect(toSign(signed)).toBe(expected);
    const [, account, signature] =
      /^SharedKey(?:Lite)? ([^:]+):(.*)$/.exec(valueOf(signed.fields, 'Authorization') ?? '') ?? [];
    expect(signature).toBe(
      createHmac('sha256', Buffer.from(key, 'base64')).update(expected).digest('base64'),
    );
    expect(expected).toContain(`/${String(account)}/`);
    expect(JSON.stringify(signed.xray)).not.toContain(key);
  });

  test.each<[string, OpenSettings, OutgoingRequest]>([
    ['no key', { key: '' }, at(blob)],
    [
      'a typed Authorization',
      {},
      at(blob, { name: 'Authorization', value: 'x', origin: { from: 'typed', note: 'you' } }),
    ],
  ])('nothing for %s', (_, given, request) => expect(sent(given, request)).toEqual(request));
});

test.each([
  ['/?b=2&A=1', '/a/\na:1\nb:2'],
  ['/?a=2&A=1', '/a/\na:1,2'],
  ['/?p=a+b%20c%2Bd', '/a/\np:a+b c+d'],
  ['/%C3%A9?q=%C3%A9', '/a/%C3%A9\nq:\u00c3\u00a9'],
  ['', '/a/'],
])('the resource of %s', (target, expected) => {
  expect(canonicalizedResource('a', `https://h${target}`)).toBe(expected);
});

test('no address makes the resource throw, and the order of its query is no matter', () => {
  const piece = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[&#?]/g, ''));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const of = (query: readonly string[]) => canonicalizedResource('a', `https://h/p?${query.join('&')}`);
      expect(of(pieces.toReversed())).toBe(of(pieces));
    }),
  );
});

test.each<[OpenSettings, RegExp | undefined]>([
  [{}, undefined],
  [{ key: '' }, undefined],
  [{ key: ' abcd\n' }, undefined],
  [{ key: 'not base64!' }, /not Base64/],
  [{ account: 'a:b' }, /no colon/],
])('the problem of %j', (given, problem) => {
  const said = azureSharedKey.problem?.(settingsOf(given));
  if (problem === undefined) expect(said).toBeUndefined();
  else expect(said).toMatch(problem);
});

test.each([
  ['https://acct.blob.core.windows.net/', {}, 0],
  ['https://files.example.com/', {}, 1],
  ['https://files.example.com/', { account: 'a' }, 0],
  ['https://files.example.com/', { key: '' }, 0],
])('%s, %j: %i notices', (url, given, count) => {
  expect(azureSharedKey.notices?.(settingsOf(given), at(url), 0)).toHaveLength(count);
});

test.each([
  ['https://acct-secondary.blob.core.windows.net/c', 'acct'],
  ['https://acct.table.cosmos.azure.com/', 'acct'],
  ['http://127.0.0.1:10000/devstoreaccount1/c', 'devstoreaccount1'],
  ['https://files.example.com/', undefined],
  ['', undefined],
])('the account of %s: %s', (url, account) => {
  const field = azureSharedKey.form.find(({ name }) => name === 'account');
  expect(field?.guess?.({}, url)?.value).toBe(account);
});
