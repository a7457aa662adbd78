import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { sameKind } from './schemes-asked.ts';

const missing =
  /\b(?:missing|no|without|not an?|not find(?: an?| any)?|expect(?:ed|s|ing)?(?: an?)?|requires?(?: an?)?|must (?:be(?: of type)?|use|start with|begin with)(?: the| an?)?|(?:does|did) not (?:start|begin) with|only|use(?: an?)?) ['"`“]?(bearer|basic|digest|jwt|dpop|api-?key)\b(?:['"`”]|\s*[<{[]| (?:scheme|prefix|type|word|token|auth(?:entication|orization)?|credentials?)|$)|\b(bearer|basic|digest|jwt)(?: token| auth(?:entication|orization)?| credentials?)? (?:is |are |was )?(?:missing|required|expected|not (?:found|provided|present))/i;

/** A token that a server misses where user and password were sent. */
const missingToken =
  /\b(?:auth\w*|access|session|api) token(?: is| was)? (?:missing|required|not (?:found|provided|present))|\b(?:missing|no(?: valid)?|without(?: a valid)?) (?:auth\w*|access|session|api) token\b/i;

/** What AWS says of any value that is no signature (SigV4), whatever its scheme. */
const asSignature = /authorization header requires ['"`]?(?:Credential|Signature|SignedHeaders)/i;

export interface MissedScheme {
  readonly scheme: string;
  readonly said: Said;
}

/** A scheme that the server's words miss while Authorization holds another: "Missing basic auth credentials". */
export const missedScheme = (facts: Facts): MissedScheme | undefined => {
  const sent = facts.authorization?.parsed?.scheme ?? '';
  const signature = sent === '' || sent.startsWith('aws4') ? undefined : saidOf(facts, asSignature);
  if (signature !== undefined) return { scheme: 'aws4-hmac-sha256', said: signature };
  const said = sent === '' ? undefined : saidOf(facts, missing, /signature|expired|malformed|both\b/i);
  const token = said === undefined && sent === 'basic' ? saidOf(facts, missingToken, /\bor\b/i) : undefined;
  if (token !== undefined) return { scheme: 'token', said: token };
  const scheme = (said?.match[1] ?? said?.match[2] ?? '').toLowerCase().replace('-', '');
  return said === undefined ||
    scheme === sent ||
    (scheme === 'jwt' && sent === 'bearer') ||
    (sameKind(scheme, sent) && !/^(?:token|jwt)$/.test(sent))
    ? undefined
    : { scheme, said };
};
