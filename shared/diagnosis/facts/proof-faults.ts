import { isRecord } from '../../exchange/json.ts';
import { accessTokenHash } from '../../oauth/dpop-proof.ts';
import { textClaim } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import type { Weighed } from '../rule.ts';
import { weigh } from '../rule.ts';
import { PROVEN, STATED, TOLD } from '../weights.ts';
import { sentCredentials } from './sent-credentials.ts';
import type { SentToken } from './sent-tokens.ts';
import { claimPlace, sentTokens } from './sent-tokens.ts';

/** What RFC 9449 §4.2 asks of a proof and this one does not keep. */
export const proofFaults = (facts: Facts, proof: SentToken): readonly Weighed[] => {
  const { jwt } = proof;
  if (jwt === undefined) return [];
  const htu = textClaim(jwt, 'htu');
  const htm = textClaim(jwt, 'htm');
  const faults: Weighed[] = [];
  const add = (weight: number, text: string, claim: string): void => {
    faults.push(weigh(weight, text, claimPlace(proof, claim)));
  };
  if (htu !== undefined && facts.url !== undefined && !sameTarget(htu, facts.url))
    add(STATED, `The proof’s htu is ${htu}`, 'htu');
  if (htm !== undefined && htm !== facts.exchange.request.method)
    add(STATED, `The proof’s htm is ${htm}`, 'htm');
  if (!isRecord(jwt.header['jwk'])) add(PROVEN, 'The proof holds no key (jwk)', 'jwk');
  if (jwt.header['typ'] !== 'dpop+jwt') add(STATED, 'The proof’s typ is not dpop+jwt', 'typ');
  if (textClaim(jwt, 'jti') === undefined) add(STATED, 'The proof has no jti', 'jti');
  const ath = textClaim(jwt, 'ath');
  if (ath === undefined && facts.token !== undefined && !facts.tokenRequest)
    add(TOLD, 'The proof has no ath, the hash of the access token', 'ath');
  if (ath !== undefined && facts.token !== undefined && ath !== accessTokenHash(facts.token.text))
    add(STATED, 'The proof’s ath is the hash of another access token', 'ath');
  const before = facts.earlier.findLast(({ exchange, index, sameOrigin }) => {
    if (!sameOrigin) return false;
    return sentTokens(sentCredentials(exchange.request, index), [], index).some(
      ({ role, text }) => role === 'proof' && text === proof.text,
    );
  });
  if (before !== undefined)
    faults.push(
      weigh(STATED, 'The very proof was sent before: each is good for one request', {
        in: 'field',
        exchange: before.index,
        side: 'request',
        name: 'DPoP',
      }),
    );
  return faults;
};

/** Scheme and host compare without regard to case, and default ports fall away (RFC 9449 §4.3). */
const sameTarget = (htu: string, url: URL): boolean => {
  const named = URL.parse(htu) ?? undefined;
  return named !== undefined && `${named.origin}${named.pathname}` === `${url.origin}${url.pathname}`;
};
