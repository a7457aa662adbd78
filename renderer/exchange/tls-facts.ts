import type { Certificate, Exchange } from '../../shared/exchange/exchange.ts';
import { durationInWords } from '../../shared/diagnosis/durations.ts';
import { problemWords } from './certificate-problems.ts';
import { address, tlsName } from './connection-words.ts';
import { clockTimeNear } from './time-words.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** What it means, beside it. */
  readonly words: string;
  readonly warned: boolean;
}

const fact = (name: string, value: string, words = '', warned = false): Fact => ({
  name,
  value,
  words,
  warned,
});

/** How the server was reached: addresses, proxy, protocol, cipher. */
export const connectionFacts = ({ connection }: Exchange): readonly Fact[] => {
  if (connection === undefined) return [];
  const { localAddress, localPort, remoteAddress, remotePort, unixSocket, proxy, reused, tls } = connection;
  const { clientCertificate, proxyNote } = connection;
  return [
    ...(unixSocket === undefined ? [] : [fact('Unix socket', unixSocket)]),
    ...(remoteAddress === undefined ? [] : [fact('Server', address(remoteAddress, remotePort))]),
    ...(localAddress === undefined ? [] : [fact('This computer', address(localAddress, localPort))]),
    ...(proxy === undefined && proxyNote === undefined ? [] : [fact('Proxy', proxy ?? 'none', proxyNote)]),
    fact('Connection', reused ? 'reused' : 'new'),
    ...(tls === undefined
      ? [fact('Encryption', 'none', 'anybody on the way can read what is sent', true)]
      : [
          fact('Protocol', tlsName(tls.protocol)),
          fact('Cipher', tls.cipher),
          ...(tls.alpn === undefined ? [] : [fact('ALPN', tls.alpn)]),
          ...(clientCertificate === undefined
            ? []
            : [fact('Client certificate', clientCertificate.subject, `offered, ${clientCertificate.note}`)]),
          fact(
            'Certificate',
            tls.authorized ? 'trusted' : 'not trusted',
            tls.problem === undefined ? '' : problemWords(tls.problem),
            !tls.authorized,
          ),
        ]),
  ];
};

const validity = (certificate: Certificate, atMs: number): Fact => {
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  const value = `${clockTimeNear(from, 0)} to ${clockTimeNear(to, 0)}`;
  if (atMs > to) return fact('Valid', value, `ended ${durationInWords((atMs - to) / 1000)} before`, true);
  if (atMs < from) return fact('Valid', value, `begins ${durationInWords((from - atMs) / 1000)} later`, true);
  return fact('Valid', value, `${durationInWords((to - atMs) / 1000)} left`);
};

/** More names than this are counted. */
const mostNames = 12;

/** Whether one of the names covers the host (RFC 9525 §6.3): a star stands for one label, the first. */
export const nameFor = (names: readonly string[], host: string): string | undefined =>
  names.find((name) => {
    const [wanted, own] = [name.toLowerCase(), host.toLowerCase()];
    return wanted === own || (wanted.startsWith('*.') && own.slice(own.indexOf('.')) === wanted.slice(1));
  });

const namesFact = (names: readonly string[], host: string | undefined): Fact => {
  const fits = host === undefined ? undefined : nameFor(names, host);
  const rest = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(', ');
  return fact(
    'Names',
    rest > 0 ? `${shown} and ${rest} more` : shown,
    host === undefined ? '' : fits === undefined ? `${host} is not among them` : `${fits} is for ${host}`,
    host !== undefined && fits === undefined,
  );
};

/** `host`: whom the certificate must name; absent for issuers, which name nobody. Times are told against `atMs`. */
export const certificateFacts = (certificate: Certificate, atMs: number, host?: string): readonly Fact[] => [
  fact('Subject', certificate.subject),
  fact('Issued by', certificate.issuer, certificate.issuer === certificate.subject ? 'by itself' : ''),
  ...(certificate.names.length === 0 ? [] : [namesFact(certificate.names, host)]),
  validity(certificate, atMs),
  ...(certificate.key === undefined ? [] : [fact('Key', certificate.key)]),
  ...(certificate.serial === undefined ? [] : [fact('Serial number', certificate.serial)]),
  fact('SHA-256', certificate.fingerprint256),
];
