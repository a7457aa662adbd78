import { maskSecret } from '../exchange/redact.ts';
import { schemeById } from '../schemes/index.ts';
import { answering, credentialPlan, sentScheme } from './parts/credential-form.ts';
import { typedSecret } from './parts/in-hand.ts';
import { usedAuth } from './parts/used-auth.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy, type Plan, type Situation } from './remedy.ts';

/** Asks for another value of what was sent: in the same scheme, or in the field or parameter where a key was typed. */
export const fillCredentials = defineRemedy({
  id: 'fill-credentials',
  plan(situation, offer) {
    const used = usedAuth(situation);
    const scheme =
      used === undefined
        ? answering(offer.values?.['scheme'] ?? sentScheme(situation))
        : schemeById(used.scheme);
    if (scheme === undefined) return used === undefined ? ofTypedKey(situation) : undefined;
    if (scheme.tokenWays !== undefined) return undefined;
    return credentialPlan(situation, {
      id: 'fill-credentials',
      label: `Use another ${scheme.credential} and retry`,
      scheme: scheme.id,
    });
  },
});

const ofTypedKey = (situation: Situation): Plan | undefined => {
  const typed = typedSecret(situation.draft);
  if (typed === undefined) return undefined;
  const shown = `${typed.where}${typed.where.startsWith('?') ? '' : ' '}${maskSecret('')}`;
  return resend(situation, {
    id: 'fill-credentials',
    label: `Use another ${typed.name} and retry`,
    changes: [{ before: shown, after: `${shown} (the value you give)` }],
    question: {
      kind: 'values',
      fields: [{ name: 'value', label: typed.name, secret: true, value: '' }],
    },
    apply: (answers) => typed.replaced(answers['value'] ?? ''),
  });
};
