import {
  byteStringOfBase64,
  byteStringToBytes,
  utf8ByteString,
  utf8Bytes,
} from '../../shared/exchange/bytes.ts';
import type {
  Body,
  Exchange,
  Failure,
  Purpose,
  ReceivedResponse,
  SentField,
} from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';
import type { Route, Transport } from '../net/transport-types.ts';

/** There was no answer; thrown through oauth4webapi, which knows no other way, and caught by our own callers. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** What carries requests to an authorization server: each becomes an exchange that is shown. */
export interface Carrier {
  readonly transport: Transport;
  readonly route: Route;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  onExchange(exchange: Exchange): void;
}

export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: URLSearchParams | undefined;
}

/** A `fetch` for oauth4webapi whose network is our transport. Redirects are answers: a secret must not follow them. */
export const transportFetch =
  (carrier: Carrier, purpose: Purpose) =>
  async (url: string, init: FetchInit): Promise<Response> => {
    const { transport, route, signal, onExchange } = carrier;
    const request = outgoing(url, init, carrier.userAgent);
    const exchanges = await transport({ purpose, request, route }, { signal });
    for (const exchange of exchanges) onExchange(exchange);
    const outcome = exchanges.at(-1)?.outcome;
    if (outcome === undefined) throw new TypeError('The transport answered without an exchange.');
    if (outcome.kind === 'failed') throw new NoAnswer(outcome.failure);
    return fetchResponse(outcome.response);
  };

/** oauth4webapi hands over lower-case names; on the wire they are written the usual way. */
const usualNames = new Map(
  ['Accept', 'Authorization', 'Content-Type', 'DPoP', 'User-Agent'].map((name) => [name.toLowerCase(), name]),
);

const outgoing = (url: string, init: FetchInit, userAgent: string): OutgoingRequest => {
  const { href, host } = new URL(url);
  const body = init.body === undefined ? undefined : utf8Bytes(init.body.toString());
  const given = Object.entries({ ...init.headers, 'user-agent': userAgent });
  const fields: readonly (readonly [string, string])[] = [
    ['Host', host],
    ...given.map(([name, value]) => [usualNames.get(name) ?? name, value] as const),
    ...(body === undefined ? [] : [['Content-Length', String(body.length)] as const]),
  ];
  return {
    method: init.method,
    url: href.replace(/#.*$/s, ''),
    fields: fields.map(([name, value]): SentField => ({
      name,
      value: utf8ByteString(value),
      origin: { from: 'token-request', note: 'token request' },
    })),
    body: body === undefined ? { kind: 'none' } : { kind: 'bytes', bytes: body },
  };
};

const withoutBody: readonly number[] = [204, 205, 304];

const fetchResponse = (response: ReceivedResponse): Response => {
  const { status, fields } = response;
  // `Response` takes no other status; 502 reads as what it is: an answer that makes no sense.
  const allowed = status >= 200 && status <= 599 ? status : 502;
  const contentType = valueOf(fields, 'Content-Type')?.replace(/[^\u0020-\u007e]/g, '');
  const nonce = valueOf(fields, 'DPoP-Nonce')?.replace(/[^\u0020-\u007e]/g, '');
  const headers = {
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
    ...(nonce === undefined ? {} : { 'dpop-nonce': nonce }),
  };
  return new Response(withoutBody.includes(allowed) ? null : bodyOf(response.body), {
    status: allowed,
    headers,
  });
};

/** A body that went to disk is far too long for metadata or a token: it reads as empty. */
const bodyOf = (body: Body): string | Uint8Array<ArrayBuffer> => {
  switch (body.kind) {
    case 'none':
    case 'file':
      return '';
    case 'text':
      return body.text;
    case 'bytes':
      return new Uint8Array(byteStringToBytes(byteStringOfBase64(body.base64) ?? ''));
    default:
      return body satisfies never;
  }
};
