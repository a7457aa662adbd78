import type { Draft } from '../../shared/workspace/draft.ts';
import type { Profile } from '../../shared/workspace/profile.ts';

/** The profile, trusting the origins that a plan would have trusted for this one request. */
export const withTrust = (profile: Profile, before: Draft, after: Draft): Profile => {
  const known = new Set([...profile.trustedOrigins, ...before.settings.trustedOrigins]);
  const added = after.settings.trustedOrigins.filter((origin) => !known.has(origin));
  return { ...profile, trustedOrigins: [...profile.trustedOrigins, ...added] };
};
