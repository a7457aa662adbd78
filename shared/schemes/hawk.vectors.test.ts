import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import { base64OfBytes, utf8Bytes } from '../exchange/bytes.ts';
import { valueOf } from '../exchange/fields.ts';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import { hash } from './parts/hashes.ts';
import { serverTime } from './hawk/answer.ts';
import { hawkAttributes } from './hawk/attributes.ts';
import {
  hawkHash,
  hawkMac,
  hawkPayload,
  hawkServer,
  normalizedString,
  normalizedTimestamp,
  type HawkArtifacts,
  type HawkKey,
} from './hawk/mac.ts';
import { hawk } from './hawk.ts';
import type { OutgoingRequest } from './scheme.ts';

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const file = shelved('vectors/hawk.json');
const rows = isRecord(file) && Array.isArray(file['vectors']) ? file['vectors'].filter(isRecord) : [];
const ofKind = (kind: string) =>
  rows
    .filter((vector) => vector['kind'] === kind)
    .map((vector) => [text(vector['id']), record(vector['input']), record(vector['expect'])] as const);

const keyOf = (input: Json): HawkKey => {
  const { id, key, algorithm } = record(input['credentials']);
  return { id: text(id), key: text(key), algorithm: algorithm === 'sha1' ? 'sha1' : 'sha256' };
};

const requestOf = ({ url, method, payload, contentType }: Json): OutgoingRequest =>
  bareRequest({
    method: text(method) || 'GET',
    url: text(url),
    fields: typeof contentType === 'string' ? [{ name: 'Content-Type', value: contentType }] : [],
    body: typeof payload === 'string' ? { kind: 'bytes', bytes: utf8Bytes(payload) } : { kind: 'none' },
  });

const artifacts = (given: Partial<HawkArtifacts>): HawkArtifacts => ({
  ts: '',
  nonce: '',
  method: 'GET',
  resource: '',
  host: '',
  port: '',
  hash: '',
  ext: '',
  app: '',
  dlg: '',
  ...given,
});

const part = ({ xray }: OutgoingRequest, label: string): string | undefined =>
  xray?.parts.find((one) => one.label === label)?.text;

/** Attributes of a field value, their order aside. */
const attributes = (value: string | undefined) =>
  hawkAttributes(value ?? '', { known: ['id', 'ts', 'nonce', 'hash', 'ext', 'mac', 'app', 'dlg'] });

const known = ['id', 'ts', 'nonce', 'hash', 'ext', 'mac', 'app', 'dlg'];
const needed = ['id', 'ts', 'nonce', 'mac'];

describe.skipIf(rows.length === 0)('conformance: hawk.json', () => {
  test.each(ofKind('header'))('header %s', (_, input, expected) => {
    const settings = hawk.settings.parse({
      ...keyOf(input),
      timestamp: text(input['timestamp']),
      nonce: text(input['nonce']),
      ext: text(input['ext']),
      payloadHash: expected['hash'] !== undefined,
    });
    const [sent] = sentRequests(hawk.flow(requestOf(input), settings, stillWorld));
    expect(attributes(valueOf(sent?.fields ?? [], 'Authorization'))).toEqual(
      attributes(text(expected['header'])),
    );
    expect(sent && part(sent, 'normalized string')).toBe(expected['normalized']);
  });

  test.each(ofKind('bewit'))('bewit %s', (_, input, expected) => {
    const settings = hawk.settings.parse({
      ...keyOf(input),
      place: 'query',
      ttl: text(input['ttlSec']),
      ext: text(input['ext']),
    });
    const env = { ...stillWorld, nowMs: () => Number(input['nowMs']) };
    const [sent] = sentRequests(hawk.flow(requestOf(input), settings, env));
    expect(sent?.url).toBe(`${text(input['url'])}?bewit=${text(expected['bewit'])}`);
    expect(sent && part(sent, 'normalized string')).toBe(expected['normalized']);
  });

  test.each(ofKind('normalized'))('%s', (_, input, expected) => {
    const server = hawkServer(requestOf(input));
    const { timestamp, nonce, hash: payload, ext } = input;
    const given = { ts: text(timestamp), nonce: text(nonce), hash: text(payload), ext: text(ext) };
    expect(normalizedString('header', artifacts({ ...server, ...given }))).toBe(expected['normalized']);
  });

  test.each(ofKind('verify'))('%s', (_, input, expected) => {
    const {
      mac,
      ts = '',
      nonce = '',
      hash: payload = '',
      ext = '',
    } = hawkAttributes(text(input['header']), { known, needed }) ?? {};
    const { method } = requestOf(input);
    const normalized = normalizedString(
      'header',
      artifacts({ ...hawkServer(requestOf(input)), method, ts, nonce, hash: payload, ext }),
    );
    expect(normalized).toBe(expected['normalized']);
    expect(hawkMac(keyOf(input), normalized) === mac).toBe(expected['valid']);
  });

  test.each(ofKind('server-authorization'))('%s', (_, input, expected) => {
    const { method, host, port, resource, ts, nonce } = record(input['request']);
    const payload = hawkPayload(text(input['contentType']), {
      kind: 'bytes',
      bytes: utf8Bytes(text(input['payload'])),
    });
    const hashed = payload.kind === 'bytes' ? hash(hawkHash(keyOf(input)), payload.bytes) : undefined;
    expect(hashed && base64OfBytes(hashed)).toBe(expected['hash']);
    const normalized = normalizedString(
      'response',
      artifacts({
        method: text(method),
        host: text(host),
        port: text(port),
        resource: text(resource),
        ts: text(ts),
        nonce: text(nonce),
        hash: text(expected['hash']),
        ext: text(input['ext']),
      }),
    );
    expect(normalized).toBe(expected['normalized']);
    expect(hawkMac(keyOf(input), normalized)).toBe(expected['mac']);
  });

  test.each(ofKind('timestamp'))('%s', (_, input, expected) => {
    const [, ts = ''] = /ts="(\d+)"/.exec(text(input['header'])) ?? [];
    expect(normalizedTimestamp(ts)).toBe(expected['normalized']);
    expect(hawkMac(keyOf(input), normalizedTimestamp(ts))).toBe(expected['mac']);
    const refusal = {
      status: 401,
      reason: '',
      httpVersion: 'HTTP/1.1',
      fields: [{ name: 'WWW-Authenticate', value: text(input['header']) }],
      body: { kind: 'none' as const },
    };
    expect(serverTime(keyOf(input), refusal) !== undefined).toBe(expected['valid']);
  });

  test.each(ofKind('parse'))('%s is refused', (_, input) => {
    expect(hawkAttributes(text(input['header']), { known, needed })).toBeUndefined();
  });

  test('no kind is left out', () => {
    const kinds = new Set(rows.map((vector) => text(vector['kind'])));
    expect([...kinds].toSorted()).toEqual([
      'bewit',
      'header',
      'normalized',
      'parse',
      'server-authorization',
      'timestamp',
      'verify',
    ]);
  });
});
