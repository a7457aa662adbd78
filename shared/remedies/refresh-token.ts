import { canGet, gotTokenAlready, tokenPlan } from './parts/token-plan.ts';
import { defineRemedy } from './remedy.ts';

/** Trades the refresh token for a new access token (RFC 6749 §6). */
export const refreshToken = defineRemedy({
  id: 'refresh-token',
  plan: (situation) =>
    canGet('refresh', situation) && !gotTokenAlready(situation)
      ? tokenPlan(situation, { id: 'refresh-token', way: 'refresh', label: 'Refresh token and retry' })
      : undefined,
});
