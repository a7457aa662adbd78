import { responseOf } from '../../exchange/outcome.ts';
import { isRecord } from '../../exchange/json.ts';
import { authParam } from '../../http-auth/auth.ts';
import type { Facts } from '../facts.ts';
import { absentField, theServer } from '../facts.ts';
import { issuedBefore } from '../facts/issued.ts';
import { proofFaults } from '../facts/proof-faults.ts';
import { textOfBody } from '../facts/response-body.ts';
import { sentCredentials } from '../facts/sent-credentials.ts';
import { claimPlace, sentTokens } from '../facts/sent-tokens.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { PROVEN, STATED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';

const keyOf = (header: Readonly<Record<string, unknown>> | undefined): string | undefined => {
  const jwk = header?.['jwk'];
  return isRecord(jwk) && typeof jwk['x'] === 'string' ? jwk['x'] : undefined;
};

/** A proof of an earlier exchange with the same host was made with another key. */
const otherKey = (facts: Facts, own: string): number | undefined =>
  facts.earlier.findLast((one) => {
    if (!one.sameOrigin && one.exchange.purpose !== 'token') return false;
    const proof = sentTokens(sentCredentials(one.exchange.request, one.index), [], one.index).find(
      (token) => token.role === 'proof',
    );
    const key = keyOf(proof?.jwt?.header);
    return key !== undefined && key !== own;
  })?.index;

/** The answer that handed out the token gave it the type DPoP (RFC 9449 §5); its index. */
const handedForProof = (facts: Facts): number | undefined => {
  const issued = issuedBefore(facts);
  const answer = issued === undefined ? undefined : facts.attempt.exchanges[issued.index];
  const response = answer === undefined ? undefined : responseOf(answer);
  return response !== undefined && /"token_type"\s*:\s*"dpop"/i.test(textOfBody(response.body))
    ? issued?.index
    : undefined;
};

/** The server says what is wrong with the token; what the proof lacks did not matter to it. */
const ofTheToken = /\b(?:issuers?|audience|expired)\b/i;

const ofCertificate =
  'The token holds the fingerprint of the client certificate with which it was fetched (RFC 8705 §3). It is good only on connections that show that very certificate. A renewed certificate, a proxy that ends TLS on the way, or a call without one breaks the bond: show the certificate, or fetch a token with the present one.';

