import type { SentRequest } from '../../exchange/exchange.ts';
import { authParam } from '../../http-auth/auth.ts';
import type { Facts } from '../facts.ts';
import { formOf } from './form.ts';
import { sentCredentials } from './sent-credentials.ts';

const nonceName = /^(?:[\w-]*[-_])?nonce$/i;

/** The nonce that the client made itself; a Digest answer repeats the server's. */
const ownNonce = (request: SentRequest, index: number): string | undefined => {
  const authorization = sentCredentials(request, index).find((one) => one.in === 'authorization')?.parsed;
  const inScheme =
    authorization === undefined || authorization.scheme === 'digest'
      ? undefined
      : (authParam(authorization, 'oauth_nonce') ?? authParam(authorization, 'nonce'));
  const nonce =
    inScheme ??
    request.fields.find(({ name }) => nonceName.test(name) && !/^x-wp-nonce$/i.test(name))?.value ??
    /[?&](?:oauth_)?nonce=([^&#]+)/i.exec(request.url)?.[1] ??
    (request.body.kind === 'text' && /nonce/i.test(request.body.text)
      ? formOf(request).find(({ name }) => nonceName.test(name))?.value
      : undefined);
  return nonce === undefined || nonce === '' ? undefined : nonce;
};

/** An accepted request before that leaves this one's nonce no room. */
export interface SpentNonce {
  readonly index: number;
  /** The very nonce was sent, or a counter that stands at or above this one. */
  readonly how: 'same' | 'passed';
}

/** Digits of a counter or of a time: shorter ones are chance. */
const counter = /^\d{9,20}$/;

export const spentNonce = (facts: Facts): SpentNonce | undefined => {
  const own = ownNonce(facts.exchange.request, facts.index);
  if (own === undefined) return undefined;
  for (const { exchange, index, accepted, sameOrigin } of facts.earlier.toReversed()) {
    if (!accepted || !sameOrigin) continue;
    const before = ownNonce(exchange.request, index);
    if (before === undefined) continue;
    if (before === own) return { index, how: 'same' };
    if (counter.test(before) && counter.test(own) && BigInt(before) > BigInt(own))
      return { index, how: 'passed' };
  }
  return undefined;
};
