import { fieldsNamed, valueOf } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { SentRequest } from '../../exchange/exchange.ts';
import type { Facts } from '../facts.ts';
import { showsPassword } from './login-form.ts';
import { formOf } from './form.ts';
import { antiForgery } from './anti-forgery.ts';

/** A cookie that an answer set and that no client sends with this request, by its own attributes. */
export interface KeptCookie {
  readonly name: string;
  readonly index: number;
  /** Why, as the end of a sentence that begins with who handed out what. */
  readonly why: string;
}

interface SetCookie {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Shorter values are flags. */
const TELLING = 8;

const setCookieOf = (text: string): SetCookie | undefined => {
  const [pair = '', ...rest] = text.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, equals)).trim();
  return name === '' || pair.length - equals - 1 < TELLING || antiForgery.test(name)
    ? undefined
    : {
        name,
        attributes: new Map(
          rest.map((one) => {
            const [key = '', ...value] = one.split('=');
            return [key.trim().toLowerCase(), value.join('=').trim().toLowerCase()] as const;
          }),
        ),
      };
};

/** The path that a cookie without one is for: the directory of the address that set it (RFC 6265 §5.1.4). */
const directoryOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));

const covers = (cookiePath: string, path: string): boolean =>
  path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);

const inBrowser = ({ fields }: SentRequest): boolean =>
  (valueOf(fields, 'User-Agent') ?? '').startsWith('Mozilla/');

/** Holds for every client, whatever else is sent. */
const foreign = ({ attributes }: SetCookie, url: URL): string | undefined => {
  const domain = attributes.get('domain')?.replace(/^\./, '') ?? '';
  const host = url.hostname.toLowerCase();
  return domain !== '' && host !== domain && !host.endsWith(`.${domain}`)
    ? `for ${domain}, where this host does not belong`
    : undefined;
};

const insecure = ({ attributes }: SetCookie, url: URL): string | undefined =>
  attributes.has('secure') && url.protocol === 'http:'
    ? 'for https alone, and all of this goes over http'
    : undefined;

/** Reasons that browsers have, and paths, which count where it was a login that set the cookie. */
const afterLogin = (
  { name, attributes }: SetCookie,
  from: URL,
  { request, url }: { readonly request: SentRequest; readonly url: URL },
): string | undefined => {
  const path = attributes.get('path') ?? '';
  const valid = path.startsWith('/') ? path : directoryOf(from.pathname);
  if (!covers(valid, url.pathname)) return `for the path ${valid} alone`;
  if (/^__(?:secure|host)-/i.test(name) && !attributes.has('secure'))
    return 'under a name that must be Secure, and without Secure';
  if (/^__host-/i.test(name) && (attributes.has('domain') || path !== '/'))
    return 'under a name that may have no Domain and no path but /';
  return attributes.get('samesite') === 'none' && !attributes.has('secure') && inBrowser(request)
    ? 'as SameSite=None without Secure, which browsers throw away'
    : undefined;
};

/** The session that an answer handed out for nobody: its client keeps it or throws it away (RFC 6265 §5.3, §5.4). */
export const keptCookie = (facts: Facts): KeptCookie | undefined => {
  const {
    url,
    exchange: { request },
  } = facts;
  if (url === undefined || facts.earlier.length === 0) return undefined;
  for (const { exchange, index, sameOrigin, status = 0 } of facts.earlier.toReversed()) {
    if (!sameOrigin || status === 0 || status >= 400) continue;
    const set = fieldsNamed(responseOf(exchange)?.fields ?? [], 'Set-Cookie');
    for (const { value } of set) {
      const cookie = setCookieOf(value);
      if (cookie === undefined || facts.cookies.some(({ name }) => name === cookie.name)) continue;
      const why =
        foreign(cookie, url) ??
        (facts.credentials.length > 0
          ? undefined
          : (insecure(cookie, url) ??
            (showsPassword(formOf(exchange.request))
              ? afterLogin(cookie, new URL(exchange.request.url), { request, url })
              : undefined)));
      if (why !== undefined) return { name: cookie.name, index, why };
    }
  }
  return undefined;
};
