import { describe, expect, test } from 'vitest';
import { signWith } from '../../electron/schemes/signing.ts';
import { stillWorld } from '../compose/will-send.ts';
import { utf8ByteString, utf8Bytes } from '../exchange/bytes.ts';
import { valueOf } from '../exchange/fields.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import { formParameters } from './parts/form-parameters.ts';
import { oauth1 } from './oauth1.ts';
import { baseStringUri, normalizedParameters, oauth1Encode } from './oauth1/base-string.ts';
import { FlowStopped, type OpenSettings, type OutgoingRequest, type SchemeEnv } from './scheme.ts';

const env: SchemeEnv = {
  ...stillWorld,
  nowMs: () => 137_131_202_999,
  randomBytes: (count) => new Uint8Array(count).fill(0xab),
  sign: signWith,
};

const sent = (given: OpenSettings, request: OutgoingRequest): OutgoingRequest => {
  const [first] = sentRequests(oauth1.flow(request, oauth1.settings.parse(given), env));
  if (first === undefined) throw new Error('nothing is sent');
  return first;
};

const form = (text: string): Partial<OutgoingRequest> => ({
  method: 'POST',
  fields: [
    { name: 'Content-Type', value: 'application/x-www-form-urlencoded; charset=utf-8' },
    { name: 'Content-Length', value: String(text.length), origin: { from: 'body', note: '' } },
  ],
  body: { kind: 'bytes', bytes: utf8Bytes(text) },
});

/** RFC 5849 §1.2. */
const photos = {
  consumerKey: 'dpf43f3p2l4k3l03',
  consumerSecret: 'kd94hf93k423kf44',
  token: 'nnch734d00sl2jdk',
  tokenSecret: 'pfkkdhi9sl3r4s00',
  realm: 'Photos',
  timestamp: '137131202',
  nonce: 'chapoH',
  omitVersion: true,
};
const photo = bareRequest({ url: 'http://photos.example.net/photos?file=vacation.jpg&size=original' });

describe('the example of RFC 5849 §1.2', () => {
  const request = sent(photos, photo);

  test('is signed as printed', () => {
    expect(valueOf(request.fields, 'Authorization')).toBe(
      'OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk", ' +
        'oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131202", oauth_nonce="chapoH", ' +
        'oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"',
    );
  });

  test('shows how, without the secrets', () => {
    expect(request.xray?.parts).toMatchObject([
      { label: 'signing key', text: '••••••••&••••••••', masked: true },
      { kind: 'to-sign', text: expect.stringMatching(/^GET&http%3A%2F%2Fphotos.example.net%2Fphotos&file/) },
      { kind: 'result', text: 'MdpQcU8iPSUjWoN/UDMsK2sui9I=' },
    ]);
    expect(JSON.stringify(request.xray)).not.toContain(photos.tokenSecret);
  });
});

test('PLAINTEXT shows nothing of what it is', () => {
  const { xray } = sent({ ...photos, method: 'PLAINTEXT' }, photo);
  expect(xray?.parts.filter(({ masked }) => masked).map(({ text }) => text)).toEqual([
    '••••••••&••••••••',
    '••••••••&••••••••',
  ]);
  expect(JSON.stringify(xray)).not.toContain(photos.consumerSecret);
});

test('the base string of RFC 5849 §3.4.1.1 takes query and form body together', () => {
  const request = sent(
    {
      consumerKey: '9djdj82h48djs9d2',
      token: 'kkk9d7dh3k39sjv7',
      timestamp: '137131201',
      nonce: '7d8f3e4a',
      omitVersion: true,
    },
    bareRequest({
      ...form('c2&a3=2+q'),
      url: 'http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b',
    }),
  );
  expect(request.xray?.parts.find(({ kind }) => kind === 'to-sign')?.text).toBe(
    'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26' +
      'oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26' +
      'oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
  );
});

describe('the parameters', () => {
  test('come from clock and chance where they are not given', () => {
    const value = valueOf(sent({ consumerKey: 'k' }, photo).fields, 'Authorization');
    expect(value).toMatch(/oauth_timestamp="137131202", oauth_nonce="(ab){16}", oauth_version="1.0"/);
    expect(value).not.toContain('oauth_token');
  });

  test('travel in the query, behind what is there', () => {
    const request = sent({ ...photos, place: 'query' }, bareRequest({ url: 'http://h/p?a=1#part' }));
    expect(request.url).toMatch(
      /^http:\/\/h\/p\?a=1&oauth_consumer_key=[^#]*&oauth_signature=[^#]+%3D#part$/,
    );
    expect(request.fields).toEqual(bareRequest().fields);
  });

  test('travel in a form body, whose length follows', () => {
    const request = sent({ ...photos, place: 'body' }, bareRequest(form('a=b')));
    const body = request.body.kind === 'bytes' ? new TextDecoder().decode(request.body.bytes) : '';
    expect(body).toMatch(/^a=b&oauth_consumer_key=.*&oauth_signature=[^&]+%3D$/);
    expect(valueOf(request.fields, 'Content-Length')).toBe(String(body.length));
    expect(valueOf(request.fields, 'Authorization')).toBeUndefined();
  });

  test('hash a body that is no form', () => {
    const json = { body: { kind: 'bytes', bytes: utf8Bytes('Hello World!') } } as const;
    const hashed = (more: OpenSettings, request: Partial<OutgoingRequest>): string | undefined =>
      /oauth_body_hash="([^"]*)"/.exec(
        valueOf(sent({ ...photos, ...more }, bareRequest(request)).fields, 'Authorization') ?? '',
      )?.[1];
    expect(hashed({ bodyHash: true }, json)).toBe('Lve95gjOVATpfV8EL5X4nxwjKHE%3D');
    expect(hashed({ bodyHash: true, method: 'HMAC-SHA256' }, json)).toBe(
      'f4OxZX%2Fx%2FFO5LcGBSKHWXfwtSx%2Bj1ncoSt3SABJtkGk%3D',
    );
    expect(hashed({ bodyHash: false }, json)).toBeUndefined();
    expect(hashed({ bodyHash: true }, form('a=b'))).toBeUndefined();
  });
});

