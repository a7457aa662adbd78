import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import tls, { type SecureContextOptions } from 'node:tls';

/** A client certificate by its files, and the servers that it is for. */
export interface ClientCertificateSource {
  /** Pattern of the servers (shared/workspace/host-pattern.ts). */
  readonly host: string;
  /** Why it is shown, for a person: "for *.example.com". */
  readonly note: string;
  readonly certificateFile: string;
  readonly keyFile: string | undefined;
  readonly passphrase: string;
}

/** A client certificate that can be shown: its key is there and fits. */
export interface ClientCertificate {
  readonly subject: string;
  /** Tells two of them apart. */
  readonly fingerprint: string;
  readonly options: Pick<SecureContextOptions, 'cert' | 'key' | 'pfx' | 'passphrase'>;
}

/** Reads a client certificate and its key; a sentence for a person where they cannot be used. */
export const readClientCertificate = async (
  source: ClientCertificateSource,
): Promise<ClientCertificate | string> => {
  const bytes = await read(source.certificateFile);
  if (bytes === undefined) return unreadable('client certificate', source.certificateFile);
  const blocks = pemBlocks(bytes);
  if (blocks.length === 0 && derCertificate(bytes) === undefined) return readPfx(source, bytes);
  const certificates = blocks.length === 0 ? [bytes] : blocks;
  const keyBytes = source.keyFile === undefined ? bytes : await read(source.keyFile);
  if (keyBytes === undefined) return unreadable('private key', source.keyFile ?? '');
  const key = privateKey(source, keyBytes);
  if (typeof key === 'string') return key;
  const [leaf] = certificates.map(derCertificate);
  if (leaf === undefined) return `${source.certificateFile} holds no certificate that can be read.`;
  if (!leaf.checkPrivateKey(key)) {
    return `The key in ${source.keyFile ?? source.certificateFile} does not belong to the certificate ${nameOf(leaf)}. Choose the pair that was issued together.`;
  }
  return {
    subject: nameOf(leaf),
    fingerprint: leaf.fingerprint256,
    options: {
      cert: certificates.map((one) => derCertificate(one)?.toString() ?? '').join('\n'),
      key: key.export({ type: 'pkcs8', format: 'pem' }),
    },
  };
};

const read = (path: string): Promise<Buffer | undefined> => readFile(path).catch(() => undefined);

const unreadable = (what: string, path: string): string =>
  `The file of the ${what} ${path} cannot be read. Check the path in the settings.`;

const pemBlocks = (bytes: Buffer): readonly Buffer[] =>
  (bytes.toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []).map(
    (block) => Buffer.from(block, 'latin1'),
  );

const derCertificate = (bytes: Buffer): X509Certificate | undefined => {
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
};

const nameOf = ({ subject, serialNumber }: X509Certificate): string =>
  subject === '' ? `number ${serialNumber}` : subject.split('\n').join(', ');

const privateKey = (
  { certificateFile, keyFile, passphrase }: ClientCertificateSource,
  bytes: Buffer,
): KeyObject | string => {
  const path = keyFile ?? certificateFile;
  const isPem = bytes.includes('-----BEGIN');
  if (isPem && !/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/.test(bytes.toString('latin1'))) {
    return `${path} holds no private key in PEM form. Name the file of the key beside the certificate.`;
  }
  const given = passphrase === '' ? {} : { passphrase };
  try {
    return isPem
      ? createPrivateKey({ key: bytes, ...given })
      : createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8', ...given });
  } catch (error) {
    const encrypted = /ENCRYPTED/.test(bytes.toString('latin1'));
    if (encrypted && passphrase === '') return `The key in ${path} is encrypted. Type its passphrase.`;
    if (encrypted) return `The passphrase of the key in ${path} is wrong. Type it again.`;
    return `The key in ${path} cannot be read: ${messageOf(error)}.`;
  }
};

const readPfx = (
  { certificateFile, passphrase }: ClientCertificateSource,
  pfx: Buffer,
): ClientCertificate | string => {
  const options = { pfx, passphrase };
  try {
    const leaf = leafOf(tls.createSecureContext(options).context);
    return {
      subject: leaf === undefined ? basename(certificateFile) : nameOf(leaf),
      fingerprint: leaf?.fingerprint256 ?? certificateFile,
      options,
    };
  } catch (error) {
    return pfxSentence(certificateFile, passphrase, messageOf(error));
  }
};

/** Node offers no other way to look into a PKCS #12 file than the context that was made of it. */
const leafOf = (context: unknown): X509Certificate | undefined => {
  if (typeof context !== 'object' || context === null || !('getCertificate' in context)) return undefined;
  const { getCertificate } = context;
  const der: unknown = typeof getCertificate === 'function' ? getCertificate.call(context) : undefined;
  return Buffer.isBuffer(der) ? derCertificate(der) : undefined;
};

/** OpenSSL 3 keeps RC2 and 40-bit ciphers, in which older programs write PKCS #12, in a provider that is not loaded. */
const pfxSentence = (path: string, passphrase: string, detail: string): string => {
  if (/mac verify|bad decrypt|incorrect.password|bad_password/i.test(detail)) {
    return passphrase === ''
      ? `${path} is protected by a passphrase. Type it.`
      : `The passphrase of ${path} is wrong. Type it again.`;
  }
  if (/unsupported|unknown.algorithm|unknown.digest/i.test(detail)) {
    return `${path} is encrypted in an old way (RC2 or 3DES) that today's TLS libraries refuse. Convert it: openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem && openssl pkcs12 -export -in all.pem -out new.p12`;
  }
  return `${path} is neither a PEM nor a PKCS #12 file that can be read (${detail}). Choose another one.`;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
