import type { TokenAnswer } from '../token-answer.ts';
import { requestGrant, tokenParameters, type GrantContext } from './grant.ts';

/** What a login brought back. */
export interface AuthorizationCode {
  readonly code: string;
  /** As the authorization request had it. */
  readonly redirectUri: string;
  /** RFC 7636. */
  readonly verifier: string;
}

/** RFC 6749 §4.1.3. The scope was asked for at the login. */
export const authorizationCode = (
  context: GrantContext,
  { code, redirectUri, verifier }: AuthorizationCode,
): Promise<TokenAnswer> => {
  const own = { code, redirect_uri: redirectUri, code_verifier: verifier };
  return requestGrant(
    context,
    'authorization_code',
    tokenParameters(context.settings, own, { scope: false }),
  );
};
