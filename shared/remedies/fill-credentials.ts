import { schemeById } from '../schemes/index.ts';
import { answering, credentialPlan, sentScheme } from './parts/credential-form.ts';
import { usedAuth } from './parts/used-auth.ts';
import { defineRemedy } from './remedy.ts';

/** Asks for another value of what was sent, in the same scheme. */
export const fillCredentials = defineRemedy({
  id: 'fill-credentials',
  plan(situation, offer) {
    const used = usedAuth(situation);
    const scheme =
      used === undefined
        ? answering(offer.values?.['scheme'] ?? sentScheme(situation))
        : schemeById(used.scheme);
    if (scheme === undefined || scheme.tokenWays !== undefined) return undefined;
    return credentialPlan(situation, {
      id: 'fill-credentials',
      label: `Use another ${scheme.credential} and retry`,
      scheme: scheme.id,
    });
  },
});
