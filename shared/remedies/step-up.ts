import { canGet, tokenPlan } from './parts/token-plan.ts';
import { changingSettings, textSetting, usedAuth } from './parts/used-auth.ts';
import { defineRemedy, type Change } from './remedy.ts';

const change = (label: string, before: string, after: string | undefined): readonly Change[] =>
  after === undefined
    ? []
    : [{ before: `${label}: ${before === '' ? 'none asked for' : before}`, after: `${label}: ${after}` }];

/** Logs in with the authentication context, or as freshly, as the challenge asks (RFC 9470 §4). */
export const stepUp = defineRemedy({
  id: 'step-up',
  plan(situation, offer) {
    const { acrValues, maxAge } = offer.values ?? {};
    if (!canGet('authorize', situation) || (acrValues === undefined && maxAge === undefined))
      return undefined;
    const settings = usedAuth(situation)?.settings;
    return tokenPlan(situation, {
      id: 'step-up',
      way: 'authorize',
      label: 'Log in as strongly as it asks and retry…',
      changes: [
        ...change('Login strength (acr)', textSetting(settings, 'acrValues'), acrValues),
        ...change('Login at most this old, seconds', textSetting(settings, 'maxAge'), maxAge),
      ],
      ...changingSettings(situation, () => ({
        ...(acrValues === undefined ? {} : { acrValues }),
        ...(maxAge === undefined ? {} : { maxAge }),
      })),
    });
  },
});
