import { audiences, numericClaim, textClaim } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';
import type { HandedCookie } from './handed-cookies.ts';
import { sessionOfAcceptedLogin } from './handed-cookies.ts';
import type { Issued } from './issued.ts';
import { issuedHere } from './issued.ts';
import { resourceMetadata } from './metadata.ts';
import { registryAccess } from './registry-access.ts';
import { namesGateway } from './software.ts';
import { withdrawalOf } from './withdrawals.ts';

/** A token is as good as new for this long. Seconds. */
const FRESH = 120;

/** The answer gives a reason for refusing the token. */
export const reasoned = (facts: Facts): boolean =>
  facts.challenges.some(({ challenge }) => challenge.params.some(({ name }) => name === 'error')) ||
  /invalid|expired|malformed|signature|revoked|missing|provided|scope|permission|audience|issuer/i.test(
    facts.said,
  );

/** Fresh from its own login, a JWT in order that needs no proof, and refused with nothing but the word: both halves use different secrets. */
export const refusesItsOwn = (facts: Facts): Issued | undefined => {
  const issued = issuedHere(facts);
  const exp = facts.token?.jwt === undefined ? undefined : numericClaim(facts.token.jwt, 'exp');
  return issued !== undefined &&
    issued.before <= FRESH &&
    facts.status === 401 &&
    facts.token?.jwt !== undefined &&
    facts.token.jwt.claims['cnf'] === undefined &&
    registryAccess(facts) === undefined &&
    namesGateway(facts) === undefined &&
    (exp === undefined || facts.clocks.now === undefined || exp > facts.clocks.now) &&
    !reasoned(facts)
    ? issued
    : undefined;
};

/** A signature that this very server made a moment before, over a token that came back as it was. */
export const doubtsItsOwnSignature = (facts: Facts): Issued | undefined => {
  if (facts.token?.jwt === undefined || !/\bsignature\b|\bverification (?:error|fail)/i.test(facts.said))
    return undefined;
  const issued = issuedHere(facts);
  return issued !== undefined && issued.before <= FRESH ? issued : undefined;
};

/** A token that this very server handed out and has just taken is called no good: what stands behind the name disagrees. */
export const doubtsWhatItTook = (facts: Facts): EarlierExchange | undefined => {
  const exp = facts.token?.jwt === undefined ? undefined : numericClaim(facts.token.jwt, 'exp');
  const before = facts.earlier.findLast((one) => one.accepted && one.sameOrigin && one.sameCredential);
  return before !== undefined &&
    before.before <= FRESH &&
    exp !== undefined &&
    facts.clocks.now !== undefined &&
    exp > facts.clocks.now &&
    facts.status === 401 &&
    /\b(?:invalid|expired)\b[^.;]{0,16}\b(?:token|jwt)\b|\b(?:token|jwt)\b[^.;]{0,16}\b(?:invalid|expired)\b/i.test(
      facts.said,
    ) &&
    !/audience|scope|issuer|refresh/i.test(facts.said) &&
    withdrawalOf(facts) === undefined &&
    issuedHere(facts) !== undefined
    ? before
    : undefined;
};

/** The audience is called wrong, and it is the one that the server's own document names (RFC 9728 §2). */
export const refusesWhatItPublishes = (facts: Facts): number | undefined => {
  const metadata = resourceMetadata(facts);
  const jwt = facts.token?.jwt;
  return metadata !== undefined &&
    jwt !== undefined &&
    /\baud/i.test(facts.said) &&
    audiences(jwt).some((aud) => aud === metadata.members['resource'])
    ? metadata.index
    : undefined;
};

/** Likewise for a session: where it is kept, or for whom it is read, is settled in two ways. */
export const refusesItsOwnSession = (facts: Facts): HandedCookie | undefined =>
  facts.status === 401 && facts.authorization === undefined && !reasoned(facts)
    ? sessionOfAcceptedLogin(facts)
    : undefined;

/** The proof names the address that was called, yet the server finds another. */
export const readsAnotherAddress = (facts: Facts): boolean => {
  const proof = facts.tokens.find((token) => token.role === 'proof')?.jwt;
  return (
    proof !== undefined &&
    /htu|\bur[il]\b[^.;]{0,12}mismatch/i.test(facts.said) &&
    textClaim(proof, 'htu') === facts.exchange.request.url.replace(/[?#].*$/, '')
  );
};
