import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../shared/exchange/exchange.ts';
import { failingCertificate, missingIssuer, problemWords } from './certificate-problems.ts';
import { certificateFacts, nameFor } from './tls-facts.ts';

const at = Date.UTC(2026, 5, 1);
const certificate = (subject: string, issuer: string, more: Partial<Certificate> = {}): Certificate => ({
  subject,
  issuer,
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2026-12-31T00:00:00.000Z',
  fingerprint256: subject,
  names: [],
  ...more,
});
const chain = [
  certificate('CN=api.example.com', 'CN=Middle'),
  certificate('CN=Middle', 'CN=Root', { validTo: '2026-05-01T00:00:00.000Z' }),
  certificate('CN=Root', 'CN=Root'),
];

describe('the certificate that fails', () => {
  test.each([
    ['the one that has ended, not the first', 'CERT_HAS_EXPIRED', 1, 'it has ended'],
    ['another name', 'ERR_TLS_CERT_ALTNAME_INVALID', 0, 'it does not name this host'],
    [
      'an authority of nobody here',
      'SELF_SIGNED_CERT_IN_CHAIN',
      2,
      'this authority is not among those that are trusted here',
    ],
    ['none in particular', 'PATH_LENGTH_EXCEEDED', undefined, undefined],
    ['a code of nobody', 'toString', undefined, undefined],
    ['none begins later', 'CERT_NOT_YET_VALID', undefined, undefined],
  ] as const)('%s', (_, code, place, says) => {
    const failing = failingCertificate(code, chain, at);
    expect(failing?.at).toBe(place);
    expect(failing?.says).toBe(says);
  });

  test('an empty chain has none', () =>
    expect(failingCertificate('DEPTH_ZERO_SELF_SIGNED_CERT', [], at)).toBeUndefined());
});

test.each([
  ['CERT_HAS_EXPIRED', 'CERT_HAS_EXPIRED: it has ended'],
  ['SOMETHING_NEW', 'SOMETHING_NEW'],
])('words of %s', (code, words) => expect(problemWords(code)).toBe(words));

test.each([
  ['ends in an authority', chain, undefined],
  ['its issuer was not sent', chain.slice(0, 1), 'CN=Middle'],
  ['nothing came', [], undefined],
] as const)('a chain: %s', (_, given, missing) => expect(missingIssuer(given)).toBe(missing));

test.each([
  ['the name itself', ['api.example.com'], 'API.example.com', 'api.example.com'],
  ['a star for one label', ['*.example.com'], 'api.example.com', '*.example.com'],
  ['a star is not two labels', ['*.example.com'], 'a.b.example.com', undefined],
  ['nor none', ['*.example.com'], 'example.com', undefined],
  ['an address', ['127.0.0.1'], '127.0.0.1', '127.0.0.1'],
  ['another host', ['other.example'], 'api.example.com', undefined],
] as const)('%s', (_, names, host, fits) => expect(nameFor(names, host)).toBe(fits));

describe('facts of a certificate', () => {
  const many = Array.from({ length: 15 }, (_, n) => `h${n}.example`);
  test.each([
    ['validity in words', certificate('CN=a', 'CN=b'), 'Valid', '213\u00a0d left', false],
    [
      'ended',
      certificate('CN=a', 'CN=b', { validTo: '2026-05-31T00:00:00.000Z' }),
      'Valid',
      'ended 1\u00a0d before',
      true,
    ],
    ['signed by itself', certificate('CN=a', 'CN=a'), 'Issued by', 'by itself', false],
    [
      'names somebody else',
      certificate('CN=a', 'CN=b', { names: many }),
      'Names',
      'api.example.com is not among them',
      true,
    ],
    ['its key', certificate('CN=a', 'CN=b', { key: 'EC, P-256' }), 'Key', '', false],
  ])('%s', (_, given, name, words, warned) => {
    const fact = certificateFacts(given, at, 'api.example.com').find((one) => one.name === name);
    expect(fact).toMatchObject({ words, warned });
  });

  test('of many names the rest is counted, and an issuer must name nobody', () => {
    const names = certificateFacts(certificate('CN=a', 'CN=b', { names: many }), at).find(
      (one) => one.name === 'Names',
    );
    expect(names).toMatchObject({ words: '', warned: false });
    expect(names?.value).toMatch(/and 3 more$/);
  });
});
