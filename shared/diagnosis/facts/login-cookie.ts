import { fieldsNamed } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { hostnameIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { comesBack } from './callback.ts';

/** A login that comes back without the cookie by which its beginning is known. */
export interface LostLoginCookie {
  readonly name: string;
  readonly index: number;
  /** Why the browser kept it back. */
  readonly because: 'cross-site-post' | 'other-host';
}

/**
 * The answer that sent the browser to the identity provider set a cookie, and the way back does not carry it: a
 * cross-site POST takes no cookie that is Lax or Strict (RFC 6265bis §5.6.7), and no cookie goes to another host.
 */
export const lostLoginCookie = (facts: Facts): LostLoginCookie | undefined => {
  if (!comesBack(facts)) return undefined;
  const here = facts.url?.hostname;
  for (const { exchange, index, status = 0 } of facts.earlier.toReversed()) {
    const fields = responseOf(exchange)?.fields ?? [];
    const leadsAway = fieldsNamed(fields, 'Location').some(
      ({ value }) => URL.canParse(value) && hostnameIn(value) !== hostnameIn(exchange.request.url),
    );
    if (status < 300 || status >= 400 || !leadsAway) continue;
    for (const { value } of fieldsNamed(fields, 'Set-Cookie')) {
      const name = /^\s*([^=;\s]+)=/.exec(value)?.[1];
      if (name === undefined || facts.cookies.some((sent) => sent.name === name)) continue;
      if (hostnameIn(exchange.request.url) !== here) return { name, index, because: 'other-host' };
      if (facts.exchange.request.method === 'POST' && /;\s*samesite=(?:lax|strict)/i.test(value))
        return { name, index, because: 'cross-site-post' };
    }
  }
  return undefined;
};
