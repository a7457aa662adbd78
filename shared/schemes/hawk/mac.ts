import { base64OfBytes, byteStringToBytes, utf8ByteString, utf8Bytes } from '../../exchange/bytes.ts';
import { valueOf } from '../../exchange/fields.ts';
import { targetOf } from '../../exchange/target.ts';
import { hmacOf, type HashName } from '../parts/hashes.ts';
import type { OutgoingBody, OutgoingRequest } from '../scheme.ts';

export interface HawkKey {
  readonly id: string;
  readonly key: string;
  readonly algorithm: 'sha256' | 'sha1';
}

/** What is under the MAC, besides the kind of message. Byte strings. */
export interface HawkArtifacts {
  /** Seconds; of a bewit, its end. */
  readonly ts: string;
  readonly nonce: string;
  readonly method: string;
  /** Path and query. */
  readonly resource: string;
  readonly host: string;
  readonly port: string;
  /** Base64, empty where the payload is not signed. */
  readonly hash: string;
  readonly ext: string;
  readonly app: string;
  readonly dlg: string;
}

export const hawkHash = ({ algorithm }: Pick<HawkKey, 'algorithm'>): HashName =>
  algorithm === 'sha1' ? 'sha-1' : 'sha-256';

/** The text under the MAC, by the protocol's own name for it. */
export const normalizedString = (
  kind: 'header' | 'bewit' | 'response',
  { ts, nonce, method, resource, host, port, hash, ext, app, dlg }: HawkArtifacts,
): string =>
  [
    `hawk.1.${kind}`,
    ts,
    nonce,
    method.toUpperCase(),
    resource,
    host.toLowerCase(),
    port,
    hash,
    ext.replaceAll('\\', '\\\\').replaceAll('\n', '\\n'),
    ...(app === '' ? [] : [app, dlg]),
    '',
  ].join('\n');

/** Base64 of the MAC over a byte string. */
export const hawkMac = (key: HawkKey, text: string): string =>
  base64OfBytes(hmacOf(hawkHash(key), utf8Bytes(key.key), byteStringToBytes(text)));

/** What a stale challenge's `tsm` covers. */
export const normalizedTimestamp = (ts: string): string => `hawk.1.ts\n${ts}\n`;

/** The body with what is hashed around it. `contentType`: a field value, whose parameters do not count. */
export const hawkPayload = (contentType: string, body: OutgoingBody): OutgoingBody => {
  const [type = ''] = contentType.split(';');
  const before = utf8Bytes(`hawk.1.payload\n${type.trim().toLowerCase()}\n`);
  const after = utf8Bytes('\n');
  switch (body.kind) {
    case 'none':
      return { kind: 'bytes', bytes: joined(before, after) };
    case 'bytes':
      return { kind: 'bytes', bytes: joined(before, body.bytes, after) };
    case 'pieces':
      return {
        kind: 'pieces',
        pieces: [{ kind: 'bytes', bytes: before }, ...body.pieces, { kind: 'bytes', bytes: after }],
      };
    default:
      return body satisfies never;
  }
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Host and port as the server reads them: off the Host field, which the person may have typed. */
export const hawkServer = ({
  url,
  fields,
}: Pick<OutgoingRequest, 'url' | 'fields'>): Pick<HawkArtifacts, 'resource' | 'host' | 'port'> => {
  const { protocol, host: ofUrl } = new URL(url);
  const named = valueOf(fields, 'Host') ?? ofUrl;
  const [, host = named, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(named) ?? [];
  return {
    resource: utf8ByteString(targetOf('GET', url)),
    host,
    port: port ?? (protocol === 'http:' ? '80' : '443'),
  };
};
