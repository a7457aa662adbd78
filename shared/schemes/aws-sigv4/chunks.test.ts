import { describe, expect, test } from 'vitest';
import { stillWorld } from '../../compose/will-send.ts';
import { bytesToByteString, utf8Bytes } from '../../exchange/bytes.ts';
import { valueOf } from '../../exchange/fields.ts';
import { awsSigV4 } from '../aws-sigv4.ts';
import { bareRequest, sentRequests } from '../drive.test-support.ts';
import { FlowStopped, type OpenSettings, type OutgoingBody, type OutgoingRequest } from '../scheme.ts';
import { checksumOf, type ChecksumName } from './checksums.ts';
import { codedSize } from './chunks.ts';

/** The example of the documentation of Amazon S3: 65 KiB of the letter a, on 2013-05-24. */
const aaa = new Uint8Array(66_560).fill(97);
const keys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

const field = (name: string, value: string) => ({ name, value });
const put = (body: OutgoingBody, length?: number): OutgoingRequest =>
  bareRequest({
    method: 'PUT',
    url: 'https://s3.amazonaws.com/examplebucket/chunkObject.txt',
    fields: [
      field('Host', 's3.amazonaws.com'),
      field('X-Amz-Storage-Class', 'REDUCED_REDUNDANCY'),
      ...(length === undefined
        ? []
        : [{ ...field('Content-Length', String(length)), origin: { from: 'body' as const, note: '' } }]),
    ],
    body,
  });

const sent = (given: OpenSettings, request: OutgoingRequest): OutgoingRequest => {
  const env = { ...stillWorld, nowMs: () => Date.UTC(2013, 4, 24) };
  const [only] = sentRequests(awsSigV4.flow(request, awsSigV4.settings.parse({ ...keys, ...given }), env));
  if (only === undefined) throw new Error('nothing is sent');
  return only;
};

/** The coded body, its bytes fed in pieces of the given size. */
const codedBy = ({ coding }: OutgoingRequest, data: Uint8Array, step: number): string => {
  const coder = coding?.begin();
  if (coder === undefined) throw new Error('it is not coded');
  const out: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += step) out.push(coder.take(data.subarray(at, at + step)));
  return [...out, coder.end()].map(bytesToByteString).join('');
};

const signatureIn = ({ fields }: OutgoingRequest): string | undefined =>
  /Signature=([0-9a-f]+)$/.exec(valueOf(fields, 'Authorization') ?? '')?.[1];

const chunkSignatures = (coded: string): readonly string[] =>
  [...coded.matchAll(/^([0-9a-f]+);chunk-signature=([0-9a-f]{64})\r$/gm)].map(
    ([, size = '', signature = '']) => `${size} ${signature}`,
  );

describe.each([1_000, 65_536, 66_560])('the examples of the documentation, in pieces of %d bytes', (step) => {
  test('chunks', () => {
    const request = sent({ payload: 'chunks' }, put({ kind: 'bytes', bytes: aaa }, aaa.length));
    expect(signatureIn(request)).toBe('4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9');
    const coded = codedBy(request, aaa, step);
    expect(coded).toHaveLength(66_824);
    expect(valueOf(request.fields, 'Content-Length')).toBe('66824');
    expect(chunkSignatures(coded)).toEqual([
      '10000 ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
      '400 0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
      '0 b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
    ]);
    expect(coded).toMatch(/9df9\r\n\r\n$/);
  });

  test('chunks and a signed checksum behind them', () => {
    const given = { payload: 'chunks-checksum', checksum: 'crc32c' };
    // The length is not among what the documentation signs here.
    const request = sent(given, put({ kind: 'bytes', bytes: aaa }));
    expect(signatureIn(request)).toBe('106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e');
    const coded = codedBy(request, aaa, step);
    expect(chunkSignatures(coded)).toEqual([
      '10000 b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2',
      '400 1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7',
      '0 2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992',
    ]);
    expect(coded.slice(coded.indexOf('x-amz-checksum'))).toBe(
      'x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n',
    );
  });
});

