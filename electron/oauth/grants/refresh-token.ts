import type { TokenAnswer } from '../token-answer.ts';
import { requestGrant, tokenParameters, type GrantContext } from './grant.ts';

/** RFC 6749 §6. */
export const refresh = (context: GrantContext, refreshToken: string): Promise<TokenAnswer> =>
  requestGrant(context, 'refresh_token', tokenParameters(context.settings, { refresh_token: refreshToken }));
