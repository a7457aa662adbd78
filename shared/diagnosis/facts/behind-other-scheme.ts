import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Facts } from '../facts.ts';
import { saysNothingSeen } from './absence.ts';
import type { SentCredential } from './sent-credentials.ts';

/** A Bearer token that is the Base64 text of user, colon, password (RFC 7617 §2). */
export const pairBehindBearer = ({ authorization }: Facts): SentCredential | undefined => {
  const { scheme, rest = '' } = authorization?.parsed ?? {};
  const pair = scheme === 'bearer' && rest.length >= 12 ? byteStringOfBase64(rest) : undefined;
  return pair !== undefined && /^(?!v\d:)[\w.@+-]{2,60}:[\x21-\x39\x3b-\x7e]+$/.test(pair)
    ? authorization
    : undefined;
};

/** A signed token where the Base64 text of user and password belongs. */
export const tokenBehindBasic = ({ authorization, token }: Facts): SentCredential | undefined =>
  authorization?.parsed?.scheme === 'basic' &&
  token?.jwt !== undefined &&
  authorization.parsed.rest === token.text
    ? authorization
    : undefined;

/** Words before a JWT that some libraries ask for and most servers do not know. */
const rareWord = /^(jwt|token|jwt-bearer|access_token|auth|key|api-?key|ssws|apitoken|pat|geniekey)$/;

/** A JWT behind such a word, of which the answer says nothing but that it is not let in. */
export const tokenBehindRareWord = (facts: Facts, sent: string | undefined): boolean =>
  sent !== undefined &&
  rareWord.test(sent) &&
  facts.challenges.length === 0 &&
  (facts.status === 401 || saysNothingSeen(facts) !== undefined) &&
  facts.token?.jwt !== undefined &&
  !/signature|expired|scope|permission/i.test(facts.said);
