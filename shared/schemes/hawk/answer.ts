import { base64OfBytes, byteStringToBytes } from '../../exchange/bytes.ts';
import { byteStringOfBody } from '../../exchange/body-bytes.ts';
import type { ReceivedResponse, XrayPart } from '../../exchange/exchange.ts';
import { valueOf, valuesOf } from '../../exchange/fields.ts';
import { hash } from '../parts/hashes.ts';
import { hawkAttributes } from './attributes.ts';
import {
  hawkHash,
  hawkMac,
  hawkPayload,
  normalizedString,
  normalizedTimestamp,
  type HawkArtifacts,
  type HawkKey,
} from './mac.ts';

/**
 * The server's clock in seconds, where it refused ours as stale and proves by `tsm` that it knows the key. Without that
 * proof anybody on the way could make us sign for a time of his choice.
 */
export const serverTime = (key: HawkKey, { status, fields }: ReceivedResponse): number | undefined => {
  if (status !== 401) return undefined;
  for (const value of valuesOf(fields, 'WWW-Authenticate')) {
    const { ts, tsm } = hawkAttributes(value, { known: ['ts', 'tsm', 'error'] }) ?? {};
    if (ts !== undefined && tsm === hawkMac(key, normalizedTimestamp(ts)) && /^\d{1,15}$/.test(ts)) {
      return Number(ts);
    }
  }
  return undefined;
};

/** Whether the server proved by Server-Authorization that it knows the key and that its answer is whole. */
export const hawkProof = (
  key: HawkKey,
  artifacts: HawkArtifacts,
  response: ReceivedResponse,
): readonly XrayPart[] => {
  const value = valueOf(response.fields, 'Server-Authorization');
  if (value === undefined) return [];
  const part = (text: string): readonly XrayPart[] => [
    { kind: 'result', label: 'Server-Authorization', text },
  ];
  const said = hawkAttributes(value, { needed: ['mac'], known: ['mac', 'ext', 'hash'] });
  if (said === undefined) return part('cannot be read, so it proves nothing');
  const { mac, hash: bodyHash = '', ext = '' } = said;
  if (mac !== hawkMac(key, normalizedString('response', { ...artifacts, hash: bodyHash, ext })))
    return part('not as expected, so the server does not know the key or the answer was changed on its way');
  return part(`as expected, so the server knows the key too${bodyWords(key, bodyHash, response)}`);
};

const bodyWords = (key: HawkKey, expected: string, { fields, body }: ReceivedResponse): string => {
  if (expected === '') return '; it says nothing of the body';
  const coded = (valueOf(fields, 'Content-Encoding') ?? 'identity') !== 'identity';
  const bytes = coded ? undefined : byteStringOfBody(body);
  if (bytes === undefined) return '; the bytes of the body that it covers are no longer at hand';
  const payload = hawkPayload(valueOf(fields, 'Content-Type') ?? '', {
    kind: 'bytes',
    bytes: byteStringToBytes(bytes),
  });
  const found = payload.kind === 'bytes' ? base64OfBytes(hash(hawkHash(key), payload.bytes)) : '';
  return found === expected ? ', and the body is whole' : ', but the body is not the one that it sent';
};
