import { anew, tokenPlan } from './parts/token-plan.ts';
import { changingSettings, textSetting, usedAuth } from './parts/used-auth.ts';
import { defineRemedy } from './remedy.ts';

/** Settings that hold an address of the authorization server. */
const addresses = [
  'issuer',
  'tokenEndpoint',
  'authorizationEndpoint',
  'deviceAuthorizationEndpoint',
  'pushedAuthorizationEndpoint',
] as const;

/** Gets the token from the tenant, realm or issuer that the server names, in place of the one that issued it. */
export const correctIssuer = defineRemedy({
  id: 'correct-issuer',
  plan(situation, offer) {
    const { got, wanted } = offer.values ?? {};
    const way = anew(situation);
    if (way === undefined || got === undefined || got === '' || wanted === undefined) return undefined;
    const settings = usedAuth(situation)?.settings;
    const changed = addresses.flatMap((name) => {
      const before = textSetting(settings, name);
      const after = before.replaceAll(got, wanted);
      return after === before ? [] : [{ name, before, after }];
    });
    if (changed.length === 0) return undefined;
    return tokenPlan(situation, {
      id: 'correct-issuer',
      way,
      label: `Get a token from ${wanted} and retry${way === 'authorize' ? '…' : ''}`,
      changes: changed.map(({ before, after }) => ({ before, after })),
      ...changingSettings(situation, () =>
        Object.fromEntries(changed.map(({ name, after }) => [name, after])),
      ),
    });
  },
});
