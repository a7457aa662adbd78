import {
  canonicalDomain,
  CookieJar as Gate,
  domainMatch,
  getPublicSuffix,
  pathMatch,
  type Cookie as Parsed,
} from 'tough-cookie';
import { isSameCookie, type Cookie, type CookieKey } from '../../shared/cookies/cookie.ts';
import { isLoopbackHost } from '../../shared/schemes/parts/loopback-host.ts';

/** How a request came about, as far as same-site rules ask (RFC 6265bis §5.2). */
export interface CookieContext {
  readonly method: string;
  /** Addresses that redirected here, the first one first. What a person sends is as if typed into an address bar. */
  readonly redirectedFrom: readonly string[];
}

export interface CookieChoice {
  /** In the order in which they are sent (RFC 6265bis §5.8.3). */
  readonly sent: readonly Cookie[];
  /** Those of this host, or of one above or below it, that are not sent: "only over https". */
  readonly held: readonly { readonly cookie: Cookie; readonly because: string }[];
}

/** Names, values and paths are byte strings, as on the wire. */
export interface CookieJar {
  /** Takes in the values of Set-Cookie fields; says of each that was refused why. */
  receive(url: string, setCookies: readonly string[], nowMs: number): readonly string[];
  choose(url: string, context: CookieContext, nowMs: number): CookieChoice;
  /** Those that have not expired, the oldest first. */
  all(nowMs: number): readonly Cookie[];
  /** Puts one in, in the place of the same one, without asking who set it. */
  put(cookie: Cookie): void;
  remove(key: CookieKey): void;
}

/** RFC 6265bis: public suffixes and unfit prefixes are refused, Secure holds on loopback as over TLS. */
const rules = {
  rejectPublicSuffixes: true,
  prefixSecurity: 'strict',
  allowSecureOnLocal: true,
  enforceSecureOriginOnStorage: true,
} as const;

/** No date lies further ahead (ECMA-262 §21.4.1.1). */
const lastMs = 8_640_000_000_000_000;

export const createCookieJar = (kept: readonly Cookie[] = []): CookieJar => {
  const cookies: Cookie[] = [];

  const put = (cookie: Cookie): void => {
    const at = cookies.findIndex((other) => isSameCookie(other, cookie));
    // A cookie that is set anew keeps the time it was first set at, and so its place among others of its path.
    if (at < 0) cookies.push(cookie);
    else cookies[at] = cookie;
  };
  const remove = (key: CookieKey): void => {
    const at = cookies.findIndex((other) => isSameCookie(other, key));
    if (at >= 0) cookies.splice(at, 1);
  };
  const all = (nowMs: number): readonly Cookie[] => cookies.filter((cookie) => !isOver(cookie, nowMs));

  for (const cookie of kept) put(cookie);

  return {
    all,
    put,
    remove,
    receive: (url, setCookies, nowMs) =>
      setCookies.flatMap((value) => {
        const read = readSetCookie(value, url, nowMs);
        const why =
          typeof read === 'string' ? read : overlaysSecure(read, url, all(nowMs)) ? laidOver : undefined;
        if (typeof read === 'string' || why !== undefined) return [`“${nameOf(value)}”: ${why ?? ''}`];
        if (isOver(read, nowMs)) remove(read);
        else put(read);
        return [];
      }),
    choose(url, context, nowMs) {
      const host = hostOf(url);
      const near = all(nowMs).filter(({ domain }) => isNear(host, domain));
      const judged = near.map((cookie) => ({ cookie, because: reasonAgainst(cookie, url, context) }));
      return {
        sent: judged
          .flatMap(({ cookie, because }) => (because === undefined ? [cookie] : []))
          .toSorted((a, b) => b.path.length - a.path.length),
        held: judged.flatMap(({ cookie, because }) => (because === undefined ? [] : [{ cookie, because }])),
      };
    },
  };
};

const isOver = ({ expiresAtMs }: Cookie, nowMs: number): boolean =>
  expiresAtMs !== undefined && expiresAtMs <= nowMs;

const hostOf = (url: string): string => canonicalDomain(new URL(url).hostname) ?? '';

