import { canGet, tokenPlan } from './parts/token-plan.ts';
import { textSetting, usedAuth } from './parts/used-auth.ts';
import { defineRemedy } from './remedy.ts';

/** Has a person log in again, in the browser or with a device code (RFC 6749 §4.1, RFC 8628). */
export const authorizeAgain = defineRemedy({
  id: 'authorize-again',
  plan(situation) {
    if (!canGet('authorize', situation)) return undefined;
    const byDevice = textSetting(usedAuth(situation)?.settings, 'grant') === 'device-code';
    return tokenPlan(situation, {
      id: 'authorize-again',
      way: 'authorize',
      label: byDevice ? 'Log in with a device code and retry…' : 'Log in again and retry…',
    });
  },
});
