import { describe, expect, test } from 'vitest';
import { base64OfByteString } from '../../exchange/bytes.ts';
import { claimsChallengeIn } from './claims-challenge.ts';
import { challengesIn } from './seen-challenges.ts';

const read = (claims: string) =>
  claimsChallengeIn(
    challengesIn(
      [
        {
          name: 'WWW-Authenticate',
          value: `Bearer realm="", error="insufficient_claims", claims="${claims}"`,
        },
      ],
      'WWW-Authenticate',
      0,
    ),
  );

describe('what a claims challenge asks for', () => {
  test.each([
    [{ access_token: { acrs: { essential: true, value: 'c1' } } }, { levels: ['c1'] }],
    [{ id_token: { amr: { values: ['ngcmfa', 'mfa'] } } }, { levels: ['ngcmfa', 'mfa'] }],
    [
      { access_token: { nbf: { essential: true, value: '1604106651' } } },
      { issuedAfter: 1_604_106_651, levels: [] },
    ],
    [
      { access_token: { nbf: { value: '1604106651' }, xms_rp_ipaddr: { value: '203.0.113.7' } } },
      { address: '203.0.113.7' },
    ],
    [{ access_token: { sub: null } }, { levels: [], issuedAfter: undefined, address: undefined }],
  ])('%j', (claims, expected) => {
    const json = JSON.stringify(claims);
    expect(read(base64OfByteString(json))).toMatchObject({ ...expected, claims: json });
  });

  test('plain JSON is read as well', () => {
    const escaped = '{\\"access_token\\":{\\"acrs\\":{\\"value\\":\\"c3\\"}}}';
    expect(read(escaped)?.levels).toEqual(['c3']);
  });

  test.each(['', 'c2lsZW5jZQ==', '%%%', '[]', 'null'])('%j asks for nothing that can be read', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
