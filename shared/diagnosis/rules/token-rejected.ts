import { authParam } from '../../http-auth/auth.ts';
import { sendsSecretsInForm, statusPlace, theServer } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { FAINT, HINTED, SUGGESTED, TOLD } from '../weights.ts';

/** The token is refused and nothing says why: a bare `invalid_token` (RFC 6750 §3.1). */
export const tokenRejected = defineRule({
  cause: 'token-rejected',
  references: ['RFC 6750 §3.1'],
  phrases: [
    { says: /^(?:\w+: )?invalid authorization\.?$/i, weight: TOLD },
    {
      says: /invalid[_ -](?:(?:access|oauth2?|api|auth|bearer|authentication|security|user|jwt|id|personal|session)[_ -])*(?:oauth)?token\b(?! type)|not a valid (?:\w+ )?token|(?:access |bearer |auth(?:entication)? |oauth )?token[^.;]{0,40}\b(?:is |was )?(?:invalid|not valid|rejected|refused|not accepted|could not be (?:verified|validated|authenticated))|token (?:verification|validation) failed|could not (?:validate|verify) (?:credentials|token|the token)|InvalidAuthenticationToken\b|invalid authentication token|token_not_valid|expired, revoked, malformed or invalid|token (?:verification|introspection)|unable to verify (?:the )?(?:access )?token|(?:token|session) (?:expired or invalid|invalid or expired)|invalid (?:or expired )?(?:bearer )?(?:token|jwt)|invalid authentication credentials|token_rejected|invalid\w{1,20}token\b|requires? (?:an? )?valid [\w ]{0,30}token|token[^.;]{0,30}could not be found or is invalid/i,
      weight: SUGGESTED,
    },
  ],
  examine(facts, heard) {
    const { token } = facts;
    const bearer = !/^(basic|digest|negotiate|ntlm)$/.test(facts.authorization?.parsed?.scheme ?? '');
    const signed = facts.signing.kind !== undefined && heard.length > 0;
    const known =
      (facts.credentials.length > 0 || sendsSecretsInForm(facts)) &&
      heard.some(({ explanation }) => explanation !== undefined);
    const named =
      heard.length > 0 &&
      (facts.credentials.some(
        ({ in: place, name }) => (place === 'query' || place === 'field') && /token/i.test(name),
      ) ||
        facts.form.some(
          ({ name, value }) => /^(?:api_?|app_?|user_?)?token$/i.test(name) && value.length > 8,
        ));
    if (
      (token === undefined || !bearer) &&
      !signed &&
      !known &&
      !named &&
      facts.exchange.request.unseen !== true
    )
      return undefined;
    const challenge = facts.challenges.find((seen) => authParam(seen.challenge, 'error') === 'invalid_token');
    return support(
      [
        ...heard,
        challenge !== undefined &&
          weigh(TOLD, 'The challenge says error="invalid_token" and no more', challenge.place),
        facts.status === 401 &&
          token?.jwt !== undefined &&
          weigh(
            heard.length > 0 || challenge !== undefined ? HINTED : FAINT,
            'A token was sent whose form and times are in order',
            token.place,
          ),
        facts.status === 401 &&
          token !== undefined &&
          token.jwt === undefined &&
          facts.authorization !== undefined &&
          weigh(FAINT, 'An opaque token was sent', token.place),
        facts.status === 401 && heard.length > 0 && weigh(FAINT, 'The status is 401', statusPlace(facts)),
      ],
      {
        title: `${theServer(facts)} refuses the token and does not say why`,
        explanation:
          'The server read the token and calls it invalid. Nothing in the exchange tells which check failed: signature, issuer, audience, revocation. The server’s log knows; with the issuer’s key set the signature can be checked from here.',
        remedies: [
          { id: 'refresh-token' },
          { id: 'fetch-token' },
          { id: 'authorize-again' },
          { id: 'fill-credentials' },
          { id: 'report' },
        ],
      },
    );
  },
});
