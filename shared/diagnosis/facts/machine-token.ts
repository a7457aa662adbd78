import { textClaim } from '../../token/jwt.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { saysNothingSeen } from './absence.ts';
import { answersBehind } from './as-to-nobody.ts';
import { formOf } from './form.ts';
import { userInfo, whoAmI } from './granted-scope.ts';
import { issuedBefore } from './issued.ts';
import { claimPlace } from './sent-tokens.ts';

/** How it is known that nobody is behind the token. */
export interface MachineToken {
  readonly text: string;
  readonly place: Place;
  /**
   * OpenID's own endpoint tells of a user and of nothing else; another one's `/me` may tell of the program, and a claim
   * of a token that was fetched elsewhere is less than having seen how it was fetched.
   */
  readonly isCertain: boolean;
}

/** The claim by which a token says that a program got it for itself. */
const claimOfMachine = ({ token }: Facts): string | undefined => {
  const jwt = token?.jwt;
  if (jwt === undefined) return undefined;
  const grant = ['gty', 'grant_type'].find((claim) =>
    /^client[-_]credentials$/.test(textClaim(jwt, claim) ?? ''),
  );
  if (grant !== undefined) return grant;
  const subject = textClaim(jwt, 'sub');
  if (subject === undefined) return undefined;
  const client = textClaim(jwt, 'client_id') ?? textClaim(jwt, 'azp');
  return subject.endsWith('@clients') || subject === client ? 'sub' : undefined;
};

/** Faults that an answer names, which a token of any kind may have. */
const ownFault = /signature|expired|audience|\biss(?:uer)?\b|malformed|revoked|\bkid\b|algorithm/i;

/** What is called tells of a person (OpenID Connect Core §5.3), and a program got the token for itself (RFC 6749 §4.4). */
export const machineAsksForPerson = (facts: Facts): MachineToken | undefined => {
  const path = facts.url?.pathname ?? '';
  if (facts.token === undefined || !whoAmI.test(path)) return undefined;
  // Only the endpoint of the standard takes no token of a program; what others say of themselves goes before.
  if (
    !userInfo.test(path) &&
    (ownFault.test(facts.said) || saysNothingSeen(facts) !== undefined || answersBehind(facts) !== undefined)
  )
    return undefined;
  const claim = claimOfMachine(facts);
  if (claim !== undefined)
    return {
      text: 'The token is of a program, and what is called tells of a user',
      isCertain: userInfo.test(path),
      place: claimPlace(facts.token, claim),
    };
  const issued = facts.token.jwt === undefined ? issuedBefore(facts) : undefined;
  const request = issued === undefined ? undefined : facts.attempt.exchanges[issued.index]?.request;
  return issued !== undefined &&
    request !== undefined &&
    formOf(request).some(({ name, value }) => name === 'grant_type' && value === 'client_credentials')
    ? {
        text: 'A program fetched the token for itself, and what is called tells of a user',
        isCertain: true,
        place: { in: 'body', exchange: issued.index, side: 'request' },
      }
    : undefined;
};
