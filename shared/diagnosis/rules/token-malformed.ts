import { anyOf } from '../any-of.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, REFUTED, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';
import { theServer } from '../facts.ts';

/** Not a token of the form that the server parses: damaged, encrypted, or opaque where a JWT is read. */
export const tokenMalformed = defineRule({
  cause: 'token-malformed',
  references: ['RFC 7519 §7.2', 'RFC 7515 §3.1'],
  explains: ['token-signature-invalid', 'scheme-mismatch'],
  phrases: [
    {
      says: anyOf({
        'jwt malformed': /jwt[ _](?:is )?malformed/i,
        'Invalid token format':
          /(?:bad|invalid|wrong|incorrect|illegal|unexpected|ungültiges) (?:access |bearer |auth )?(?:token|jwt|jws|paseto)[ -]?(?:format|structure|length|encoding|syntax|string)/i,
        'token has bad format':
          /(?:token|jwt) has (?:an? )?(?:bad|invalid|wrong|incorrect) (?:format|structure)/i,
        'format du jeton invalide':
          /format(?:o)? (?:de |du |del )?(?:jeton|token)[^.;]{0,12}(?:inv[aá]lid|incorrect)/i,
        'must have three parts': /(?:must|should|to) have (?:three|3) (?:parts|segments)/i,
        'expected three parts': /expected (?:three|3) (?:parts|segments)/i,
        'three parts separated': /three parts separated/i,
        'two dots and 3 sections': /two dots and (?:3|three) sections/i,
        'parsing the token failed':
          /(?:pars|decod|deserial|unmarshal)\w+ (?:of )?(?:the )?(?:access |bearer )?(?:token|jwt)[^.;]{0,20}(?:fail|error)/i,
        JWTDecodeException: /JWTDecode(?:Exception|Error)/i,
        DecodeError: /DecodeError\b/i,
        'while parsing token': /while parsing (?:the )?(?:token|jwt)/i,
        'invalid character in token': /invalid character in (?:the )?token/i,
        'invalid paseto': /invalid paseto/i,
        'Cannot convert access token to JSON': /convert access token to json/i,
        'Missing or malformed JWT': /malformed[ _](?:jwt|token)/i,
        'Not enough segments': /not (?:enough|the right number of) segments/i,
        'Wrong number of segments': /wrong number of segments/i,
        'number of segments': /number of (?:segments|dots|parts)/i,
        'Invalid Compact JWS': /invalid compact jws/i,
        'JWT strings must contain': /JWT strings must contain/i,
        'Invalid JWT serialization': /invalid (?:jwt|token) (?:format|structure|serialization)/i,
        'token format invalid': /(?:token|jwt) (?:format|structure) (?:is )?invalid/i,
        'token not well formed':
          /(?:token|jwt) (?:is )?not (?:well[- ]?formed|in (?:a |the )?(?:correct|valid|jwt) format)/i,
        INVALID_JWT_FORMAT: /INVALID_JWT_FORMAT/i,
        IDX12709: /IDX12709/i,
        IDX14100: /IDX14100/i,
        IDX12729: /IDX12729/i,
        IDX14102: /IDX14102/i,
        'Failed to parse token':
          /(?:could ?n['o]t|cannot|unable to|failed to|error while|error) (?:pars|decod)(?:e|ing)[^.]{0,24}(?:token|jwt|jws|header)/i,
        'token contains an invalid number': /token contains an invalid number/i,
        'Invalid header string': /invalid (?:payload|header|crypto) (?:padding|string)/i,
        'incorrect header check': /incorrect header check/i,
        'form of Header.Payload.Signature': /form of header\.payload\.signature/i,
        'illegal base64 data at input byte': /illegal base64 data at input byte/i,
        'invalid serialized': /invalid serialized/i,
        'JsonWebTokenError: invalid token': /JsonWebTokenError: invalid token$/i,
        'Decoding id token failed': /Decoding (?:firebase )?id token failed/i,
        'argument-error': /argument-error/i,
        'token truncated': /token (?:is )?truncated/i,
        'unexpected end of JSON input':
          /unexpected end of (?!(?:the )?(?:input inside|query|expression|statement|file|stream|body))/i,
      }),
      unless: /Another algorithm|no matching key|(?<!payload\.)signature|\bbasic auth|body-?parser/i,
      weight: STATED,
    },
    {
      says: /\b(?:corrupt(?:ed)?|garbled|undecodable|unparse?able)\b[^.;]{0,40}\b(?:token|jwt)\b|\b(?:token|jwt)\b[^.;]{0,12}\b(?:is|was|looks|seems|appears) (?:to be )?(?:corrupt(?:ed)?|garbled|undecodable|unparse?able)\b/i,
      weight: STATED,
    },
    {
      says: /CompactToken parsing failed|token (?:can ?not|could not) be parsed|can ?not parse (?:the )?(?:access )?token|not a (?:valid )?jwt|invalid jwt\b(?!:)|IDX10000|malformed access token/i,
      unless: /exactly|unable to find/i,
      weight: SUGGESTED,
    },
  ],
  examine(facts, all) {
    const { token } = facts;
    // "Missing or malformed" is said of what was found and of what was not.
    const heard =
      (token === undefined || token.jwt !== undefined) && /missing or malformed/i.test(facts.said)
        ? all.filter(({ evidence }) => !/missing or malformed/i.test(evidence.text))
        : all;
    if (token === undefined || facts.headerFaults.some((fault) => fault.kind === 'scheme-doubled'))
      return support(heard, verdict(inItsWords(`${theServer(facts)} cannot parse the token`, heard, facts)));
    const { decoded } = token;
    switch (decoded.kind) {
      case 'jwt': {
        const time = ['exp', 'nbf', 'iat'].find((claim) => isNoDate(decoded.jwt.claims[claim]));
        if (time !== undefined)
          return support(
            [...heard, weigh(TOLD, `The token’s ${time} is no number of seconds`, claimPlace(token, time))],
            verdict(`The token’s ${time} is not a number, as RFC 7519 §2 has it`),
          );
        return heard.length === 0
          ? ruledOut('The token decodes: header, claims and signature are there')
          : support(
              heard.map((h) => ({ ...h, weight: h.weight - HINTED })),
              verdict(inItsWords(`${theServer(facts)} cannot parse the token`, heard, facts)),
            );
      }
      case 'encrypted':
        return support(
          [...heard, weigh(SUGGESTED, 'The token has five segments: it is encrypted', token.place)],
          {
            title: `The token is encrypted and cannot be read by ${theServer(facts)}`,
            explanation:
              'Five segments are an encrypted token (JWE, RFC 7516), which only its issuer’s own endpoint can open. Issuers hand one out when the login names no audience. Ask for a token with the API’s audience and you get a signed one.',
            remedies: [{ id: 'fetch-token' }, { id: 'authorize-again' }, { id: 'fill-credentials' }],
          },
        );
      case 'not-a-jwt': {
        const proven = facts.earlier.some(
          (one) => one.accepted && one.sameOrigin && (one.sameCredential || one.sameSecretElsewhere),
        );
        return support(
          [
            ...heard,
            decoded.looksLikeJwt &&
              weigh(
                proven ? AGAINST : STATED,
                `The token begins like a JWT but has ${decoded.problem}`,
                token.place,
              ),
            !decoded.looksLikeJwt &&
              proven &&
              weigh(REFUTED, 'The same token was accepted before', token.place),
            !decoded.looksLikeJwt &&
              heard.length > 0 &&
              weigh(HINTED, 'The value sent is opaque, not a JWT', token.place),
          ],
          verdict(
            decoded.looksLikeJwt
              ? `The token is damaged: ${decoded.problem}`
              : heard.length > 0
                ? `An opaque value was sent where ${theServer(facts)} parses a JWT`
                : inItsWords(`${theServer(facts)} cannot parse the token`, heard, facts),
          ),
        );
      }
      default:
        return decoded satisfies never;
    }
  },
  foresee: ({ token }) =>
    token?.decoded.kind === 'not-a-jwt' && token.decoded.looksLikeJwt
      ? [
          {
            title: `The token is damaged: ${token.decoded.problem}`,
            explanation: lesson,
            evidence: [{ text: `The token has ${token.decoded.problem}`, place: token.place }],
            remedies: [{ id: 'fill-credentials' as const }, { id: 'fetch-token' as const }],
            confidence: TOLD / STATED,
          },
        ]
      : [],
});

const isNoDate = (value: unknown): boolean =>
  value !== undefined && value !== null && typeof value !== 'number';

const lesson =
  'A JSON Web Token is three Base64url texts joined by dots. A part that was cut off while copying, an added character or a value of another kind cannot be parsed, so the server refuses it before it looks at any claim.';

const verdict = (title: string) => ({
  title,
  explanation: lesson,
  remedies: [{ id: 'fill-credentials' as const }, { id: 'fetch-token' as const }],
});
