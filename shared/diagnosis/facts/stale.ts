import type { Challenge } from '../../http-auth/auth.ts';
import { authParam } from '../../http-auth/auth.ts';

/** RFC 7616 §3.3 writes `true`; firmware also writes a number or another word for yes. */
export const isStale = (challenge: Challenge): boolean =>
  /^(?:true|1|yes)$/i.test(authParam(challenge, 'stale') ?? '');
