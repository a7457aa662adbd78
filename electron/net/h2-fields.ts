import type { SentField } from '../../shared/exchange/exchange.ts';
import { sameName, valueOf } from '../../shared/exchange/fields.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';
import type { Address } from './address.ts';

/** Fields about one HTTP/1.1 connection, which HTTP/2 forbids (RFC 9113 §8.2.2). */
const connectionFields = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
]);

export interface Http2Fields {
  /** Pseudo-fields first, names in lower case (RFC 9113 §8.2.1, §8.3.1). */
  readonly sent: readonly SentField[];
  /** Behind the body, in a HEADERS frame of their own (RFC 9113 §8.1). */
  readonly trailers: readonly SentField[];
  /** What was composed and cannot be sent, with the reason. */
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
}

/** A request's fields as HTTP/2 has them: the start line and Host become pseudo-fields, a connection's own fields go. */
export const http2Fields = (
  { method, fields, trailers = [] }: OutgoingRequest,
  { secure, hostAndPort, originForm, hostname }: Address,
): Http2Fields => {
  const host = valueOf(fields, 'Host');
  const pseudo = (name: string, value: string, note: string): SentField => ({
    name,
    value,
    origin: { from: 'url', note },
  });
  const sent: SentField[] = [
    { name: ':method', value: method, origin: { from: 'typed', note: 'the method' } },
    pseudo(':scheme', secure ? 'https' : 'http', 'from the URL'),
    pseudo(
      ':authority',
      host ?? (hostAndPort.endsWith(secure ? ':443' : ':80') ? bracketed(hostname) : hostAndPort),
      host === undefined ? 'from the URL' : 'the Host field',
    ),
    pseudo(':path', originForm, 'from the URL'),
  ];
  const leftOut: { name: string; why: string }[] = [];
  const named = (valueOf(fields, 'Connection') ?? '').split(',').map((name) => name.trim().toLowerCase());
  for (const field of fields) {
    const name = field.name.toLowerCase();
    if (name === 'host') continue;
    if (connectionFields.has(name)) leftOut.push({ name: field.name, why: 'HTTP/2 has no such field' });
    else if (name === 'te' && !/^trailers$/i.test(field.value.trim()))
      leftOut.push({ name: field.name, why: 'HTTP/2 allows “trailers” alone' });
    else if (named.includes(name) && !sameName(name, 'te'))
      leftOut.push({ name: field.name, why: 'named by Connection' });
    else sent.push({ ...field, name });
  }
  const lower = trailers.map((field) => ({ ...field, name: field.name.toLowerCase() }));
  return { sent, leftOut, trailers: lower };
};

const bracketed = (hostname: string): string => (hostname.includes(':') ? `[${hostname}]` : hostname);
