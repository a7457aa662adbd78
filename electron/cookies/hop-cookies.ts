import type { SentField } from '../../shared/exchange/exchange.ts';
import { fieldNamed, valuesOf } from '../../shared/exchange/fields.ts';
import { utf8OfBytes } from '../../shared/exchange/bytes.ts';
import type { Cookie } from '../../shared/cookies/cookie.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';
import type { HopCookies } from '../net/execute.ts';
import type { CookieChoice } from './cookie-jar.ts';
import type { Cookies, JarKey } from './cookies.ts';

/** What a request lets the jar do. */
export interface JarUse {
  readonly send: boolean;
  readonly keep: boolean;
}

/** The jar's part in one Send: what it adds to each hop, and what it takes from each answer. */
export const hopCookies = (cookies: Cookies, key: JarKey, use: JarUse): HopCookies => ({
  async before(request, redirectedFrom) {
    if (!use.send || hasTypedCookie(request)) return request;
    const { method, url } = request;
    return withCookies(withoutJar(request), await cookies.choose(key, url, { method, redirectedFrom }));
  },
  async after(url, response) {
    if (use.keep) await cookies.receive(key, url, valuesOf(response.fields, 'Set-Cookie'));
  },
});

/** Chosen anew for each hop: those that were there when the request was signed may be another server's by now. */
const withoutJar = (request: OutgoingRequest): OutgoingRequest => ({
  ...request,
  fields: request.fields.filter(({ origin }) => origin?.from !== 'cookie-jar'),
});

/** A Cookie field that was typed is the whole truth: the jar adds nothing to it. */
export const hasTypedCookie = ({ fields }: OutgoingRequest): boolean =>
  fieldNamed(fields, 'Cookie')?.origin?.from === 'typed';

/** One Cookie field at most (RFC 6265 §5.4): a scheme's own cookie comes first, and the jar's do not repeat its name. */
export const withCookies = (request: OutgoingRequest, { sent }: CookieChoice): OutgoingRequest => {
  const present = fieldNamed(request.fields, 'Cookie');
  const taken = present?.value.split(';').map((pair) => pair.split('=', 1)[0]?.trim()) ?? [];
  const added = sent.filter(({ name }) => !taken.includes(name));
  if (added.length === 0) return request;
  const pairs = added.map(pairOf).join('; ');
  const note = `cookie jar: ${originsOf(added)}`;
  if (present === undefined) {
    const field: SentField = { name: 'Cookie', value: pairs, origin: { from: 'cookie-jar', note } };
    return { ...request, fields: [...request.fields, field] };
  }
  const merged: SentField = {
    ...present,
    value: `${present.value}; ${pairs}`,
    origin: { from: present.origin?.from ?? 'cookie-jar', note: `${present.origin?.note ?? ''}; ${note}` },
  };
  return { ...request, fields: request.fields.map((field) => (field === present ? merged : field)) };
};

const pairOf = ({ name, value }: Cookie): string => (name === '' ? value : `${name}=${value}`);

/** "sid, theme from example.com, admin from example.com/admin". */
const originsOf = (cookies: readonly Cookie[]): string =>
  [...Map.groupBy(cookies, ({ domain, path }) => `${domain}${path === '/' ? '' : utf8OfBytes(path)}`)]
    .map(([place, from]) => `${from.map(({ name }) => utf8OfBytes(name)).join(', ')} from ${place}`)
    .join(', ');
