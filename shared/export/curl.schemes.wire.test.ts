import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Field } from '../exchange/exchange.ts';
import { valueOf } from '../exchange/fields.ts';
import { targetOf } from '../exchange/target.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { schemeById, schemes } from '../schemes/index.ts';
import type { Draft, SchemeSettings } from '../workspace/draft.ts';
import { plainSecret } from '../workspace/secret.ts';
import type { RawRequest } from './raw-echo.test-support.ts';
import { RealCurl, shells, type Built } from './real-curl.test-support.ts';

let real: RealCurl;
beforeAll(async () => {
  real = await RealCurl.open();
});
afterAll(() => real.close());

/**
 * What curl must send for a scheme.
 * `same`: every field that the scheme adds, byte for byte, and the same target and body.
 * `signs`: curl signs by itself, at its own time: the same scheme, parameters and key.
 * `asks`: curl waits for a challenge, and this server has none: the words alone are compared.
 */
type Wanted =
  | { readonly as: 'same' }
  | { readonly as: 'signs'; readonly key: string }
  | { readonly as: 'asks'; readonly words: readonly string[] };

interface Plausible {
  readonly settings: SchemeSettings;
  /** GET without one. */
  readonly body?: Draft['body'];
  readonly wanted: Wanted;
}

const login = { username: 'alice', password: plainSecret("wonder'land") };
const rsaKey = plainSecret('a key that the still world does not look at');
const form: Draft['body'] = { kind: 'form', fields: [{ name: 'a', value: 'b c', on: true }] };
const json: Draft['body'] = { kind: 'text', text: '{"a":1}', contentType: 'application/json' };
const same: Wanted = { as: 'same' };

/** For every scheme at least one row of settings that a person would have. */
const table: Readonly<Record<string, readonly Plausible[]>> = {
  'api-key': [
    { settings: { name: 'X-API-Key', value: plainSecret("k'1"), place: 'header' }, wanted: same },
    { settings: { name: 'key', value: plainSecret('k&1'), place: 'query' }, wanted: same },
  ],
  asap: [
    {
      settings: { issuer: 'app', audience: 'target', keyId: 'app/k1', privateKey: rsaKey },
      wanted: same,
    },
  ],
  'aws-sigv4': [
    {
      settings: {
        accessKeyId: 'AKID',
        secretAccessKey: plainSecret('secret'),
        region: 'eu-west-1',
        service: 'execute-api',
      },
      wanted: { as: 'signs', key: 'AKID' },
    },
    {
      settings: {
        accessKeyId: 'AKID',
        secretAccessKey: plainSecret('secret'),
        region: 'eu-west-1',
        service: 'execute-api',
        place: 'query',
      },
      wanted: same,
    },
  ],
  'azure-shared-key': [
    { settings: { account: 'acct', key: plainSecret('c2VjcmV0') }, body: json, wanted: same },
  ],
  basic: [{ settings: login, wanted: same }],
  bearer: [{ settings: { token: plainSecret('abc.def') }, wanted: same }],
  digest: [{ settings: login, wanted: { as: 'asks', words: ['--digest', '-u', "alice:wonder'land"] } }],
  edgegrid: [
    {
      settings: {
        clientToken: 'akab-c',
        clientSecret: plainSecret('s='),
        accessToken: plainSecret('akab-a'),
      },
      body: json,
      wanted: same,
    },
  ],
  hawk: [
    { settings: { id: 'dh37', key: plainSecret('werx'), payloadHash: true }, body: json, wanted: same },
    { settings: { id: 'dh37', key: plainSecret('werx'), place: 'query' }, wanted: same },
  ],
  'hmac-recipe': [
    { settings: { key: 'k', secret: plainSecret("s'1") }, body: json, wanted: same },
    { settings: { api: 'binance', key: 'k', secret: plainSecret('s') }, wanted: same },
    { settings: { api: 'kraken', key: 'k', secret: plainSecret('c2VjcmV0') }, body: form, wanted: same },
  ],
  'http-signatures': [
    { settings: { privateKey: rsaKey, keyId: 'k1' }, wanted: same },
    {
      settings: { algorithm: 'hmac-sha256', secret: plainSecret('c2VjcmV0'), tag: 'app' },
      body: json,
      wanted: same,
    },
  ],
  jwt: [
    { settings: { secret: plainSecret('a secret of thirty-two bytes or so') }, wanted: same },
    { settings: { algorithm: 'ES256', privateKey: rsaKey, place: 'query' }, wanted: same },
  ],
  negotiate: [{ settings: {}, wanted: { as: 'asks', words: ['--negotiate', '-u', ':'] } }],
  ntlm: [{ settings: login, wanted: { as: 'asks', words: ['--ntlm', '-u', "alice:wonder'land"] } }],
  oauth1: [
    { settings: { consumerKey: 'ck', consumerSecret: plainSecret('cs'), token: 't' }, wanted: same },
    {
      settings: {
        consumerKey: 'ck',
        consumerSecret: plainSecret('cs'),
        place: 'body',
        method: 'HMAC-SHA256',
      },
      body: form,
      wanted: same,
    },
    { settings: { consumerKey: 'ck', method: 'RSA-SHA1', privateKey: rsaKey, place: 'query' }, wanted: same },
  ],
  oauth2: [
    {
      settings: { grant: 'client-credentials', clientId: 'c', tokenEndpoint: 'http://127.0.0.1/t' },
      wanted: same,
    },
  ],
  wsse: [{ settings: login, wanted: same }],
};

