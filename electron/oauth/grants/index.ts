import type { OAuth2Grant, beginnings } from '../../../shared/schemes/oauth2/settings.ts';
import type { TokenAnswer } from '../token-answer.ts';
import { clientCredentials } from './client-credentials.ts';
import type { GrantContext } from './grant.ts';
import { jwtBearer } from './jwt-bearer.ts';
import { password } from './password.ts';
import { tokenExchange } from './token-exchange.ts';

type FetchGrant = {
  [G in OAuth2Grant]: (typeof beginnings)[G] extends 'fetch' ? G : never;
}[OAuth2Grant];

/** The grants that need nobody: one request each. */
const fetches: Readonly<Record<FetchGrant, (context: GrantContext) => Promise<TokenAnswer>>> = {
  'client-credentials': clientCredentials,
  password,
  'token-exchange': tokenExchange,
  'jwt-bearer': jwtBearer,
};

const isFetchGrant = (grant: OAuth2Grant): grant is FetchGrant => Object.hasOwn(fetches, grant);

/** Gets a token by the profile's grant, which must be one that begins by itself. */
export const fetchByGrant = (context: GrantContext): Promise<TokenAnswer> => {
  const { grant } = context.settings;
  if (!isFetchGrant(grant)) throw new TypeError(`The grant ${grant} does not begin by itself.`);
  return fetches[grant](context);
};
