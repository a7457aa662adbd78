import type { Exchange } from '../../shared/exchange/exchange.ts';
import { clockTime } from './time-words.ts';

/** An address with its port; IPv6 in brackets. */
export const address = (host: string, port: number | undefined): string =>
  port === undefined ? host : `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** "TLSv1.3", as the platform says it, becomes "TLS 1.3". */
export const tlsName = (protocol: string): string => protocol.replace(/^TLSv/, 'TLS ');

export const isHttp1 = (version: string): boolean => /^(?:HTTP\/)?1\.\d$/i.test(version);

/** "HTTP/1.1", whether or not the recorder wrote the name. */
export const versionName = (version: string): string =>
  /^HTTP\//i.test(version) ? version : `HTTP/${version}`;

/** No byte of the request left the socket: it was refused, or the name or the certificate was. */
const neverLeft = ({ outcome, request, frames = [] }: Exchange): boolean =>
  outcome.kind === 'failed' &&
  request.rawHead === undefined &&
  !frames.some(({ direction, type }) => direction === '>' && type === 'HEADERS');

/** "sent 12:04:15.221 UTC to 203.0.113.20:443, TLS 1.3"; what never left is not called sent. */
export const sentNote = (exchange: Exchange): string =>
  neverLeft(exchange) ? 'not sent: these bytes were ready, and none of them left' : sentWords(exchange);

const sentWords = ({ connection, timings }: Exchange): string =>
  [
    `sent ${clockTime(timings.startedAtMs, true)} UTC${
      connection?.remoteAddress === undefined
        ? ''
        : ` to ${address(connection.remoteAddress, connection.remotePort)}`
    }`,
    ...(connection?.tls === undefined ? [] : [tlsName(connection.tls.protocol)]),
    ...(connection?.proxy === undefined
      ? []
      : [
          `through ${connection.proxy}${connection.proxyNote === undefined ? '' : ` (${connection.proxyNote})`}`,
        ]),
    ...(connection?.reused === true ? ['connection reused'] : []),
  ].join(', ');

/** "TLS 1.3, TLS_AES_256_GCM_SHA384, ALPN h2"; without a connection nothing is known. */
export const encryptionWords = ({ connection }: Exchange): string | undefined => {
  if (connection === undefined) return undefined;
  const { tls } = connection;
  if (tls === undefined) return 'not encrypted';
  return [tlsName(tls.protocol), tls.cipher, ...(tls.alpn === undefined ? [] : [`ALPN ${tls.alpn}`])].join(
    ', ',
  );
};
