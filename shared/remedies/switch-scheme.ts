import { answering, credentialPlan } from './parts/credential-form.ts';
import { defineRemedy } from './remedy.ts';

/** Answers the challenge by a scheme that it names (RFC 9110 §11.6.1). */
export const switchScheme = defineRemedy({
  id: 'switch-scheme',
  plan(situation, offer) {
    const scheme = answering(offer.values?.['scheme'] ?? '');
    return (
      scheme &&
      credentialPlan(situation, {
        id: 'switch-scheme',
        label: `Switch to ${scheme.label} and retry`,
        scheme: scheme.id,
      })
    );
  },
});