describe('a request that cannot be signed is stopped', () => {
  const file = { kind: 'pieces', pieces: [{ kind: 'file', path: 'a' }] } as const;
  test.each<[string, OpenSettings, OutgoingRequest, string]>([
    ['no form for the body', { place: 'body' }, photo, 'body-no-form'],
    ['a form in a file', {}, bareRequest({ ...form(''), body: file }), 'body-in-file'],
    ['no absolute address', {}, bareRequest({ url: '/p' }), 'url-unfit'],
  ])('%s', (_, more, request, code) => {
    const act = (): unknown => sent({ ...photos, ...more }, request);
    expect(act).toThrow(FlowStopped);
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});

describe('silence', () => {
  test('an empty form adds nothing', () => expect(sent({}, photo)).toEqual(photo));

  test('a typed Authorization stays', () => {
    const typed = { name: 'authorization', value: 'mine', origin: { from: 'typed', note: '' } } as const;
    expect(sent(photos, bareRequest({ fields: [typed] })).fields).toEqual([typed]);
  });
});

describe('said beforehand', () => {
  const titles = (given: OpenSettings, url: string): readonly string[] =>
    (oauth1.notices?.(oauth1.settings.parse(given), bareRequest({ url }), 0) ?? []).map(({ title }) => title);
  test.each<[OpenSettings, string, readonly string[]]>([
    [photos, 'http://h/', []],
    [{}, 'http://h/', []],
    [{ consumerKey: 'k' }, 'https://h/', ['Signed without a token']],
    [{ consumerKey: 'k', callback: 'oob' }, 'https://h/', []],
    [{ ...photos, method: 'PLAINTEXT' }, 'http://h/', ['PLAINTEXT over http']],
    [{ ...photos, method: 'PLAINTEXT' }, 'https://h/', []],
    [{ ...photos, method: 'PLAINTEXT' }, 'http://127.0.0.1:8080/', []],
  ])('%j to %s: %j', (given, url, said) => expect(titles(given, url)).toEqual(said));

  test.each<[OpenSettings, RegExp | undefined]>([
    [{ consumerKey: 'k', method: 'RSA-SHA1' }, /private key/],
    [{ method: 'RSA-SHA1' }, undefined],
    [{ consumerKey: 'k', timestamp: 'now' }, /seconds/],
    [photos, undefined],
  ])('the problem of %j', (given, problem) => {
    const said = oauth1.problem?.(oauth1.settings.parse(given));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });

  test('curl carries the signature as it is, with a note', () => {
    expect(oauth1.curl?.(oauth1.settings.parse(photos), photo)).toMatchObject({ words: [], notes: [/once/] });
    expect(oauth1.curl?.(oauth1.settings.parse({}), photo).notes).toEqual([]);
  });
});

describe('steps', () => {
  test.each([
    ['a é', 'a%20%C3%A9'],
    ["-._~!*'()", '-._~%21%2A%27%28%29'],
  ])('%s is encoded', (text, encoded) => expect(oauth1Encode(utf8ByteString(text))).toBe(encoded));

  test.each([
    ['', []],
    ['a', [['a', '']]],
    [
      'a=1=2&&b=%zz+',
      [
        ['a', '1=2'],
        ['b', '%zz '],
      ],
    ],
  ])('the form %j', (text, pairs) => expect(formParameters(text)).toEqual(pairs));

  test('parameters sort by encoded bytes, values after names', () => {
    expect(
      normalizedParameters([
        ['b', '2'],
        ['b', '10'],
        ['a b', ''],
        ['a', 'x'],
      ]),
    ).toBe('a=x&a%20b=&b=10&b=2');
  });

  test.each([
    ['http://u:p@H:8080/p;v=1/%7e?q#f', 'http://h:8080/p;v=1/%7e'],
    ['https://[::1]:443/é', 'https://[::1]/%C3%A9'],
    ['http://h:65536/', undefined],
    ['http:///p', undefined],
  ])('the base URI of %s', (url, uri) => expect(baseStringUri(url)).toBe(uri));
});

describe('other tools', () => {
  test.each(['postman', 'insomnia', 'bruno'] as const)('%s reads back what is written for it', (tool) => {
    const settings = oauth1.settings.parse({ ...photos, method: 'HMAC-SHA256', bodyHash: true });
    const foreign = oauth1.foreign?.[tool];
    const again = foreign?.read(foreign.write?.(settings) ?? {});
    expect(again).toMatchObject({
      consumerKey: photos.consumerKey,
      consumerSecret: { plain: photos.consumerSecret },
      token: photos.token,
      tokenSecret: { plain: photos.tokenSecret },
      method: 'HMAC-SHA256',
      place: 'header',
      bodyHash: true,
      omitVersion: true,
    });
  });
});