const isSecure = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isLoopbackHost(hostname);
};

const isWithin = (host: string, domain: string): boolean => domainMatch(host, domain, false) === true;

const isNear = (host: string, domain: string): boolean => isWithin(host, domain) || isWithin(domain, host);

/** RFC 6265bis §5.6 and §5.7; the sentence where the cookie must be ignored. */
const readSetCookie = (value: string, url: string, nowMs: number): Cookie | string => {
  try {
    const now = new Date(nowMs);
    const parsed = new Gate(undefined, rules).setCookieSync(value, url, { now });
    return parsed === undefined ? 'it was not understood.' : cookieOf(parsed, nowMs);
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}.`;
  }
};

const cookieOf = (parsed: Parsed, nowMs: number): Cookie => {
  const expiresAtMs = expiryOf(parsed, nowMs);
  const { sameSite } = parsed;
  return {
    name: parsed.key,
    value: parsed.value,
    domain: parsed.domain ?? '',
    hostOnly: parsed.hostOnly === true,
    path: parsed.path ?? '/',
    secure: parsed.secure,
    httpOnly: parsed.httpOnly,
    ...(sameSite === 'strict' || sameSite === 'lax' || sameSite === 'none' ? { sameSite } : {}),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
  };
};

/** Max-Age wins over Expires, and counts from the answer, not from the last use. */
const expiryOf = ({ maxAge, expires }: Parsed, nowMs: number): number | undefined => {
  if (maxAge === '-Infinity') return 0;
  if (typeof maxAge === 'number') return maxAge <= 0 ? 0 : Math.min(nowMs + maxAge * 1000, lastMs);
  return expires instanceof Date ? expires.getTime() : undefined;
};

const laidOver = 'an answer over plain http must not take the place of a Secure cookie.';

/** RFC 6265bis §5.7, step 16. */
const overlaysSecure = (cookie: Cookie, url: string, kept: readonly Cookie[]): boolean =>
  !isSecure(url) &&
  kept.some(
    (other) =>
      other.secure &&
      other.name === cookie.name &&
      isNear(cookie.domain, other.domain) &&
      pathMatch(cookie.path, other.path),
  );

const nameOf = (setCookie: string): string => setCookie.split(/[=;]/, 1)[0]?.trim() ?? '';

/** Why a cookie near this address is not sent to it; absent where it is (RFC 6265bis §5.8.3). */
const reasonAgainst = (cookie: Cookie, url: string, context: CookieContext): string | undefined => {
  const host = hostOf(url);
  if (cookie.hostOnly ? host !== cookie.domain : !isWithin(host, cookie.domain)) {
    return `only for ${cookie.domain}${cookie.hostOnly ? ' itself' : ''}`;
  }
  if (!pathsOf(url).some((path) => pathMatch(path, cookie.path))) return `only below ${cookie.path}`;
  if (cookie.secure && !isSecure(url)) return 'only over https';
  return sameSiteReason(cookie, url, context);
};

/** As written, and with its escapes read, which is how tough-cookie makes the default path of a cookie. */
const pathsOf = (url: string): readonly string[] => {
  const { pathname } = new URL(url);
  try {
    return [pathname, decodeURI(pathname)];
  } catch {
    return [pathname];
  }
};

const sameSiteReason = ({ sameSite }: Cookie, url: string, context: CookieContext): string | undefined => {
  const other = context.redirectedFrom.find((from) => siteOf(from) !== siteOf(url));
  if (other === undefined) return undefined;
  const from = `redirected here from ${new URL(other).host}`;
  if (sameSite === 'strict') return `SameSite=Strict, and ${from}`;
  const isSafe = ['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(context.method);
  return sameSite === 'lax' && !isSafe ? `SameSite=Lax with ${context.method}, and ${from}` : undefined;
};

/** Scheme and registrable domain; a host that has none stands for itself. */
const siteOf = (url: string): string => {
  const host = hostOf(url);
  const registrable = getPublicSuffix(host, { allowSpecialUseDomain: true, ignoreError: true });
  return `${new URL(url).protocol}//${registrable ?? host}`;
};
