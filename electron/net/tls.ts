import type { Socket } from 'node:net';
import { X509Certificate } from 'node:crypto';
import tls, {
  TLSSocket,
  type DetailedPeerCertificate,
  type SecureContext,
  type SecureContextOptions,
} from 'node:tls';
import type { Certificate, Connection } from '../../shared/exchange/exchange.ts';
import { certificateOf } from './certificate.ts';
import type { HostRoute } from './host-route.ts';

export type TlsFacts = NonNullable<Connection['tls']>;

let systemAuthorities: readonly string[] | undefined;

/** Node's own authorities and those of the operating system, where a company's own are installed. Read once. */
const knownAuthorities = (): readonly string[] => {
  systemAuthorities ??= [...new Set([...authorities('default'), ...authorities('system')])];
  return systemAuthorities;
};

/** Older platforms cannot say whom they trust. */
const authorities = (kind: 'default' | 'system'): readonly string[] => {
  try {
    return tls.getCACertificates(kind);
  } catch {
    return tls.rootCertificates;
  }
};

/** Whom to trust, from which version of TLS on, and which certificate to show. Throws where `ca` holds something that is not PEM. */
export const trusting = ({ ca, tlsMinimum, tlsMaximum, clientCertificate }: HostRoute): SecureContext =>
  tls.createSecureContext({
    ca: [...knownAuthorities(), ...ca.flatMap(certificatesIn)],
    ...versionsOf(tlsMinimum, tlsMaximum),
    ...clientCertificate?.options,
  });

type Version = NonNullable<HostRoute['tlsMinimum']>;

const nodesName = (version: Version): NonNullable<SecureContextOptions['minVersion']> =>
  version === '1.0' ? 'TLSv1' : `TLSv${version}`;

/** What is older than 1.2 is below the least strength that OpenSSL allows by itself, and below the usual minimum. */
const versionsOf = (
  given: HostRoute['tlsMinimum'],
  newest: HostRoute['tlsMaximum'],
): SecureContextOptions => {
  const oldest = given ?? (newest === '1.0' || newest === '1.1' ? newest : undefined);
  const old = oldest === '1.0' || oldest === '1.1';
  return {
    ...(oldest === undefined ? {} : { minVersion: nodesName(oldest) }),
    ...(newest === undefined ? {} : { maxVersion: nodesName(newest) }),
    ...(old ? { ciphers: `${tls.DEFAULT_CIPHERS}:@SECLEVEL=0` } : {}),
  };
};

/** OpenSSL passes over what it cannot read; a person who named the file wants to know. */
const certificatesIn = (pem: string): readonly string[] => {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new TypeError('There is no PEM certificate.');
  return found.map((one) => new X509Certificate(one).toString());
};

/**
 * Reads the facts of a TLS socket when its handshake is over, and before Node refuses a bad certificate: afterwards the
 * peer's chain is gone, and it is what a person needs to see. Told again when the verdict on the certificate is known.
 */
export const whenSecure = (socket: Socket, seen: (facts: TlsFacts) => void): void => {
  if (!(socket instanceof TLSSocket)) return;
  let facts: TlsFacts | undefined;
  const look = (): void => {
    facts = tlsFacts(socket) ?? facts;
    if (facts !== undefined) seen(facts);
  };
  const refused = (): void => {
    if (facts !== undefined && !facts.authorized) seen({ ...facts, ...problemOf(socket) });
  };
  if (isSecure(socket)) look();
  else socket.prependOnceListener('secure', look).once('secureConnect', look).once('error', refused);
};

/** Over a tunnel a TLS socket is not "connecting" and yet not secure: only its cipher tells. */
export const isSecure = (socket: TLSSocket): boolean => !socket.connecting && Boolean(cipherOf(socket)?.name);

const cipherOf = (socket: TLSSocket): ReturnType<TLSSocket['getCipher']> | undefined => socket.getCipher();

const tlsFacts = (socket: TLSSocket): TlsFacts | undefined => {
  const cipher = cipherOf(socket);
  if (cipher === undefined) return undefined;
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: cipher.standardName || cipher.name,
    ...(typeof socket.alpnProtocol === 'string' && socket.alpnProtocol !== ''
      ? { alpn: socket.alpnProtocol }
      : {}),
    authorized: socket.authorized,
    ...problemOf(socket),
    chain: chainOf(socket),
  };
};

/** The code of what is wrong with the certificate: the text differs between TLS libraries. */
const problemOf = ({
  authorizationError,
}: {
  readonly authorizationError: unknown;
}): { problem?: string } => {
  if (!authorizationError) return {};
  if (!(authorizationError instanceof Error))
    return { problem: typeof authorizationError === 'string' ? authorizationError : 'unknown' };
  return {
    problem: 'code' in authorizationError ? String(authorizationError.code) : authorizationError.message,
  };
};

const longestChain = 20;

/** Peer first. An authority that signed itself points at itself, which ends the chain. */
const chainOf = (socket: TLSSocket): Certificate[] => {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (
    next?.fingerprint256 !== undefined &&
    !seen.has(next.fingerprint256) &&
    chain.length < longestChain
  ) {
    seen.add(next.fingerprint256);
    chain.push(certificateOf(next));
    next = next.issuerCertificate;
  }
  return chain;
};
