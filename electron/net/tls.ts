import type { Socket } from 'node:net';
import tls, { TLSSocket, type DetailedPeerCertificate, type SecureContext } from 'node:tls';
import type { Certificate, Connection } from '../../shared/exchange/exchange.ts';

export type TlsFacts = NonNullable<Connection['tls']>;

let systemAuthorities: readonly string[] | undefined;

/** Node's own authorities and those of the operating system, where a company's own are installed. Read once. */
const knownAuthorities = (): readonly string[] => {
  systemAuthorities ??= [
    ...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]),
  ];
  return systemAuthorities;
};

/** Whom to trust. Throws where `ca` holds something that is not PEM. */
export const trusting = (ca: readonly string[]): SecureContext =>
  tls.createSecureContext({ ca: [...knownAuthorities(), ...ca] });

/**
 * Reads the facts of a TLS socket when its handshake is over, and before Node refuses a bad certificate: afterwards the
 * peer's chain is gone, and it is what a person needs to see. Calls back at once where the handshake is already over.
 */
export const whenSecure = (socket: Socket, seen: (facts: TlsFacts) => void): void => {
  if (!(socket instanceof TLSSocket)) return;
  const look = (): void => {
    const facts = tlsFacts(socket);
    if (facts !== undefined) seen(facts);
  };
  if (isSecure(socket)) look();
  else socket.prependOnceListener('secure', look).once('secureConnect', look);
};

/** Over a tunnel a TLS socket is not "connecting" and yet not secure: only its cipher tells. */
export const isSecure = (socket: TLSSocket): boolean => !socket.connecting && Boolean(cipherOf(socket)?.name);

const cipherOf = (socket: TLSSocket): ReturnType<TLSSocket['getCipher']> | undefined => socket.getCipher();

const tlsFacts = (socket: TLSSocket): TlsFacts | undefined => {
  const cipher = cipherOf(socket);
  if (cipher === undefined) return undefined;
  const problem: unknown = socket.authorizationError;
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: cipher.standardName || cipher.name,
    ...(typeof socket.alpnProtocol === 'string' && socket.alpnProtocol !== ''
      ? { alpn: socket.alpnProtocol }
      : {}),
    authorized: socket.authorized,
    ...(problem ? { problem: problem instanceof Error ? problem.message : String(problem) } : {}),
    chain: chainOf(socket),
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

const certificateOf = (certificate: DetailedPeerCertificate): Certificate => ({
  subject: nameOf(certificate.subject),
  issuer: nameOf(certificate.issuer),
  validFrom: isoDate(certificate.valid_from),
  validTo: isoDate(certificate.valid_to),
  fingerprint256: certificate.fingerprint256,
  names: namesOf(certificate.subjectaltname),
});

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
