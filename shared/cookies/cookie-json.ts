import { isRecord } from '../exchange/json.ts';
import { hostnameIn } from '../exchange/url.ts';
import type { Cookie, ReadCookies } from './cookie.ts';

/**
 * Cookies as JSON: a list, or an object with `cookies` in it. The names are those that browser extensions, Playwright,
 * Puppeteer and tough-cookie write; a time is in seconds, milliseconds or a date.
 */
export const readCookieJson = (document: unknown): ReadCookies => {
  const list = isRecord(document) ? document['cookies'] : document;
  if (!Array.isArray(list)) return { cookies: [], problems: ['There is no list of cookies in it.'] };
  const cookies: Cookie[] = [];
  const problems: string[] = [];
  for (const [index, entry] of list.entries()) {
    const cookie = readEntry(entry);
    if (typeof cookie === 'string') problems.push(`Cookie ${index + 1}: ${cookie}`);
    else cookies.push(cookie);
  }
  return { cookies, problems };
};

const readEntry = (entry: unknown): Cookie | string => {
  if (!isRecord(entry)) return 'it is no object.';
  const name = textOf(entry, 'name') ?? textOf(entry, 'key');
  if (name === undefined) return 'it has no “name”.';
  const domain = textOf(entry, 'domain') ?? hostnameIn(textOf(entry, 'url') ?? '');
  if (domain === undefined || domain.replace(/^\./, '') === '') return 'it has no “domain”.';
  const expiresAtMs = entry['session'] === true ? undefined : expiryOf(entry);
  if (expiresAtMs === null) return 'its time of expiry is not understood.';
  const path = textOf(entry, 'path') ?? '/';
  const sameSite = sameSiteWords.get(textOf(entry, 'sameSite')?.toLowerCase() ?? '');
  return {
    name,
    value: textOf(entry, 'value') ?? '',
    domain: domain.replace(/^\./, '').toLowerCase(),
    hostOnly: typeof entry['hostOnly'] === 'boolean' ? entry['hostOnly'] : !domain.startsWith('.'),
    path: path.startsWith('/') ? path : '/',
    secure: entry['secure'] === true,
    httpOnly: entry['httpOnly'] === true,
    ...(sameSite === undefined ? {} : { sameSite }),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
  };
};

const textOf = (entry: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = entry[name];
  return typeof value === 'string' ? value : undefined;
};

/** Chrome's extension API says `no_restriction` and `unspecified`. */
const sameSiteWords: ReadonlyMap<string, Cookie['sameSite']> = new Map([
  ['strict', 'strict'],
  ['lax', 'lax'],
  ['none', 'none'],
  ['no_restriction', 'none'],
]);

/** Numbers from here on are milliseconds: as seconds they would lie 3,000 years ahead. */
const millisecondsFrom = 100_000_000_000;

/** Epoch milliseconds; `undefined` for a session cookie, `null` where the text is no time. */
const expiryOf = (entry: Readonly<Record<string, unknown>>): number | undefined | null => {
  const given = entry['expirationDate'] ?? entry['expires'] ?? entry['expiry'];
  if (given === undefined || given === null || given === '' || given === 'Infinity') return undefined;
  if (typeof given === 'number') {
    if (given < 0) return undefined;
    return given < millisecondsFrom ? given * 1000 : given;
  }
  const parsed = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
};
