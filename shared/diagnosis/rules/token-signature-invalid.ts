import type { Facts } from '../facts.ts';
import { anyOf } from '../any-of.ts';
import { statusPlace, theServer } from '../facts.ts';
import { acceptedBefore } from '../facts/accepted-before.ts';
import { issuerMetadata } from '../facts/metadata.ts';
import { seenKeyIds } from '../facts/published-keys.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, STATED, TOLD } from '../weights.ts';

/** The family of keys that an algorithm works with (RFC 7518 §3.1, RFC 8037 §3.1). */
const familyOf = (alg: string): string | undefined =>
  [
    [/^HS/, 'oct'] as const,
    [/^(?:RS|PS)/, 'RSA'] as const,
    [/^ES/, 'EC'] as const,
    [/^EdDSA$/, 'OKP'] as const,
  ].find(([form]) => form.test(alg))?.[1];

/** The body carries a signed token. */
const hasToken = (facts: Facts): boolean => facts.form.some(({ value }) => value.startsWith('eyJ'));

/** Nothing but user and password proves who asks, and neither of them is signed. */
const isPair = (facts: Facts): boolean =>
  facts.authorization?.parsed?.scheme === 'basic' &&
  facts.token?.jwt === undefined &&
  facts.credentials.length === 1 &&
  !hasToken(facts);

