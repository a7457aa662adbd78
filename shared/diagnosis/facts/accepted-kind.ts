import { pathIn } from '../../exchange/url.ts';
import { textClaim } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';
import { sentCredentials } from './sent-credentials.ts';
import { sentTokens } from './sent-tokens.ts';

/** The same server took a token of the same issuer that calls itself another kind. */
export interface AcceptedKind {
  readonly index: number;
  readonly claim: string;
  readonly taken: string;
  readonly sent: string;
}

/** Claims by which issuers tell their tokens apart. */
const kinds = ['token_use', 'token_type', 'tokenType', 'typ', 'type', 'kind'];

const acceptedHere = (facts: Facts): readonly EarlierExchange[] =>
  facts.earlier.filter(({ accepted, sameOrigin }) => accepted && sameOrigin);

export const otherKindAccepted = (facts: Facts): AcceptedKind | undefined => {
  const jwt = facts.token?.jwt;
  if (jwt === undefined) return undefined;
  const claim = kinds.find((name) => textClaim(jwt, name) !== undefined);
  const sent = claim === undefined ? undefined : textClaim(jwt, claim);
  if (claim === undefined || sent === undefined) return undefined;
  for (const { exchange, index } of acceptedHere(facts))
    for (const one of sentTokens(sentCredentials(exchange.request, index), [], index)) {
      if (one.jwt === undefined || textClaim(one.jwt, 'iss') !== textClaim(jwt, 'iss')) continue;
      const taken = textClaim(one.jwt, claim);
      // What passes at a door for tokens says nothing of the others.
      if (
        taken !== undefined &&
        taken !== sent &&
        !/refresh/i.test(taken) &&
        !/token|refresh|login|auth|userinfo/i.test(pathIn(exchange.request.url) ?? '')
      )
        return { index, claim, taken, sent };
    }
  return undefined;
};

/** This server reads Authorization without a scheme: it let such a value pass. */
export const bareAccepted = (facts: Facts): boolean =>
  acceptedHere(facts).some(({ exchange, index }) =>
    sentCredentials(exchange.request, index).some(
      (one) => one.in === 'authorization' && /^[^\s=]{12,}=*$/.test(one.value.trim()),
    ),
  );
