import { describe, expect, test } from 'vitest';
import { isRecord } from '../../shared/exchange/json.ts';
import { shelved } from '../../shared/exchange/vectors.test-support.ts';
import { checkDpopProof, htuFits, normalHtu } from '../../shared/oauth/dpop-check.test-support.ts';
import { accessTokenHash } from '../../shared/oauth/dpop-proof.ts';
import { jwkThumbprint } from '../../shared/oauth/jwk-thumbprint.ts';
import type { HashName } from '../../shared/schemes/parts/hashes.ts';
import { verifyJws } from './verify.ts';

type Json = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const record = (value: unknown): Json => (isRecord(value) ? value : {});

const file = shelved('vectors/dpop.json');
const vectors = isRecord(file) && Array.isArray(file['vectors']) ? file['vectors'].filter(isRecord) : [];
const ofKind = (kind: string) =>
  vectors.filter((one) => one['kind'] === kind).map((one) => [text(one['id']), one] as const);

const hashes: Readonly<Record<string, HashName>> = {
  sha256: 'sha-256',
  sha384: 'sha-384',
  sha512: 'sha-512',
};

const isSigned = async (proof: string, key: Json): Promise<boolean> => (await verifyJws(proof, key)).valid;

describe.skipIf(file === undefined)('conformance: dpop.json', () => {
  test('every kind is known here', () => {
    const kinds = ['ath', 'dpop-proof', 'htu-match', 'htu-normalize', 'jwk-thumbprint'];
    expect([...new Set(vectors.map((one) => text(one['kind'])))].toSorted()).toEqual(kinds);
  });

  test.each(ofKind('jwk-thumbprint'))('%s', (_, { input, expect: wanted }) => {
    const { jwk, hash } = record(input);
    expect(jwkThumbprint(record(jwk), hashes[text(hash)])).toBe(wanted);
  });

  test.each(ofKind('ath'))('%s', (_, { input, expect: wanted }) => {
    expect(accessTokenHash(text(record(input)['accessToken']))).toBe(wanted);
  });

  test.each(ofKind('htu-match'))('%s', (_, { input, expect: wanted }) => {
    const { htu, url } = record(input);
    expect(htuFits(text(htu), text(url))).toBe(wanted);
  });

  test.each(ofKind('htu-normalize'))('%s', (_, { input, expect: wanted }) => {
    expect(normalHtu(text(input))).toBe(wanted);
  });

  test.each(ofKind('dpop-proof'))('%s', async (_, { input, expect: wanted }) => {
    const { proof, method, url, accessToken, now } = record(input);
    const checked = await checkDpopProof(
      text(proof),
      {
        method: text(method),
        url: text(url),
        nowMs: Number(now) * 1000,
        ...(typeof accessToken === 'string' ? { accessToken } : {}),
      },
      isSigned,
    );
    const { valid, jkt, because } = record(wanted);
    expect(checked).toEqual(valid === true ? { valid, jkt } : { valid, because });
  });
});
