import type { TokenAnswer } from '../token-answer.ts';
import { requestGrant, tokenParameters, type GrantContext } from './grant.ts';

/** RFC 6749 §4.3; OAuth 2.1 has it no more, old servers have nothing else. */
export const password = (context: GrantContext): Promise<TokenAnswer> => {
  const { username, password: secret } = context.settings;
  return requestGrant(context, 'password', tokenParameters(context.settings, { username, password: secret }));
};
