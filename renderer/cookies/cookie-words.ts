import type { Cookie } from '../../shared/cookies/cookie.ts';

/** Hosts that a cookie goes to: "example.com only", "example.com and below". */
export const reachWords = ({ domain, hostOnly }: Pick<Cookie, 'domain' | 'hostOnly'>): string =>
  hostOnly ? domain : `${domain} and below`;

/** "Secure · HttpOnly · SameSite=Lax". */
export const ruleWords = ({ secure, httpOnly, sameSite }: Cookie): string =>
  [
    ...(secure ? ['Secure'] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(sameSite === undefined ? [] : [`SameSite=${sameSite.replace(/^./, (first) => first.toUpperCase())}`]),
  ].join(' · ');

/** "2027-01-15 08:00 UTC", or that it ends with the app. */
export const endWords = ({ expiresAtMs }: Pick<Cookie, 'expiresAtMs'>): string => {
  const text = expiresText(expiresAtMs);
  return text === '' ? 'session' : `${text} UTC`;
};

/** As it is typed into the form: a date and a time in UTC; empty for a session cookie. */
export const expiresText = (expiresAtMs: number | undefined): string => {
  if (expiresAtMs === undefined) return '';
  const date = new Date(expiresAtMs);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, -8).replace('T', ' ');
};

/** Epoch milliseconds of what was typed; `undefined` for an empty text, `null` where it is no time. */
export const readExpires = (typed: string): number | undefined | null => {
  const text = typed.trim().replace(/\s*UTC$/i, '');
  if (text === '') return undefined;
  if (!/^[+-]?\d{4,6}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/.test(text)) return null;
  const instant = Date.parse(text.includes(':') ? `${text.replace(' ', 'T')}Z` : text);
  return Number.isNaN(instant) ? null : instant;
};
