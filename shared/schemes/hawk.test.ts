import fc from 'fast-check';
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import { utf8Bytes } from '../exchange/bytes.ts';
import type { Field, ReceivedResponse } from '../exchange/exchange.ts';
import { valueOf } from '../exchange/fields.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import { hawkAttribute, hawkAttributes } from './hawk/attributes.ts';
import { normalizedString } from './hawk/mac.ts';
import { hawk } from './hawk.ts';
import type { OpenSettings, OutgoingRequest, SchemeEnv } from './scheme.ts';

const credentials = { id: 'dh37fgj492je', key: 'werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn' };
const settingsOf = (given: OpenSettings) => hawk.settings.parse({ ...credentials, ...given });
const env: SchemeEnv = { ...stillWorld, nowMs: () => 1_353_832_234_500 };

const answer = (status: number, fields: readonly Field[] = [], text = ''): ReceivedResponse => ({
  status,
  reason: '',
  httpVersion: 'HTTP/1.1',
  fields: [...fields],
  body: { kind: 'text', text, size: utf8Bytes(text).length },
});

const macOf = (text: string): string => createHmac('sha256', credentials.key).update(text).digest('base64');

const sent = (given: OpenSettings, request: OutgoingRequest): OutgoingRequest => {
  const [only] = sentRequests(hawk.flow(request, settingsOf(given), env));
  if (only === undefined) throw new Error('nothing is sent');
  return only;
};

/** The protocol's own example. */
const example = bareRequest({ url: 'http://example.com:8000/resource/1?b=1&a=2', fields: [] });
const own = { nonce: 'j4h3g2', ext: 'some-app-ext-data' };

describe('what is sent', () => {
  test("the protocol's example", () => {
    expect(valueOf(sent(own, example).fields, 'Authorization')).toBe(
      'Hawk id="dh37fgj492je", ts="1353832234", nonce="j4h3g2", ext="some-app-ext-data", ' +
        'mac="6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE="',
    );
  });

  test('application and delegate are sent and under the MAC', () => {
    const request = sent({ ...own, app: 'a', dlg: 'd' }, example);
    const normalized = request.xray?.parts.find(({ kind }) => kind === 'to-sign')?.text ?? '';
    expect(normalized).toMatch(/\nsome-app-ext-data\na\nd\n$/);
    expect(valueOf(request.fields, 'Authorization')).toMatch(
      new RegExp(`mac="${macOf(normalized).replace(/[+/]/g, '\\$&')}", app="a", dlg="d"$`),
    );
  });

  test('a body in files is hashed by the host, framed by the payload lines', () => {
    const body = { kind: 'pieces', pieces: [{ kind: 'file', path: '/f' }] } as const;
    const fields = [{ name: 'Content-Type', value: 'Text/Plain; charset=utf-8' }];
    const flow = hawk.flow({ ...example, fields, body }, settingsOf({ payloadHash: true }), env);
    const step = flow.next().value;
    expect(step).toMatchObject({
      step: 'hash',
      algorithm: 'sha-256',
      body: {
        kind: 'pieces',
        pieces: [
          { kind: 'bytes', bytes: utf8Bytes('hawk.1.payload\ntext/plain\n') },
          { kind: 'file', path: '/f' },
          { kind: 'bytes', bytes: utf8Bytes('\n') },
        ],
      },
    });
  });

  test.each<[string, OpenSettings, Partial<OutgoingRequest>]>([
    ['an empty form', { id: '', key: '' }, {}],
    [
      'a typed Authorization',
      {},
      { fields: [{ name: 'Authorization', value: 'x', origin: { from: 'typed', note: 'you' } }] },
    ],
    ['a bewit in the address', { place: 'query' }, { url: 'http://h/?bewit=abc' }],
  ])('nothing for %s', (_, given, change) => {
    const request = { ...example, ...change };
    expect(sent(given, request)).toEqual(request);
  });

  test('a typed Host is what is signed', () => {
    const request = { ...example, fields: [{ name: 'Host', value: '[::1]' }] };
    expect(sent(own, request).xray?.parts.find(({ kind }) => kind === 'to-sign')?.text).toMatch(
      /\n\[::1\]\n80\n/,
    );
  });

  test('the X-ray does not hold the key', () => {
    for (const place of ['header', 'query'])
      expect(JSON.stringify(sent({ place }, example))).not.toContain(credentials.key);
  });
});