const sorted = (fields: readonly Field[]): readonly string[] =>
  fields.map(({ name, value }) => `${name}: ${value}`).toSorted();

/** The fields of a request that its scheme, or the body under its signature, brought in. */
const added = ({ request }: Built): readonly Field[] =>
  request.fields.filter(({ name, origin }) => origin?.from === 'auth' || name === 'Content-Digest');

const expectSame = (got: RawRequest, built: Built): void => {
  const names = added(built).map(({ name }) => name.toLowerCase());
  expect(sorted(got.fields.filter(({ name }) => names.includes(name.toLowerCase())))).toEqual(
    sorted(added(built)),
  );
  expect(got.target).toBe(targetOf(built.request.method, built.request.url));
  expect(got.body).toBe(real.bodyOf(built.request));
};

const expectSigned = (got: RawRequest, { request }: Built, key: string): void => {
  const [theirs, ours] = [got.fields, request.fields].map((fields) =>
    parseCredentials(valueOf(fields, 'Authorization') ?? ''),
  );
  expect(theirs?.scheme).toBe(ours?.scheme);
  expect(theirs?.params.map(({ name }) => name)).toEqual(ours?.params.map(({ name }) => name));
  expect(theirs?.params.find(({ value }) => value.startsWith(key))).toBeDefined();
};

test('every scheme has its rows', () =>
  expect(Object.keys(table).toSorted()).toEqual(
    schemes()
      .map(({ id }) => id)
      .toSorted(),
  ));

const rows = Object.entries(table).flatMap(([id, plausible]) =>
  plausible.map((one, at) => [`${id} ${at + 1}`, id, one] as const),
);

describe('what curl cannot sign is said, and what it can is not excused', () => {
  it.each(rows)('%s', (_, id, { settings, body, wanted }) => {
    const built = real.build(draftOf(id, settings, body));
    const { words = [], notes = [] } = built.words ?? {};
    const oneTime = built.request.xray !== undefined && wanted.as === 'same';
    expect(notes.length > 0).toBe(oneTime);
    if (wanted.as === 'asks') expect(words.map(({ text }) => text)).toEqual(wanted.words);
    else expect(words.some(({ text }) => text.startsWith('--'))).toBe(wanted.as === 'signs');
  });
});

describe.skipIf(shells.length === 0)('run by a real curl, the exported command carries the scheme', () => {
  it.each(rows.filter(([, , { wanted }]) => wanted.as !== 'asks'))('%s', async (_, id, row) => {
    const { got, built } = await real.deliver(draftOf(id, row.settings, row.body));
    for (const one of got) {
      if (row.wanted.as === 'signs') expectSigned(one, built, row.wanted.key);
      else expectSame(one, built);
    }
    expect(added(built).length > 0 || built.request.url.includes('?x=1&') || row.body === form).toBe(true);
  });
});

const draftOf = (id: string, settings: SchemeSettings, body: Draft['body'] = { kind: 'none' }): Draft => {
  expect(schemeById(id)).toBeDefined();
  const method = body.kind === 'none' ? 'GET' : 'POST';
  return real.draftTo('/me?x=1', { method, body, auth: { kind: 'own', scheme: id, settings } });
};
