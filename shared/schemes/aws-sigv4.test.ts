import { describe, expect, test } from 'vitest';
import { compose } from '../compose/compose.ts';
import { stillWorld } from '../compose/will-send.ts';
import { utf8Bytes } from '../exchange/bytes.ts';
import { valueOf } from '../exchange/fields.ts';
import { emptyDraft } from '../workspace/draft.ts';
import { awsSigV4 } from './aws-sigv4.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import { FlowStopped, type OpenSettings, type OutgoingRequest, type SchemeEnv } from './scheme.ts';

/** 2013-05-24, the day of the examples in the documentation of Amazon S3. */
const env: SchemeEnv = { ...stillWorld, nowMs: () => Date.UTC(2013, 4, 24) };
const keys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const settingsOf = (given: OpenSettings) => awsSigV4.settings.parse(given);

const s3Request = (path: string, change: Partial<OutgoingRequest> = {}): OutgoingRequest =>
  bareRequest({
    url: `https://examplebucket.s3.amazonaws.com${path}`,
    fields: [{ name: 'Host', value: 'examplebucket.s3.amazonaws.com' }],
    ...change,
  });

const sent = (given: OpenSettings, request: OutgoingRequest): OutgoingRequest => {
  const [only] = sentRequests(awsSigV4.flow(request, settingsOf(given), env));
  if (only === undefined) throw new Error('nothing is sent');
  return only;
};

const signatureIn = ({ fields, url }: OutgoingRequest): string | undefined =>
  /Signature=([0-9a-f]+)$/.exec(valueOf(fields, 'Authorization') ?? url)?.[1];

