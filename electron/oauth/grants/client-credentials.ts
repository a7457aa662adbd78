import type { TokenAnswer } from '../token-answer.ts';
import { requestGrant, tokenParameters, type GrantContext } from './grant.ts';

/** RFC 6749 §4.4. */
export const clientCredentials = (context: GrantContext): Promise<TokenAnswer> =>
  requestGrant(context, 'client_credentials', tokenParameters(context.settings, {}));
