import { X509Certificate, type KeyObject } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import type { Certificate } from '../../shared/exchange/exchange.ts';

/** A certificate of the peer's chain, as the handshake left it. */
export const certificateOf = (certificate: PeerCertificate): Certificate => ({
  subject: nameOf(certificate.subject),
  issuer: nameOf(certificate.issuer),
  validFrom: isoDate(certificate.valid_from),
  validTo: isoDate(certificate.valid_to),
  fingerprint256: certificate.fingerprint256,
  names: namesOf(certificate.subjectaltname),
  ...moreOf(certificate.raw),
});

/** What Node tells of the certificate itself only; nothing where it cannot be read. */
const moreOf = (raw: Buffer | undefined): Pick<Certificate, 'serial' | 'key' | 'authority'> => {
  if (raw === undefined) return {};
  try {
    const certificate = new X509Certificate(raw);
    return {
      serial: certificate.serialNumber,
      key: keyWords(certificate.publicKey),
      authority: certificate.ca,
    };
  } catch {
    return {};
  }
};

/** Names of curves as NIST has them; OpenSSL calls the first by another. */
const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** "RSA, 2048 bits", "EC, P-256", "ED25519". */
export const keyWords = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string => {
  const { modulusLength, namedCurve } = asymmetricKeyDetails ?? {};
  const size =
    modulusLength === undefined
      ? namedCurve === undefined
        ? undefined
        : (curves[namedCurve] ?? namedCurve)
      : `${modulusLength} bits`;
  const kind = (asymmetricKeyType ?? 'unknown').toUpperCase();
  return size === undefined ? kind : `${kind}, ${size}`;
};

/** "CN=api.example.com, O=Example", in the certificate's order; parts that repeat are repeated. */
const nameOf = (name: object | undefined): string =>
  Object.entries(name ?? {})
    .flatMap(([key, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).map((one) => `${key}=${String(one)}`),
    )
    .join(', ');

const isoDate = (text: string): string => {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
};

/** "DNS:a, IP Address:1.2.3.4" → names without their kind. Names with a comma inside are quoted by Node. */
const namesOf = (text: string | undefined): string[] =>
  (text?.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? []).map((name) => name.trim().replace(/^[^:]*:/, ''));
