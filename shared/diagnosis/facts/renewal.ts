import type { Facts } from '../facts.ts';

const renews = /\/(?:refresh|renew)[\w-]*\/?$/i;

/** The request renews a token, and what proves it is a token in Authorization: there a refresh token is the right one. */
export const renewsByHeader = ({ url, authorization }: Facts): boolean =>
  authorization !== undefined && renews.test(url?.pathname ?? '');
