import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import { utf8Bytes } from '../exchange/bytes.ts';
import { valueOf } from '../exchange/fields.ts';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import { edgegrid } from './edgegrid.ts';
import { FlowStopped, type OpenSettings, type OutgoingRequest, type SchemeEnv } from './scheme.ts';

const env: SchemeEnv = { ...stillWorld, nowMs: () => Date.UTC(2014, 2, 21, 19, 34, 21) };
const credentials = { clientToken: 'akab-ct', clientSecret: 'secret=', accessToken: 'akab-at' };
const settingsOf = (given: OpenSettings) => edgegrid.settings.parse(given);

const sent = (given: OpenSettings, request: OutgoingRequest): OutgoingRequest => {
  const [only] = sentRequests(edgegrid.flow(request, settingsOf(given), env));
  if (only === undefined) throw new Error('nothing is sent');
  return only;
};
const dataToSign = ({ xray }: OutgoingRequest): string =>
  xray?.parts.find(({ kind }) => kind === 'to-sign')?.text ?? '';

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const file = shelved('vectors/akamai-edgegrid.json');
const rows = isRecord(file) ? list(file['vectors']).filter(isRecord) : [];

describe.skipIf(rows.length === 0)('conformance: akamai-edgegrid.json', () => {
  test.each(rows.map((vector) => [text(vector['id']), vector] as const))('%s', (_, vector) => {
    const { host, clientToken, accessToken, clientSecret, maxBody, headersToSign } = record(vector['config']);
    const { method, path, headers, body } = record(vector['request']);
    const request = bareRequest({
      method: text(method),
      url: `https://${text(host)}${text(path)}`,
      fields: list(headers)
        .filter(Array.isArray)
        .map(([name, value]) => ({ name: text(name), value: text(value) })),
      body: typeof body === 'string' ? { kind: 'bytes', bytes: utf8Bytes(body) } : { kind: 'none' },
    });
    const given = {
      clientToken: text(clientToken),
      accessToken: text(accessToken),
      clientSecret: text(clientSecret),
      maxBody: String(maxBody),
      headersToSign: list(headersToSign).join(', '),
      timestamp: text(vector['timestamp']),
      nonce: text(vector['nonce']),
    };
    const signed = sent(given, request);
    const expected = record(vector['expect']);
    expect(valueOf(signed.fields, 'Authorization')).toBe(expected['authorization']);
    expect(dataToSign(signed)).toBe(text(expected['dataToSign']).replace(text(accessToken), '••••••••'));
  });
});

describe('what is sent', () => {
  const post = (change: Partial<OutgoingRequest>) =>
    bareRequest({ method: 'POST', url: 'https://akab-x.luna.akamaiapis.net/a?b=c', ...change });

  test('time and nonce are made where none is typed', () => {
    const value = valueOf(sent(credentials, post({})).fields, 'Authorization');
    expect(value).toMatch(
      /^EG1-HMAC-SHA256 client_token=akab-ct;access_token=akab-at;timestamp=20140321T19:34:21\+0000;nonce=[0-9a-f-]{36};signature=[A-Za-z0-9+/]{43}=$/,
    );
  });

  test('another host is signed where one is given', () => {
    expect(dataToSign(sent({ ...credentials, host: 'Other.example' }, post({})))).toMatch(
      /^POST\thttps\tother\.example\t\/a\?b=c\t\t\tEG1/,
    );
  });

  const inFile = { kind: 'pieces', pieces: [{ kind: 'file', path: '/f' }] } as const;
  test.each([
    ['131072', 'hash'],
    ['131073', 'body-in-file'],
    ['', 'body-in-file'],
  ])('a body of %s bytes in a file: %s', (length, what) => {
    const fields = length === '' ? [] : [{ name: 'Content-Length', value: length }];
    const flow = edgegrid.flow(post({ body: inFile, fields }), settingsOf(credentials), env);
    if (what === 'hash') expect(flow.next().value).toMatchObject({ step: 'hash', body: inFile });
    else {
      expect(() => flow.next()).toThrow(FlowStopped);
      const again = edgegrid.flow(post({ body: inFile, fields }), settingsOf(credentials), env);
      expect(() => again.next()).toThrow(expect.objectContaining({ code: what }));
    }
  });

  test.each<[string, OpenSettings, Partial<OutgoingRequest>]>([
    ['an empty form', {}, {}],
    [
      'a typed Authorization',
      credentials,
      { fields: [{ name: 'Authorization', value: 'x', origin: { from: 'typed', note: 'you' } }] },
    ],
  ])('nothing for %s', (_, given, change) => expect(sent(given, post(change))).toEqual(post(change)));

  test('the X-ray holds neither secret nor token', () => {
    const shown = JSON.stringify(sent(credentials, post({})).xray);
    expect(shown).not.toContain(credentials.clientSecret);
    expect(shown).not.toContain(credentials.accessToken);
  });
});

test.each<[OpenSettings, RegExp | undefined]>([
  [{}, undefined],
  [credentials, undefined],
  [{ ...credentials, clientToken: '' }, /client token/],
  [{ ...credentials, clientSecret: '' }, /client secret/],
  [{ ...credentials, accessToken: '' }, /access token/],
  [{ ...credentials, maxBody: 'all' }, /number of bytes/],
])('the problem of %j', (given, problem) => {
  const said = edgegrid.problem?.(settingsOf(given));
  if (problem === undefined) expect(said).toBeUndefined();
  else expect(said).toMatch(problem);
});

test.each([
  ['http://h/', credentials, 1],
  ['https://h/', credentials, 0],
  ['http://h/', {}, 0],
])('%s: notices', (url, given, count) => {
  expect(edgegrid.notices?.(settingsOf(given), bareRequest({ url }), 0)).toHaveLength(count);
});

describe("other tools' files", () => {
  const given = { clientToken: 'c', clientSecret: 's', accessToken: 'a', baseURL: 'https://h.example/x' };
  test.each(['postman', 'bruno', 'hoppscotch'] as const)('%s', (tool) => {
    expect(edgegrid.foreign?.[tool]?.read({ ...given, maxBodySize: '' })).toEqual({
      clientToken: 'c',
      clientSecret: { plain: 's' },
      accessToken: { plain: 'a' },
      headersToSign: '',
      host: 'h.example',
      timestamp: '',
      nonce: '',
    });
    expect(edgegrid.foreign?.[tool]?.read({ maxBodySize: '2048' })).toMatchObject({ maxBody: '2048' });
  });

  test('Postman reads what is written', () => {
    const own = settingsOf({ ...credentials, host: 'h.example' });
    const written = edgegrid.foreign?.postman?.write?.(own) ?? {};
    expect(edgegrid.foreign?.postman?.read(written)).toMatchObject({
      clientToken: 'akab-ct',
      host: 'h.example',
    });
  });
});
