import type { Facts } from '../facts.ts';
import { challengedSchemes, onlyIntegrated, sameKind, schemeInWords } from '../facts/schemes-asked.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** What was sent, as a scheme: that of Authorization, or a key in a field of its own. */
const sentScheme = (facts: Facts): string | undefined => {
  const scheme = facts.authorization?.parsed?.scheme;
  return scheme === undefined || scheme === '' ? undefined : scheme;
};

/** Schemes with a grammar of their own: a server that asks for one of them does not mean another. */
const standard =
  /^(basic|bearer|digest|negotiate|ntlm|hawk|mutual|dpop|oauth|jwt|token|apikey|hmac-sha256|aws4-hmac-sha256)$/;

/** A credential of one scheme where the challenge names others (RFC 9110 §11.6.1). */
export const schemeMismatch = defineRule({
  cause: 'scheme-mismatch',
  references: ['RFC 9110 §11.6.1'],
  phrases: [
    {
      says: /API keys are not supported|only (?:valid )?(?:bearer|basic|digest|oauth2?)\b[^.;]{0,30}(?:supported|accepted|allowed)|(?:auth(?:entication|orization)?|token) (?:scheme|type|method|prefix)[^.]{0,40}(?:not supported|unsupported|invalid|unknown|not allowed|not recogni[sz]ed|must be|expected)|unsupported (?:auth(?:entication|orization)?|token) (?:scheme|type|method)|(?:expected|requires?|use|must (?:start|begin) with) (?:an? )?['"“]?(?:bearer|basic|token|digest|oauth2?)['"”]?(?: (?:scheme|prefix|auth(?:entication|orization)?|token|access token))|no (?:suitable|applicable) auth(?:entication)? (?:scheme|method)|invalid auth(?:entication|orization)? (?:scheme|type|method)|bearer (?:token )?(?:is )?(?:expected|required)|basic auth(?:entication)? (?:is )?(?:not supported|disabled|not allowed|required)/i,
      weight: STATED,
    },
    {
      says: /Expected OAuth ?2(?:\.0)? access token|use (?:an )?oauth|login cookie or other valid authentication credential/i,
      weight: HINTED,
    },
  ],
  examine(facts, heard) {
    const sent = sentScheme(facts);
    const asked = challengedSchemes(facts);
    const fits =
      sent !== undefined &&
      facts.challenges.some(
        ({ challenge }) =>
          sameKind(challenge.scheme, sent) && !(sent === 'token' && challenge.scheme !== 'token'),
      );
    if (fits && heard.length === 0)
      return ruledOut(`${schemeInWords(sent)} was sent and ${asked.join(', ')} is asked for`);
    const differs =
      sent !== undefined &&
      !fits &&
      asked.length > 0 &&
      !facts.tokenRequest &&
      (facts.status === 401 || facts.status === 400);
    const known =
      differs &&
      standard.test(sent) &&
      facts.challenges.some(({ challenge }) => standard.test(challenge.scheme));
    const [challenge] = facts.challenges;
    /** Older libraries wanted their own word before the token. */
    const retired = sent === 'jwt' && facts.challenges.length === 0 && facts.status === 401;
    const weight = !differs ? 0 : onlyIntegrated(facts) ? SUGGESTED : known ? STATED : HINTED;
    const keyed = sent === undefined && heard.length === 0 ? undefined : facts.authorization;
    const wantedScheme = facts.challenges.find(({ challenge: c }) => /^(basic|bearer|digest)$/.test(c.scheme))
      ?.challenge.scheme;
    const written =
      sent === undefined ? 'a key' : schemeInWords(facts.authorization?.parsed?.spelled ?? sent);
    return support(
      [
        ...heard,
        differs &&
          keyed !== undefined &&
          weigh(weight, `Authorization was sent with ${written}`, keyed.place),
        differs &&
          challenge !== undefined &&
          weigh(known ? TOLD : FAINT, `The server asks for ${asked.join(', ')}`, challenge.place),
        retired &&
          facts.authorization !== undefined &&
          weigh(
            SUGGESTED,
            'JWT is no registered scheme; most servers read a token behind Bearer',
            facts.authorization.place,
          ),
        differs &&
          /^(digest)$/.test(asked[0]?.toLowerCase() ?? '') &&
          asked.length === 1 &&
          challenge !== undefined &&
          weigh(PROVEN, 'Digest is the only scheme offered', challenge.place),
      ],
      {
        title:
          asked.length === 0 || !differs
            ? `The server does not take ${written}`
            : `${written} was sent; the server asks for ${asked.join(' or ')}`,
        explanation: `A server reads Authorization only in the schemes that it has switched on, and names them in WWW-Authenticate. ${asked.length === 0 ? 'Here it says so in words.' : `Here that is ${asked.join(', ')}.`} A credential in another scheme is not even looked at, however right it is.`,
        remedies: [
          ...(wantedScheme === undefined
            ? []
            : [{ id: 'switch-scheme' as const, values: { scheme: wantedScheme } }]),
          { id: 'fill-credentials' },
        ],
        ...(differs ? { figure: { kind: 'schemes' as const, sent: written, challenged: asked } } : {}),
      },
    );
  },
});