/** Signature, key id or algorithm of the token are not accepted (RFC 7515 §5.2, RFC 8725 §3.1). */
export const tokenSignatureInvalid = defineRule({
  cause: 'token-signature-invalid',
  references: ['RFC 7515 §5.2', 'RFC 8725 §3.1'],
  phrases: [
    {
      says: anyOf({
        "'RS256' algorithm expected":
          /(?:['"`]?(?:RS|ES|PS|HS)\d{3}['"`]?|EdDSA)[^.;]{0,24}\b(?:expected|required|not (?:allowed|supported|accepted|permitted))/i,
        'expected RS256':
          /(?:expected|requires?|only accepts?) (?:the )?(?:algorithm |alg )?['"`]?(?:RS|ES|PS|HS)\d{3}/i,
        'token unverifiable': /token (?:is )?unverifiable/i,
        'token could not be verified with': /(?:token|jwt) could not be verified with/i,
        'Unknown key id': /(?:unknown|unrecogni[sz]ed|unexpected) (?:signing |public )?key[ _]?id\b/i,
        'verification key not found': /verification (?:key|certificate) (?:not found|missing)/i,
        'key id was not found in the JWKS':
          /\bkey ?id\b[^.;]{0,24}\bnot found[^.;]{0,16}\b(?:jwks?|key ?set)/i,
        'jwt verification fails': /jwt verification fails/i,
        'bad mac': /bad (?:jwt )?mac\b/i,
        'wrong key for token': /wrong (?:signing |public )?key for (?:this )?(?:token|jwt)/i,
      }),
      unless: /api[ _-]key|access[ _-]key|hmac sign/i,
      weight: STATED,
    },
    {
      says: anyOf({
        INVALID_SIGNATURE: /(?:invalid|bad|wrong)[_ ](?:jwt |token )?signature/i,
        'signature-mismatch':
          /signature[^.;]{0,40}\b(?:is )?(?:invalid|not valid|verification fail|validation fail|(?:does|did) not match|mismatch|could not be verified|fail)/i,
        'HMAC validation failed': /hmac (?:verification|validation) failed/i,
        'token-signature-invalid': /(?:token|jwt)[^.]{0,20}signature/i,
        'No suitable key found':
          /(?:\b|_)no[ _](?:matching|suitable|applicable|corresponding|usable|signing)[^.;]{0,24}(?:\b|_)keys?\b/i,
        "Didn't find publicKey for specified kid":
          /(?:unable to|(?:did|could)(?:n['’]t| not)) find (?:a |the )?(?:matching |signing |public ?)?key/i,
        'not have a kid': /(?:unknown|unrecogni[sz]ed|no|invalid|missing)[^.]{0,24}\bkid\b/i,
        'The client_assertion JWT kid is invalid.':
          /\bkid\b[^.]{0,40}(?:not found|unknown|not match|does not|invalid|no )/i,
        IDX10503: /IDX1050[0-9]/i,
        IDX10511: /IDX10511/i,
        IDX10517: /IDX10517/i,
        'The signature key was not found': /signature key was not found/i,
        'signing method': /signing (?:key|method)/i,
        'signed with another key':
          /signed (?:with|by) (?:an? |the )?(?:unknown|wrong|different|other|another|untrusted|unexpected|invalid)[^.;]{0,12}(?:key|secret|certificate|algorithm)/i,
        'verified with key': /verified with (?:the |any )?(?:configured |known |public |available )*keys?\b/i,
        'verify the token with any key': /verify the (?:token|jwt) with any key/i,
        'public key for token not found':
          /(?:public|verification|signing) key (?:for|of) (?:the |this )?(?:token|jwt|issuer)[^.;]{0,12}not (?:found|known|available)/i,
        'key set does not contain': /key[ _]?set (?:does not|doesn['’]t) (?:contain|have|hold)/i,
        "token's key ID is unknown":
          /(?:token|jwt)['’]?s? key ?id[^.;]{0,16}(?:unknown|not (?:found|known|recogni[sz]ed))/i,
        tampered: /tampered/i,
        'firma del token no es válida': /firma del (?:token|jwt)[^.;]{0,8}no (?:es )?v[aá]lid/i,
        'Another algorithm expected': /Another algorithm expected/i,
        'alg HS256 is not allowed':
          /alg(?:orithm)?[^.;]{0,30}(?:not allowed|not supported|unsupported|not accepted|mismatch|is not)/i,
        'invalid algorithm': /invalid algorithm/i,
        'unsupported alg': /unsupported alg\b/i,
        'algorithm mismatch': /algorithm mismatch/i,
        UNAUTHORIZED_ASYMMETRIC_JWT: /UNAUTHORIZED_ASYMMETRIC_JWT/i,
        'jwt signature': /jwt signature/i,
        JWSSignature: /JWSSignature/i,
        'crypto/rsa: verification error': /crypto\/\w+: verification error/i,
        JWKSNoMatchingKey: /JWKSNoMatchingKey/i,
        'JWSError JWSInvalidSignature': /JWSInvalidSignature/i,
        'Signature verification raised': /signature verification (?:raised|error)/i,
        "Jwks doesn't have key":
          /\bjwks?\b[^.;]{0,30}(?:n['’]t|not|no) (?:have |contain |hold )?[^.;]{0,16}\bkeys?\b/i,
      }),
      unless:
        /expired|request signature|provided signature|SignatureDoesNotMatch|no security keys were provided/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const { token } = facts;
    // What a client signs for itself at the token endpoint is no token (RFC 7523 §3).
    if (facts.signing.kind !== undefined || (facts.tokenRequest && /invalid_client/.test(facts.said)))
      return undefined;
    if (isPair(facts)) return undefined;
    if (
      token === undefined &&
      facts.credentials.length === 0 &&
      facts.exchange.request.unseen !== true &&
      !hasToken(facts)
    )
      return undefined;
    const alg = token?.jwt?.header['alg'];
    const kid = token?.jwt?.header['kid'];
    const seen = seenKeyIds(facts);
    const lacks = typeof kid === 'string' && seen !== undefined && !seen.ids.includes(kid);
    const family = typeof alg === 'string' ? familyOf(alg) : undefined;
    const foreign =
      family !== undefined &&
      seen !== undefined &&
      seen.families.length > 0 &&
      !seen.families.includes(family);
    const published = issuerMetadata(facts);
    const algorithms = published?.members['id_token_signing_alg_values_supported'];
    const unlisted =
      typeof alg === 'string' &&
      Array.isArray(algorithms) &&
      algorithms.length > 0 &&
      !algorithms.includes(alg);
    if (heard.length === 0 && !lacks && !foreign && !unlisted && alg !== 'none') return undefined;
    const named = [
      typeof alg === 'string' ? `alg ${alg}` : '',
      typeof kid === 'string' ? `kid ${kid.slice(0, 24)}` : '',
    ]
      .filter((text) => text !== '')
      .join(', ');
    return support(
      [
        ...heard,
        lacks &&
          weigh(STATED, 'The key set that was fetched before lacks the token’s kid', {
            in: 'body',
            exchange: seen.index,
            side: 'response',
          }),
        foreign &&
          weigh(STATED, `The key set that was fetched before holds no key for ${String(alg)}`, {
            in: 'body',
            exchange: seen.index,
            side: 'response',
          }),
        unlisted &&
          published !== undefined &&
          weigh(TOLD, `The issuer’s metadata list ${algorithms.join(', ')}; the token’s alg is ${alg}`, {
            in: 'body',
            exchange: published.index,
            side: 'response',
          }),
        heard.length > 0 &&
          acceptedBefore(facts)?.sameRequest === true &&
          weigh(
            AGAINST,
            'The very request passed with this token before',
            token?.place ?? statusPlace(facts),
          ),
        alg === 'none' &&
          token !== undefined &&
          weigh(TOLD, 'The token is unsigned: alg is none', token.place),
        heard.length > 0 &&
          token?.jwt !== undefined &&
          weigh(HINTED, `The token’s header has ${named === '' ? 'no kid' : named}`, token.place),
      ],
      {
        title: `${theServer(facts)} does not accept the token’s signature${named === '' ? '' : ` (${named})`}`,
        explanation:
          'The server checks the signature with the keys that it knows for the issuer. It fails when the token is another issuer’s, when the key was rotated and one side still has the old set, or when the server allows other algorithms. Get a fresh token first; if that fails alike, look at the server’s key settings.',
        remedies: [
          { id: 'fetch-token' },
          { id: 'authorize-again' },
          { id: 'fill-credentials' },
          { id: 'report' },
        ],
      },
    );
  },
});