describe('a clock that is off', () => {
  const stale = (ts: string, tsm = macOf(`hawk.1.ts\n${ts}\n`)): ReceivedResponse =>
    answer(401, [
      { name: 'WWW-Authenticate', value: `Hawk ts="${ts}", tsm="${tsm}", error="Stale timestamp"` },
    ]);

  const drive = (given: OpenSettings, response: ReceivedResponse) => {
    const memory = new Map<string, string>();
    const world: SchemeEnv = {
      ...env,
      memory: { get: (key) => memory.get(key), set: (key, value) => void memory.set(key, value) },
    };
    const flow = hawk.flow(example, settingsOf(given), world);
    const timestamps: (string | undefined)[] = [];
    let next = flow.next();
    while (next.done !== true && timestamps.length < 5) {
      if (next.value.step !== 'send') throw new Error('a request was expected');
      timestamps.push(/ts="(\d+)"/.exec(valueOf(next.value.request.fields, 'Authorization') ?? '')?.[1]);
      next = flow.next({ result: 'response', response });
    }
    return { timestamps, memory: Object.fromEntries(memory) };
  };

  test('is corrected once, where the server proves its own', () => {
    expect(drive({}, stale('1353832000'))).toEqual({
      timestamps: ['1353832234', '1353832000'],
      memory: { 'hawk-clock-offset': '-234' },
    });
  });

  test.each<[string, OpenSettings, ReceivedResponse]>([
    ['is left where the proof is wrong', {}, stale('1353832000', macOf('x'))],
    ['is left where the time is no time', {}, stale('soon')],
    ['is left where the timestamp was typed', { timestamp: '1353832234' }, stale('1353832000')],
    [
      'is no matter where another scheme is asked for',
      {},
      answer(401, [{ name: 'WWW-Authenticate', value: 'Basic' }]),
    ],
    ['is no matter where all went well', {}, { ...stale('1353832000'), status: 200 }],
  ])('%s', (_, given, response) => {
    expect(drive(given, response)).toEqual({ timestamps: ['1353832234'], memory: {} });
  });

  test('the offset that is remembered is used', () => {
    const world = { ...env, memory: { get: () => '-100', set: () => undefined } };
    const [request] = sentRequests(hawk.flow(example, settingsOf({}), world));
    expect(valueOf(request?.fields ?? [], 'Authorization')).toContain('ts="1353832134"');
  });
});

describe('what the server proves', () => {
  const request = sent(own, example);
  const says = (response: ReceivedResponse): string | undefined => request.xrayOfAnswer?.(response)[0]?.text;
  const hash = createHash('sha256').update('hawk.1.payload\ntext/plain\nok\n').digest('base64');
  const responseMac = (ext: string, payload: string): string =>
    macOf(
      normalizedString('response', {
        ts: '1353832234',
        nonce: 'j4h3g2',
        method: 'GET',
        resource: '/resource/1?b=1&a=2',
        host: 'example.com',
        port: '8000',
        hash: payload,
        ext,
        app: '',
        dlg: '',
      }),
    );
  const withField = (value: string, text = 'ok') =>
    answer(
      200,
      [
        { name: 'Content-Type', value: 'text/plain; charset=utf-8' },
        { name: 'Server-Authorization', value },
      ],
      text,
    );

  test.each<[string, ReceivedResponse, RegExp | undefined]>([
    ['nothing', answer(200), undefined],
    [
      'its key',
      withField(`Hawk mac="${responseMac('x', '')}", ext="x"`),
      /^as expected.*nothing of the body$/,
    ],
    [
      'its key and body',
      withField(`Hawk mac="${responseMac('', hash)}", hash="${hash}"`),
      /the body is whole$/,
    ],
    [
      'another body',
      withField(`Hawk mac="${responseMac('', hash)}", hash="${hash}"`, 'changed'),
      /not the one that it sent$/,
    ],
    ['no key', withField('Hawk mac="abc="'), /^not as expected/],
    ['nothing readable', withField('Hawk mac='), /^cannot be read/],
  ])('%s', (_, response, text) => {
    if (text === undefined) expect(says(response)).toBeUndefined();
    else expect(says(response)).toMatch(text);
  });
});

describe('settings that cannot make a request', () => {
  test.each<[OpenSettings, RegExp | undefined]>([
    [{}, undefined],
    [{ id: '', key: '' }, undefined],
    [{ id: '' }, /key ID is missing/],
    [{ key: '' }, /key is missing/],
    [{ id: 'a"b' }, /key ID holds a quote/],
    [{ nonce: 'é' }, /nonce holds/],
    [{ place: 'query', ttl: '0' }, /seconds/],
    [{ place: 'query', id: 'a\\b' }, /backslash/],
    [{ ttl: '0' }, undefined],
  ])('%j', (given, problem) => {
    const said = hawk.problem?.(settingsOf(given));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });

  test.each([
    ['GET', 'query', 0],
    ['HEAD', 'query', 0],
    ['POST', 'query', 1],
    ['POST', 'header', 0],
  ])('%s, %s: %i notices', (method, place, count) => {
    expect(hawk.notices?.(settingsOf({ place }), { ...example, method }, 0)).toHaveLength(count);
  });
});

describe('other tools', () => {
  test.each([
    ['postman', { authId: 'i', authKey: 'k', extraData: 'e', app: 'a', delegation: 'd' }],
    ['hoppscotch', { authId: 'i', authKey: 'k', ext: 'e', app: 'a', dlg: 'd' }],
  ] as const)('%s', (tool, given) => {
    expect(hawk.foreign?.[tool]?.read(given)).toMatchObject({
      id: 'i',
      key: { plain: 'k' },
      algorithm: 'sha256',
      ext: 'e',
      app: 'a',
      dlg: 'd',
    });
  });

  test('curl carries the field as it is, with a note', () => {
    expect(hawk.curl?.(settingsOf({}), example)).toMatchObject({
      words: [],
      notes: [expect.stringMatching('signed already')],
    });
    expect(hawk.curl?.(settingsOf({ id: '', key: '' }), example).notes).toEqual([]);
  });
});

test('attributes are read back as they were written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (value) => {
      const read = hawkAttributes(`Hawk ${hawkAttribute('ext', value)}`, { known: ['ext'] });
      expect(read?.['ext']).toBe(/["\\]/.test(value) ? undefined : value);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (value) => {
      expect(() => hawkAttributes(value, { known: ['ext'] })).not.toThrow();
    }),
  );
});
