import { canGet, tokenPlan } from './parts/token-plan.ts';
import { changingSettings, textSetting, usedAuth } from './parts/used-auth.ts';
import { defineRemedy, type Change } from './remedy.ts';

const change = (label: string, before: string, after: string | undefined): readonly Change[] =>
  after === undefined
    ? []
    : [{ before: `${label}: ${before === '' ? 'none asked for' : before}`, after: `${label}: ${after}` }];

/** What is typed as further parameters of the login, with these claims in the place of others. */
const withClaims = (typed: string, claims: string): string => {
  const parameters = new URLSearchParams(typed.trim().replace(/^\?/, ''));
  parameters.set('claims', claims);
  return parameters.toString();
};

/**
 * Logs in with the authentication context, or as freshly, as the challenge asks (RFC 9470 §4), or asks for the claims
 * that the challenge wants in the token (OpenID Connect Core 1.0 §5.5).
 */
export const stepUp = defineRemedy({
  id: 'step-up',
  plan(situation, offer) {
    const { acrValues, maxAge, claims } = offer.values ?? {};
    if (!canGet('authorize', situation) || (acrValues ?? maxAge ?? claims) === undefined) return undefined;
    const settings = usedAuth(situation)?.settings;
    return tokenPlan(situation, {
      id: 'step-up',
      way: 'authorize',
      label:
        acrValues === undefined && maxAge === undefined
          ? 'Log in for the claims it asks for and retry…'
          : 'Log in as strongly as it asks and retry…',
      changes: [
        ...change('Login strength (acr)', textSetting(settings, 'acrValues'), acrValues),
        ...change('Login at most this old, seconds', textSetting(settings, 'maxAge'), maxAge),
        ...change('Claims', '', claims),
      ],
      ...changingSettings(situation, () => ({
        ...(acrValues === undefined ? {} : { acrValues }),
        ...(maxAge === undefined ? {} : { maxAge }),
        ...(claims === undefined
          ? {}
          : {
              authorizationParameters: withClaims(textSetting(settings, 'authorizationParameters'), claims),
            }),
      })),
    });
  },
});
