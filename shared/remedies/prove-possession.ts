import { anew, tokenPlan } from './parts/token-plan.ts';
import { changingSettings, usedAuth } from './parts/used-auth.ts';
import { defineRemedy } from './remedy.ts';

/** Gets a token that is bound to a key of ours, and proves the key with each request (RFC 9449). */
export const provePossession = defineRemedy({
  id: 'prove-possession',
  plan(situation) {
    const way = anew(situation);
    if (way === undefined || usedAuth(situation)?.settings['dpop'] === true) return undefined;
    return tokenPlan(situation, {
      id: 'prove-possession',
      way,
      label: `Bind a token to a key and retry${way === 'authorize' ? '…' : ''}`,
      changes: [
        { before: 'Authorization: Bearer token', after: 'Authorization: DPoP new token' },
        { before: undefined, after: 'DPoP: proof made for each request' },
      ],
      ...changingSettings(situation, () => ({ dpop: true })),
    });
  },
});
