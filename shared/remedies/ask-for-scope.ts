import { anew, tokenPlan } from './parts/token-plan.ts';
import { changingSettings, textSetting, usedAuth } from './parts/used-auth.ts';
import { defineRemedy } from './remedy.ts';

const scopesOf = (text: string): readonly string[] => text.split(/\s+/).filter((one) => one !== '');

/**
 * Gets a token that carries the scope which the challenge asks for (RFC 6750 §3.1). A refresh cannot widen what was
 * granted (RFC 6749 §6), so the grant begins anew.
 */
export const askForScope = defineRemedy({
  id: 'ask-for-scope',
  plan(situation, offer) {
    const way = anew(situation);
    const asked = scopesOf(offer.values?.['scope'] ?? '');
    if (way === undefined || asked.length === 0) return undefined;
    const before = textSetting(usedAuth(situation)?.settings, 'scope');
    const missing = asked.filter((scope) => !scopesOf(before).includes(scope));
    if (missing.length === 0) return undefined;
    const scope = [...scopesOf(before), ...missing].join(' ');
    return tokenPlan(situation, {
      id: 'ask-for-scope',
      way,
      label: `Ask for ${missing.join(', ')} and retry${way === 'authorize' ? '…' : ''}`,
      changes: [{ before: `Scope: ${before === '' ? 'none asked for' : before}`, after: `Scope: ${scope}` }],
      ...changingSettings(situation, () => ({ scope })),
    });
  },
});
