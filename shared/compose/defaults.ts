import type { Provenance } from '../exchange/exchange.ts';

/** What a default field is made from. */
export interface DefaultsWorld {
  readonly method: string;
  readonly host: string;
  readonly userAgent: string;
  readonly contentType: string | undefined;
  /** Bytes of the body; absent where there is none. */
  readonly bodySize: number | undefined;
  /** A Transfer-Encoding was typed: it frames the body instead of Content-Length (RFC 9112 §6.2). */
  readonly transferEncoding: boolean;
  /** Fields are to follow the body, which only chunks leave room for (RFC 9112 §7.1.2). */
  readonly trailers: boolean;
}

/** A field that is sent without having been typed, until somebody types it or switches it off. */
export interface DefaultField {
  /** Lower case, as in `Draft.fieldsOff`. */
  readonly key: string;
  readonly name: string;
  readonly from: Provenance['from'];
  /** Why it is there, for a person. */
  readonly note: string;
  value(world: DefaultsWorld): string | undefined;
}

/** Methods whose meaning expects a body, so that an empty one is stated (RFC 9110 §8.6). */
const expectsBody: readonly string[] = ['POST', 'PUT', 'PATCH'];

export const defaultFields: readonly DefaultField[] = [
  { key: 'host', name: 'Host', from: 'url', note: 'from the URL', value: ({ host }) => host },
  {
    key: 'user-agent',
    name: 'User-Agent',
    from: 'default',
    note: 'default: says who asks',
    value: ({ userAgent }) => userAgent,
  },
  { key: 'accept', name: 'Accept', from: 'default', note: 'default: any kind of answer', value: () => '*/*' },
  {
    key: 'accept-encoding',
    name: 'Accept-Encoding',
    from: 'default',
    note: 'default: may be compressed',
    value: () => 'gzip, deflate, br',
  },
  {
    key: 'content-type',
    name: 'Content-Type',
    from: 'body',
    note: 'from the body',
    value: ({ contentType }) => contentType,
  },
  {
    key: 'content-length',
    name: 'Content-Length',
    from: 'body',
    note: 'from the body',
    value: ({ method, bodySize, transferEncoding, trailers }) => {
      if (transferEncoding || trailers) return undefined;
      return (bodySize ?? (expectsBody.includes(method) ? 0 : undefined))?.toString();
    },
  },
  {
    key: 'transfer-encoding',
    name: 'Transfer-Encoding',
    from: 'body',
    note: 'for fields after the body',
    value: ({ trailers }) => (trailers ? 'chunked' : undefined),
  },
];
