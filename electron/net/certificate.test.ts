import { generateKeyPairSync } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { certificateOf, keyWords } from './certificate.ts';

test.each([
  ['RSA, 2048 bits', generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['EC, P-256', generateKeyPairSync('ec', { namedCurve: 'prime256v1' })],
  ['EC, P-384', generateKeyPairSync('ec', { namedCurve: 'secp384r1' })],
  ['EC, secp256k1', generateKeyPairSync('ec', { namedCurve: 'secp256k1' })],
  ['ED25519', generateKeyPairSync('ed25519')],
])('a key in words: %s', (words, { publicKey }) => expect(keyWords(publicKey)).toBe(words));

describe('a certificate of the chain', () => {
  const peer = (more: object): PeerCertificate =>
    ({
      subject: { CN: 'api.example.com', O: ['One', 'Two'] },
      issuer: { CN: 'Root' },
      valid_from: 'Jan  1 00:00:00 2026 GMT',
      valid_to: 'no date',
      fingerprint256: 'AA:BB',
      subjectaltname: 'DNS:api.example.com, IP Address:10.0.0.1, DNS:"a,b"',
      ...more,
    }) as unknown as PeerCertificate;

  test('keeps the order of a name, its doubles, and a date that is none', () =>
    expect(certificateOf(peer({}))).toEqual({
      subject: 'CN=api.example.com, O=One, O=Two',
      issuer: 'CN=Root',
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: 'no date',
      fingerprint256: 'AA:BB',
      names: ['api.example.com', '10.0.0.1', '"a,b"'],
    }));

  test('of bytes that are no certificate nothing more is said', () =>
    expect(certificateOf(peer({ raw: Buffer.from('nonsense') }))).not.toHaveProperty('key'));
});