/** A bound token without a valid proof of possession, or a nonce that the proof must carry (RFC 9449, RFC 8705 §3). */
export const senderConstraintFailed = defineRule({
  cause: 'sender-constraint-failed',
  references: ['RFC 9449 §7.1', 'RFC 9449 §8', 'RFC 8705 §3'],
  explains: [
    'nonce-stale',
    'grant-invalid',
    'signature-mismatch',
    'token-signature-invalid',
    'clock-skew',
    'client-authentication-failed',
    'scheme-mismatch',
    'required-header-missing',
    'client-certificate-required',
    'token-issuer-mismatch',
  ],
  phrases: [
    {
      says: /(?:issued|bound|obtained)[^.;]{0,20}\b(?:to|for|with) (?:an? |the )?(?:different |other )?(?:client )?(?:certificate|public key)\b/i,
      weight: STATED,
    },
    {
      says: /invalid_dpop_proof|use_dpop_nonce|\bdpop\b|proof[- ]of[- ]possession|sender[- ]constrain|\bcnf\b|certificate[- ]bound|cert(?:ificate)? thumbprint|thumbprint[^.;]{0,40}(?:match|differ)|key binding|\bjkt\b|token[_ ]binding|fingerprints? (?:mismatch|do(?:es)? not match)|\binvalid_proof\b|key proof|(?:issued|bound|obtained)[^.;]{0,20}\b(?:to|for|with) (?:a |an)?(?:different|other) certificate/i,
      // A bound token has an issuer and an audience like any other.
      unless: /\bissuers?\b|\baudience\b/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const proof = facts.tokens.find((token) => token.role === 'proof');
    const bound = isRecord(facts.token?.jwt?.claims['cnf']) ? facts.token : undefined;
    const challenge = facts.challenges.find(({ challenge: c }) => c.scheme === 'dpop');
    const key = keyOf(proof?.jwt?.header);
    const other = key === undefined ? undefined : otherKey(facts, key);
    const nonce =
      challenge === undefined
        ? undefined
        : authParam(challenge.challenge, 'error') === 'use_dpop_nonce'
          ? 'use_dpop_nonce'
          : undefined;
    const jkt = bound === undefined ? undefined : bound.jwt?.claims['cnf'];
    const needsProof = isRecord(jkt) && typeof jkt['jkt'] === 'string' && proof === undefined;
    const lacksProof =
      facts.authorization?.parsed?.scheme === 'dpop' && proof === undefined && bound === undefined;
    const thumbprint = isRecord(jkt) && typeof jkt['x5t#S256'] === 'string';
    const handed = proof === undefined ? handedForProof(facts) : undefined;
    const faults = proof === undefined ? [] : proofFaults(facts, proof);
    const [fault] = faults.toSorted((a, b) => b.weight - a.weight);
    return support(
      [
        ...heard,
        needsProof &&
          bound !== undefined &&
          weigh(
            PROVEN,
            'The token is bound to a key (cnf), and no DPoP proof was sent',
            claimPlace(bound, 'cnf'),
          ),
        needsProof && weigh(TOLD, 'DPoP was not sent', absentField(facts, 'DPoP')),
        challenge !== undefined &&
          proof === undefined &&
          facts.authorization?.parsed?.scheme === 'bearer' &&
          !facts.challenges.some(({ challenge: c }) => c.scheme === 'bearer') &&
          weigh(
            STATED,
            'The server asks for DPoP alone; the token was sent without a proof',
            challenge.place,
          ),
        nonce !== undefined &&
          challenge !== undefined &&
          weigh(PROVEN, 'The server asks for a proof with its nonce', challenge.place),
        other !== undefined &&
          proof !== undefined &&
          weigh(PROVEN, 'An earlier proof to this host was made with another key', {
            in: 'field',
            exchange: other,
            side: 'request',
            name: 'DPoP',
          }),
        ...faults.map((one) =>
          heard.length === 0 && ofTheToken.test(facts.said) ? { ...one, weight: one.weight / 2 } : one,
        ),
        lacksProof && weigh(PROVEN, 'DPoP was not sent beside the DPoP token', absentField(facts, 'DPoP')),
        thumbprint &&
          facts.missed.length === 0 &&
          bound !== undefined &&
          weigh(TOLD, 'The token is bound to a client certificate (cnf)', claimPlace(bound, 'cnf')),
        handed !== undefined &&
          weigh(STATED, 'The token was handed out for use with DPoP (token_type)', {
            in: 'body',
            exchange: handed,
            side: 'response',
          }),
      ],
      {
        title: needsProof
          ? `The token is bound to a key, and no proof of that key was sent to ${theServer(facts)}`
          : other !== undefined
            ? `The proof for ${theServer(facts)} was made with another key than before`
            : /use_dpop_nonce/.test(facts.said)
              ? 'The server wants its nonce inside the DPoP proof'
              : thumbprint
                ? `The token is bound to a client certificate, and ${theServer(facts)} does not find it on the connection`
                : (fault?.evidence.text ??
                  inItsWords(`${theServer(facts)} does not accept the proof of possession`, heard, facts)),
        explanation: thumbprint
          ? ofCertificate
          : 'A bound token works only together with a proof that the sender holds its key: a small signed token in the DPoP field, made anew for each request, over this method and address, with the key that the token was asked for and, if the server hands out one, its newest nonce (DPoP-Nonce).',
        remedies: [
          ...(thumbprint
            ? [{ id: 'choose-client-certificate' as const }]
            : needsProof || proof === undefined
              ? [{ id: 'prove-possession' as const }]
              : []),
          ...(thumbprint ? [] : [{ id: 'answer-nonce' as const }]),
          { id: 'fetch-token' },
          { id: 'authorize-again' },
          { id: 'report' },
        ],
      },
    );
  },
});
