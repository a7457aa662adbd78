import { claimPlace } from '../facts/sent-tokens.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, REFUTED, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** Not a token of the form that the server parses: damaged, encrypted, or opaque where a JWT is read. */
export const tokenMalformed = defineRule({
  cause: 'token-malformed',
  references: ['RFC 7519 §7.2', 'RFC 7515 §3.1'],
  explains: ['token-signature-invalid', 'scheme-mismatch'],
  phrases: [
    {
      says: /jwt[ _](?:is )?malformed|(?:bad|invalid|wrong|incorrect|illegal|unexpected|ungültiges) (?:access |bearer |auth )?(?:token|jwt|jws|paseto)[ -]?(?:format|structure|length|encoding|syntax|string)|(?:token|jwt) has (?:an? )?(?:bad|invalid|wrong|incorrect) (?:format|structure)|format(?:o)? (?:de |du |del )?(?:jeton|token)[^.;]{0,12}(?:inv[aá]lid|incorrect)|(?:must|should|to) have (?:three|3) (?:parts|segments)|expected (?:three|3) (?:parts|segments)|three parts separated|two dots and (?:3|three) sections|(?:pars|decod|deserial|unmarshal)\w+ (?:of )?(?:the )?(?:access |bearer )?(?:token|jwt)[^.;]{0,20}(?:fail|error)|JWTDecode(?:Exception|Error)|DecodeError\b|while parsing (?:the )?(?:token|jwt)|invalid character in (?:the )?token|invalid paseto|convert access token to json|malformed[ _](?:jwt|token)|not (?:enough|the right number of) segments|wrong number of segments|number of (?:segments|dots|parts)|invalid compact jws|JWT strings must contain|invalid (?:jwt|token) (?:format|structure|serialization)|(?:token|jwt) (?:format|structure) (?:is )?invalid|(?:token|jwt) (?:is )?not (?:well[- ]?formed|in (?:a |the )?(?:correct|valid|jwt) format)|INVALID_JWT_FORMAT|IDX12709|IDX14100|IDX12729|IDX14102|(?:could ?n['o]t|cannot|unable to|failed to|error while|error) (?:pars|decod)(?:e|ing)[^.]{0,24}(?:token|jwt|jws|header)|token contains an invalid number|invalid (?:payload|header|crypto) (?:padding|string)|incorrect header check|form of header\.payload\.signature|illegal base64 data at input byte|invalid serialized|JsonWebTokenError: invalid token$|Decoding (?:firebase )?id token failed|argument-error|token (?:is )?truncated|unexpected end of (?!(?:the )?(?:input inside|query|expression|statement|file|stream|body))/i,
      unless: /Another algorithm|no matching key|(?<!payload\.)signature/i,
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
      return support(heard, verdict('The server cannot parse the token'));
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
              verdict('The server cannot parse the token'),
            );
      }
      case 'encrypted':
        return support(
          [...heard, weigh(SUGGESTED, 'The token has five segments: it is encrypted', token.place)],
          {
            title: 'The token is encrypted and cannot be read by this API',
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
                ? 'An opaque value was sent where the server parses a JWT'
                : 'The server cannot parse the token',
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
