import { valueOf } from '../../exchange/fields.ts';
import type { SentRequest } from '../../exchange/exchange.ts';
import type { Facts } from '../facts.ts';

/** A request that the same key signed and that was accepted. */
export interface SignedAlike {
  readonly index: number;
  /** What this request has and that one had not, or had otherwise. */
  readonly differs: 'query' | 'path' | 'method' | undefined;
}

/** A key is as good as a moment before for this long. Seconds. */
const SOON = 120;

/** Whose signature it is: OAuth's consumer, an access key, or what stands before the colon. */
const signerIn = (request: SentRequest): string | undefined => {
  const value = valueOf(request.fields, 'Authorization') ?? '';
  return (
    /(?:oauth_consumer_key|credential|key_?id|hmac_?id|access_?key(?:_?id)?|username|\bid)="?([^"&,/\s]{3,})/i.exec(
      value,
    )?.[1] ?? /^[\w-]+ ([\w.-]{3,}):[\w+/=-]{16,}$/.exec(value)?.[1]
  );
};

const partsOf = (url: string): { readonly path: string; readonly query: string } => {
  const [path = '', query = ''] = url.replace(/#.*$/, '').split('?');
  return { path, query };
};

/** The key is good, so that only the signature of this one request can be at fault. */
export const signedAlikeBefore = (facts: Facts): SignedAlike | undefined => {
  const { request } = facts.exchange;
  const signer = facts.signing.kind === undefined ? undefined : signerIn(request);
  if (signer === undefined) return undefined;
  const before = facts.earlier.findLast(
    ({ accepted, sameOrigin, exchange, before: ago }) =>
      accepted && sameOrigin && ago < SOON && signerIn(exchange.request) === signer,
  );
  if (before === undefined) return undefined;
  const now = partsOf(request.url);
  const then = partsOf(before.exchange.request.url);
  return {
    index: before.index,
    differs:
      now.path !== then.path
        ? 'path'
        : now.query !== then.query
          ? 'query'
          : request.method === before.exchange.request.method
            ? undefined
            : 'method',
  };
};
