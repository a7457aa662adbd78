import type { Facts } from '../facts.ts';

/** The server led a request with its credential to a login page of its own, at the same origin. No sign-on in front does. */
export const ownLogin = (facts: Facts): boolean =>
  facts.hops.length > 0 &&
  facts.hops.every(({ note, lost }) => lost.length === 0 && originOf(note.from) === originOf(note.to)) &&
  /\/(?:accounts?\/log-?in|log-?in|sign-?in|users\/sign_in|user\/login)\/?$/i.test(facts.url?.pathname ?? '');

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);
