import { defaultRedirectUri } from '../schemes/oauth2/settings.ts';
import { canGet, tokenPlan } from './parts/token-plan.ts';
import { changingSettings, textSetting, usedAuth } from './parts/used-auth.ts';
import { defineRemedy } from './remedy.ts';

/** Asks for the redirect URI that is registered, letter by letter, and logs in by it (RFC 6749 §3.1.2.3). */
export const correctRedirectUri = defineRemedy({
  id: 'correct-redirect-uri',
  plan(situation) {
    if (!canGet('authorize', situation)) return undefined;
    const before = textSetting(usedAuth(situation)?.settings, 'redirectUri') || defaultRedirectUri;
    return tokenPlan(situation, {
      id: 'correct-redirect-uri',
      way: 'authorize',
      label: 'Use the registered redirect URI and log in…',
      changes: [{ before: `Redirect URI: ${before}`, after: 'Redirect URI: the one you give' }],
      question: {
        kind: 'values',
        fields: [{ name: 'redirectUri', label: 'Registered redirect URI', secret: false, value: before }],
      },
      ...changingSettings(situation, (answers) => ({
        redirectUri: answers['redirectUri']?.trim() ?? before,
      })),
    });
  },
});
