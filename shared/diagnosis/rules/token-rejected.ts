import { anyOf } from '../any-of.ts';
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
      says: anyOf({
        INVALID_TOKEN:
          /invalid[_ -](?:(?:access|oauth2?|api|auth|bearer|authentication|security|user|jwt|id|personal|session)[_ -])*(?:oauth)?token\b(?! type)/i,
        'not a valid token': /not a valid (?:\w+ )?token/i,
        'Token invalid':
          /(?:access |bearer |auth(?:entication)? |oauth )?token[^.;]{0,40}\b(?:is |was )?(?:invalid|not valid|rejected|refused|not accepted|could not be (?:verified|validated|authenticated))/i,
        'Token Validation Failed': /token (?:verification|validation) failed/i,
        'could not validate token': /could not (?:validate|verify) (?:credentials|token|the token)/i,
        InvalidAuthenticationToken: /InvalidAuthenticationToken\b/i,
        'Invalid authentication token': /invalid authentication token/i,
        token_not_valid: /token_not_valid/i,
        'expired, revoked, malformed or invalid': /expired, revoked, malformed or invalid/i,
        'Token verification failed': /token (?:verification|introspection)/i,
        'unable to verify token': /unable to verify (?:the )?(?:access )?token/i,
        'Session expired or invalid': /(?:token|session) (?:expired or invalid|invalid or expired)/i,
        'Invalid JWT': /invalid (?:or expired )?(?:bearer )?(?:token|jwt)/i,
        'Invalid authentication credentials': /invalid authentication credentials/i,
        token_rejected: /token_rejected/i,
        'token is unauthorized':
          /\btoken (?:is |was )?(?:unauthori[sz]ed|not authori[sz]ed)\b(?! (?:to|for|on|by))/i,
        invalid_token: /invalid\w{1,20}token\b/i,
        'requires a valid access token': /requires? (?:an? )?valid [\w ]{0,30}token/i,
        'token you sent could not be found or is invalid':
          /token[^.;]{0,30}could not be found or is invalid/i,
      }),
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
