import type { SentCookie } from './sent-credentials.ts';

/** Cookies that count visits: twice is as good as once. */
const counting = /^(_ga|_gid|_fbp|optimizely|utm)/i;

/** The second of two cookies with one name (RFC 6265 §5.4 lets both through, from two domains or paths). */
export const sentTwice = (cookies: readonly SentCookie[]): SentCookie | undefined =>
  cookies.find(
    ({ name }, at) => cookies.findIndex((other) => other.name === name) < at && !counting.test(name),
  );
