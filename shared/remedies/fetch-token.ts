import { canGet, gotTokenAlready, tokenPlan } from './parts/token-plan.ts';
import { defineRemedy } from './remedy.ts';

/** Gets a token by a grant that needs nobody: client credentials, token exchange, an assertion (RFC 6749 §4.4). */
export const fetchToken = defineRemedy({
  id: 'fetch-token',
  plan: (situation) =>
    canGet('fetch', situation) && !gotTokenAlready(situation)
      ? tokenPlan(situation, { id: 'fetch-token', way: 'fetch', label: 'Fetch token and retry' })
      : undefined,
});
