import type { Field } from '../../exchange/exchange.ts';
import { valueOf } from '../../exchange/fields.ts';
import { targetOf } from '../../exchange/target.ts';
import type { OutgoingRequest } from '../scheme.ts';

/** A message as RFC 9421 looks at it. Names and values are byte strings. */
export type SignedMessage = SignedRequest | SignedResponse;

export interface SignedRequest {
  readonly method: string;
  /** As in the request line. */
  readonly target: string;
  /** "https", lower case. */
  readonly scheme: string;
  readonly fields: readonly Field[];
  readonly trailers?: readonly Field[];
  /** For a request whose Host field is switched off: host and port of its URL. */
  readonly authority?: string;
}

export interface SignedResponse {
  readonly status: number;
  readonly fields: readonly Field[];
  readonly trailers?: readonly Field[];
  /** The request that it answers, for components with `req` (§2.4). */
  readonly request?: SignedRequest;
}

export const signedRequest = ({ method, url, fields, trailers }: OutgoingRequest): SignedRequest => {
  const [, scheme = '', authority = ''] = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url) ?? [];
  return {
    method,
    target: targetOf(method, url),
    scheme: scheme.toLowerCase(),
    fields,
    ...(trailers === undefined ? {} : { trailers }),
    authority,
  };
};

const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** §2.2.3: the Host field in lower case, without the default port of the scheme. */
export const authorityOf = (request: SignedRequest): string => {
  const host = (valueOf(request.fields, 'Host') ?? request.authority ?? '').trim().toLowerCase();
  const port = defaultPorts[request.scheme];
  return port !== undefined && host.endsWith(`:${port}`) ? host.slice(0, -port.length - 1) : host;
};

/** §2.2.2: the absolute address without a fragment. */
export const targetUriOf = (request: SignedRequest): string =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(request.target)
    ? request.target
    : `${request.scheme}://${authorityOf(request)}${request.target.startsWith('/') ? request.target : ''}`;

/** Path and query of the target, the query with its question mark; neither where the target has no path. */
export const pathAndQuery = (request: SignedRequest): { readonly path: string; readonly query: string } => {
  const rest = targetUriOf(request).replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(rest) ?? [];
  return { path: path === '' ? '/' : path, query: query === '' ? '?' : query };
};