describe('the examples of the documentation of Amazon S3', () => {
  test('GET Object', () => {
    const range = { name: 'Range', value: 'bytes=0-9' };
    const base = s3Request('/test.txt');
    const request = sent(keys, { ...base, fields: [...base.fields, range] });
    expect(signatureIn(request)).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
    expect(valueOf(request.fields, 'X-Amz-Date')).toBe('20130524T000000Z');
    expect(valueOf(request.fields, 'X-Amz-Content-Sha256')).toMatch(/^e3b0c442/);
  });

  test('a presigned URL', () => {
    const request = sent({ ...keys, place: 'query', expires: '86400' }, s3Request('/test.txt'));
    expect(signatureIn(request)).toBe('aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
    expect(request.fields).toEqual(s3Request('/').fields);
  });
});

describe('what was typed is signed as it is', () => {
  const typed = (name: string, value: string) =>
    ({ name, value, origin: { from: 'typed', note: 'you' } }) as const;
  const withTyped = (name: string, value: string): OutgoingRequest => {
    const base = s3Request('/');
    return sent(keys, { ...base, fields: [...base.fields, typed(name, value)] });
  };

  test.each([
    ['X-Amz-Date', '20300101T000000Z', /Credential=[^/]+\/20300101\//],
    ['x-amz-date', 'nonsense', /Credential=[^/]+\/nonsense\//],
    ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD', /x-amz-content-sha256/],
    ['X-Amz-Security-Token', 'mine', /x-amz-security-token/],
    ['X-Custom', 'a', /SignedHeaders=[a-z0-9;-]*x-custom/],
    ['User-Agent', 'a', /SignedHeaders=(?!.*user-agent)/],
  ])('%s: %s', (name, value, authorization) => {
    const request = withTyped(name, value);
    expect(request.fields.filter((field) => field.name.toLowerCase() === name.toLowerCase())).toEqual([
      typed(name, value),
    ]);
    expect(valueOf(request.fields, 'Authorization')).toMatch(authorization);
  });

  test('a typed Authorization stands for all', () => {
    expect(withTyped('Authorization', 'mine').fields).toHaveLength(2);
    expect(withTyped('Authorization', 'mine').xray).toBeUndefined();
  });

  test('a date in the query', () => {
    const request = sent({ ...keys, place: 'query' }, s3Request('/?X-Amz-Date=20300101T000000Z'));
    expect(request.url.match(/X-Amz-Date=/g)).toHaveLength(1);
    expect(request.url).toContain('%2F20300101%2Fus-east-1%2Fs3');
  });

  test('a signature in the query', () => {
    const url = '/?X-Amz-Signature=abc';
    expect(sent({ ...keys, place: 'query' }, s3Request(url)).url).toBe(s3Request(url).url);
  });

  test.each([
    ['X-Amz-Date', undefined],
    ['Authorization', /You typed an Authorization field/],
  ])('composing with a typed %s', (name, conflict) => {
    const composed = compose({
      draft: {
        ...emptyDraft('d'),
        url: 'https://b.s3.amazonaws.com/',
        fields: [{ name, value: '20300101T000000Z', on: true }],
      },
      settings: { scheme: awsSigV4, settings: settingsOf(keys), note: 'profile S3' },
      variables: new Map(),
      boundary: 'b',
      userAgent: 'test',
    });
    if (!composed.ok) throw new Error(composed.message);
    if (conflict === undefined) expect(composed.conflict).toBeUndefined();
    else expect(composed.conflict).toMatch(conflict);
  });
});

describe('what is added', () => {
  const names = (given: OpenSettings, request = s3Request('/')): readonly string[] =>
    sent(given, request)
      .fields.filter(({ origin }) => origin?.from === 'auth')
      .map(({ name }) => name);
  const other = bareRequest({ url: 'https://dynamodb.eu-west-1.amazonaws.com/' });

  test.each<[string, readonly string[], OpenSettings, OutgoingRequest?]>([
    ['nothing for an empty form', [], {}],
    ['the hash for S3', ['X-Amz-Date', 'X-Amz-Content-Sha256', 'Authorization'], keys],
    ['no hash elsewhere', ['X-Amz-Date', 'Authorization'], keys, other],
    [
      'the hash where it is wanted',
      ['X-Amz-Date', 'X-Amz-Content-Sha256', 'Authorization'],
      { ...keys, contentHash: true },
      other,
    ],
    [
      'a token that is signed',
      ['X-Amz-Date', 'X-Amz-Security-Token', 'Authorization'],
      { ...keys, sessionToken: 't' },
      other,
    ],
    [
      'a token that is not',
      ['X-Amz-Date', 'Authorization', 'X-Amz-Security-Token'],
      { ...keys, sessionToken: 't', tokenUnsigned: true },
      other,
    ],
    ['nothing in fields for a URL', [], { ...keys, place: 'query' }],
  ])('%s', (_, expected, given, request) => expect(names(given, request)).toEqual(expected));

  test('an unsigned body is not read', () => {
    const request = s3Request('/a', { method: 'PUT', body: { kind: 'bytes', bytes: utf8Bytes('x') } });
    const unsigned = sent({ ...keys, payload: 'unsigned' }, request);
    expect(valueOf(unsigned.fields, 'X-Amz-Content-Sha256')).toBe('UNSIGNED-PAYLOAD');
  });

  test('region and service that are given win over the host', () => {
    const request = sent({ ...keys, region: 'eu-west-9', service: 'odd' }, s3Request('/'));
    expect(valueOf(request.fields, 'Authorization')).toContain('/20130524/eu-west-9/odd/aws4_request');
  });

  test('credentials of the URL give way', () => {
    const fromUrl = { name: 'Authorization', value: 'Basic x', origin: { from: 'url', note: '' } } as const;
    const request = sent(keys, s3Request('/', { fields: [fromUrl] }));
    expect(valueOf(request.fields, 'Authorization')).toMatch(/^AWS4-HMAC-SHA256 .*SignedHeaders=host;/);
  });
});

describe('keys of an AWS profile', () => {
  const drive = (values: Readonly<Record<string, string>> | undefined, given: OpenSettings = {}) => {
    const flow = awsSigV4.flow(s3Request('/'), settingsOf({ keys: 'profile', ...given }), env);
    const asked = flow.next().value;
    return { asked, step: () => flow.next({ result: 'source', values }).value };
  };

  test.each([
    ['', 'default'],
    ['prod', 'prod'],
  ])('%j asks for %s', (profile, name) => {
    expect(drive({}, { profile }).asked).toEqual({ step: 'source', source: { kind: 'aws-profile', name } });
  });

  test.each([
    [{}, '/eu-west-1/s3/'],
    [{ region: 'eu-north-1' }, '/eu-north-1/s3/'],
  ])('its region is taken unless one is given: %j', (given, scope) => {
    const step = drive({ ...keys, sessionToken: 'tok', region: 'eu-west-1' }, given).step();
    if (step?.step !== 'send') throw new Error('nothing is sent');
    expect(valueOf(step.request.fields, 'Authorization')).toContain(scope);
    expect(valueOf(step.request.fields, 'X-Amz-Security-Token')).toBe('tok');
  });

  test('none of that name', () => {
    expect(drive(undefined, { profile: 'prod' }).step).toThrow(FlowStopped);
    expect(drive(undefined, { profile: 'prod' }).step).toThrow(/no profile "prod"/);
  });
});

test('the X-ray holds no secret', () => {
  const secret = { ...keys, sessionToken: 'to+ken/==' };
  for (const place of ['header', 'query']) {
    const { xray } = sent({ ...secret, place }, s3Request('/a?b=1'));
    const shown = JSON.stringify(xray);
    expect(shown).not.toContain(secret.secretAccessKey);
    expect(shown).not.toContain('to+ken');
    expect(shown).not.toContain(encodeURIComponent(secret.sessionToken));
    expect(xray?.parts.map(({ label }) => label)).toEqual([
      'access key ID',
      'secret access key',
      'session token',
      'date',
      'credential scope',
      'payload hash',
      'canonical request',
      'string to sign',
      'signing key',
      'signature',
    ]);
    expect(xray?.parts.find(({ label }) => label === 'canonical request')?.masked).toBe(true);
  }
});

describe('settings that cannot make a request', () => {
  test.each<[OpenSettings, RegExp | undefined]>([
    [{}, undefined],
    [keys, undefined],
    [{ accessKeyId: 'a' }, /secret access key is missing/],
    [{ secretAccessKey: 'a' }, /access key ID is missing/],
    [{ keys: 'profile' }, undefined],
    [{ ...keys, place: 'query', expires: '604801' }, /604800/],
    [{ ...keys, place: 'query', expires: 'soon' }, /604800/],
    [{ ...keys, expires: 'soon' }, undefined],
  ])('%j', (given, problem) => {
    const said = awsSigV4.problem?.(settingsOf(given));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });
});

describe('notices', () => {
  const at = (url: string) => bareRequest({ url });
  test.each<[string, OpenSettings, OutgoingRequest, readonly RegExp[]]>([
    ['all well', keys, s3Request('/'), []],
    ['an empty form', {}, at('https://api.example.com/'), []],
    [
      'swapped',
      { accessKeyId: keys.secretAccessKey, secretAccessKey: keys.accessKeyId },
      s3Request('/'),
      [/swapped/],
    ],
    ['ASIA alone', { ...keys, accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }, s3Request('/'), [/session token/]],
    [
      'ASIA with its token',
      { ...keys, accessKeyId: 'ASIAIOSFODNN7EXAMPLE', sessionToken: 't' },
      s3Request('/'),
      [],
    ],
    ['AKIA with a token', { ...keys, sessionToken: 't' }, s3Request('/'), [/lasting key/]],
    ['no region', keys, at('https://api.example.com/'), [/us-east-1/]],
    ['a region given', { ...keys, region: 'eu-west-1' }, at('https://api.example.com/'), []],
    ['a profile', { keys: 'profile' }, at('https://api.example.com/'), []],
  ])('%s', (_, given, request, expected) => {
    const titles = (awsSigV4.notices?.(settingsOf(given), request, 0) ?? []).map(({ title }) => title);
    expect(titles).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(titles[at]).toMatch(pattern);
  });
});

describe('how curl says it', () => {
  test.each<[string, OpenSettings, readonly string[], RegExp | undefined]>([
    [
      'S3',
      keys,
      ['--aws-sigv4', 'aws:amz:us-east-1:s3', '-u', `${keys.accessKeyId}:${keys.secretAccessKey}`],
      /7\.88/,
    ],
    [
      'a token',
      { ...keys, service: 'sts', sessionToken: 't' },
      [
        '--aws-sigv4',
        'aws:amz:us-east-1:sts',
        '-u',
        `${keys.accessKeyId}:${keys.secretAccessKey}`,
        '-H',
        'X-Amz-Security-Token: t',
      ],
      undefined,
    ],
    ['nothing', {}, [], undefined],
    ['a URL', { ...keys, place: 'query' }, [], /cannot presign/],
    ['a profile', { keys: 'profile' }, [], /does not read AWS profiles/],
    ['a colon', { ...keys, accessKeyId: 'a:b' }, [], /first colon/],
    [
      'chunks',
      { ...keys, service: 'x', payload: 'chunks' },
      ['--aws-sigv4', 'aws:amz:us-east-1:x', '-u', `${keys.accessKeyId}:${keys.secretAccessKey}`],
      /as a whole/,
    ],
    ['a token unsigned', { ...keys, sessionToken: 't', tokenUnsigned: true }, [], /unsigned/],
  ])('%s', (_, given, words, note) => {
    const body = { kind: 'bytes', bytes: utf8Bytes('a') } as const;
    const said = awsSigV4.curl?.(settingsOf(given), sent(given, s3Request('/', { body })));
    expect(said?.words.map(({ text }) => text)).toEqual(words);
    if (note === undefined) expect(said?.notes).toEqual([]);
    else expect(said?.notes.join()).toMatch(note);
  });

  test.each([
    ['aws:amz:eu-west-1:execute-api', { region: 'eu-west-1', service: 'execute-api' }],
    ['aws:amz', { region: '', service: '' }],
    ['', { region: '', service: '' }],
  ])('reading %j', (value, expected) => {
    expect(awsSigV4.curlReading?.read({ username: 'AK', password: 'sec', value })).toEqual({
      accessKeyId: 'AK',
      secretAccessKey: { plain: 'sec' },
      ...expected,
    });
  });
});

describe("other tools' files", () => {
  test.each([
    ['postman', { accessKey: 'a', secretKey: 's', region: 'r', addAuthDataToQuery: 'true' }, 'query'],
    ['insomnia', { accessKeyId: 'a', secretAccessKey: 's', region: 'r' }, 'header'],
    ['bruno', { accessKeyId: 'a', secretAccessKey: 's', region: 'r', profileName: 'p' }, 'header'],
    ['hoppscotch', { accessKey: 'a', secretKey: 's', region: 'r', addTo: 'QUERY_PARAMS' }, 'query'],
    ['yaak', { accessKeyId: 'a', secretAccessKey: 's', region: 'r' }, 'header'],
  ] as const)('%s', (tool, given, place) => {
    const read = awsSigV4.foreign?.[tool]?.read(given) ?? {};
    expect(read).toMatchObject({ accessKeyId: 'a', secretAccessKey: { plain: 's' }, region: 'r' });
    expect(read['place'] ?? 'header').toBe(place);
  });

  test('a profile of Bruno', () => {
    expect(awsSigV4.foreign?.bruno?.read({ accessKeyId: '', profileName: 'p' })).toMatchObject({
      keys: 'profile',
      profile: 'p',
    });
  });
});