/** Of the nine digits, from the catalogues of checksums and FIPS 180-4. */
test.each<[ChecksumName, string]>([
  ['crc32', 'cbf43926'],
  ['crc32c', 'e3069283'],
  ['sha256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
])('%s', (name, expected) => {
  const sum = checksumOf(name);
  sum.update(utf8Bytes('12345'));
  sum.update(utf8Bytes('6789'));
  expect(Buffer.from(sum.digest()).toString('hex')).toBe(expected);
});

test('without signatures only the checksum stands behind the chunks', () => {
  const bytes = utf8Bytes('123456789');
  const request = sent({ payload: 'checksum' }, put({ kind: 'bytes', bytes }, 9));
  expect(codedBy(request, bytes, 4)).toBe('9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n');
  const { fields } = request;
  expect(valueOf(fields, 'X-Amz-Content-Sha256')).toBe('STREAMING-UNSIGNED-PAYLOAD-TRAILER');
  expect(valueOf(fields, 'X-Amz-Trailer')).toBe('x-amz-checksum-crc32');
  expect(valueOf(fields, 'Content-Encoding')).toBe('aws-chunked');
  expect(valueOf(fields, 'X-Amz-Decoded-Content-Length')).toBe('9');
  expect(request.coding?.xray().map(({ label }) => label)).toEqual(['checksum']);
});

test.each([0, 1, 65_535, 65_536, 65_537, 300_000])('the length of %d bytes is known before', (size) => {
  const data = new Uint8Array(size);
  for (const payload of ['chunks', 'chunks-checksum', 'checksum']) {
    for (const checksum of ['crc32', 'sha256']) {
      const request = sent({ payload, checksum }, put({ kind: 'bytes', bytes: data }, size));
      expect(valueOf(request.fields, 'Content-Length')).toBe(String(codedBy(request, data, 70_000).length));
    }
  }
  expect(codedSize(0, { signed: false })).toBe('0\r\n\r\n'.length);
});

test('a coding that was typed comes behind', () => {
  const request = put({ kind: 'bytes', bytes: aaa });
  const typed = { ...request, fields: [...request.fields, field('Content-Encoding', 'gzip')] };
  const values = sent({ payload: 'chunks' }, typed).fields.filter(({ name }) => name === 'Content-Encoding');
  expect(values.map(({ value }) => value)).toEqual(['aws-chunked', 'gzip']);
});

test.each<[string, OpenSettings, OutgoingBody]>([
  ['there is no body', { payload: 'chunks' }, { kind: 'none' }],
  ['so chosen', { payload: 'signed' }, { kind: 'bytes', bytes: aaa }],
  ['so chosen, unsigned', { payload: 'unsigned' }, { kind: 'bytes', bytes: aaa }],
])('the body leaves as it is where %s', (_, given, body) => {
  const request = sent(given, put(body));
  expect(request.coding).toBeUndefined();
  expect(valueOf(request.fields, 'Content-Encoding')).toBeUndefined();
});

test('a body of files is told by its stated length, and needs one', () => {
  const body: OutgoingBody = { kind: 'pieces', pieces: [{ kind: 'file', path: '/tmp/a' }] };
  expect(valueOf(sent({ payload: 'chunks' }, put(body, 66_560)).fields, 'Content-Length')).toBe('66824');
  expect(() => sent({ payload: 'chunks' }, put(body))).toThrow(FlowStopped);
});

test('a presigned URL cannot carry chunks', () => {
  const settings = awsSigV4.settings.parse({ ...keys, place: 'query', payload: 'chunks' });
  expect(awsSigV4.problem?.(settings)).toMatch(/presigned URL/);
});

test('the X-ray explains the first chunks, the last one and the trailer, without a whole signature', () => {
  const data = new Uint8Array(65_536 * 5 + 1);
  const request = sent({ payload: 'chunks-checksum' }, put({ kind: 'bytes', bytes: data }, data.length));
  const coded = codedBy(request, data, data.length);
  const parts = request.coding?.xray() ?? [];
  expect(parts.map(({ label }) => label)).toEqual([
    ...[1, 2, 3].flatMap((n) => [`chunk ${n}: string to sign`, `chunk ${n}: signature`]),
    'chunks between',
    'last chunk: string to sign',
    'last chunk: signature',
    'checksum',
    'trailer: string to sign',
    'trailer: signature',
  ]);
  expect(parts.find(({ label }) => label === 'chunks between')?.text).toMatch(/^3 more/);
  const [first = ''] = chunkSignatures(coded);
  expect(JSON.stringify(parts)).not.toContain(first.split(' ')[1]);
  expect(parts[1]?.text).toBe(`${first.split(' ')[1]?.slice(0, 8)}••••••••`);
  // A second sending begins anew.
  expect(codedBy(request, data, data.length)).toBe(coded);
  expect(request.coding?.xray()).toEqual(parts);
});
