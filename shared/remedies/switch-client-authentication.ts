import type { ClientAuthentication } from '../schemes/oauth2/settings.ts';
import { anew, tokenPlan } from './parts/token-plan.ts';
import { changingSettings, textSetting, usedAuth } from './parts/used-auth.ts';
import { defineRemedy } from './remedy.ts';

/** The other way in which a secret is sent, and how both are called (RFC 6749 §2.3.1). */
const others: Readonly<
  Partial<
    Record<ClientAuthentication, { other: ClientAuthentication; was: string; is: string; label: string }>
  >
> = {
  basic: {
    other: 'body',
    was: 'in Authorization, by Basic',
    is: 'in the body (client_secret_post)',
    label: 'Send the client secret in the body and retry',
  },
  'basic-raw': {
    other: 'body',
    was: 'in Authorization, by Basic, not encoded',
    is: 'in the body (client_secret_post)',
    label: 'Send the client secret in the body and retry',
  },
  body: {
    other: 'basic',
    was: 'in the body (client_secret_post)',
    is: 'in Authorization, by Basic',
    label: 'Send the client secret by Basic and retry',
  },
};

const isKnown = (method: string): method is ClientAuthentication => method in others;

/** A server accepts a client’s secret in the one place that the client was registered with. */
export const switchClientAuthentication = defineRemedy({
  id: 'switch-client-authentication',
  plan(situation) {
    const way = anew(situation);
    const auth = usedAuth(situation);
    const method = textSetting(auth?.settings, 'clientAuthentication') || 'basic';
    const found = isKnown(method) ? others[method] : undefined;
    if (way === undefined || found === undefined) return undefined;
    return tokenPlan(situation, {
      id: 'switch-client-authentication',
      way,
      label: `${found.label}${way === 'authorize' ? '…' : ''}`,
      changes: [{ before: `Client secret: ${found.was}`, after: `Client secret: ${found.is}` }],
      ...changingSettings(situation, () => ({ clientAuthentication: found.other })),
    });
  },
});
