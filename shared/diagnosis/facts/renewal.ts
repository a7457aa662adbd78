import type { Facts } from '../facts.ts';

const renews = /\/(?:refresh|renew)[\w-]*\/?$/i;
const namesRefresh = /refresh/i;

/**
 * The request renews a token, and what proves it is a token in Authorization, or in a field or cookie that is named after
 * what it holds: there a refresh token is the right one.
 */
export const renewsByHeader = ({ url, credentials }: Facts): boolean =>
  renews.test(url?.pathname ?? '') &&
  credentials.some(
    ({ in: where, name }) =>
      where === 'authorization' || ((where === 'field' || where === 'cookie') && namesRefresh.test(name)),
  );
