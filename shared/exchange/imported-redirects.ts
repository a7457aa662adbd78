import type { Exchange, RedirectNote } from './exchange.ts';
import { responseOf } from './outcome.ts';
import { fieldNamed, valueOf } from './fields.ts';

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** Fields that a client writes anew for each hop: their absence says nothing about credentials. */
const perHop = new Set([
  'host',
  'content-length',
  'content-type',
  'transfer-encoding',
  'connection',
  'expect',
]);

const reasonFor = (from: URL, to: URL, methodChanged: boolean): RedirectNote['because'] => {
  if (from.hostname !== to.hostname) return 'other-host';
  if (from.protocol !== to.protocol) return 'other-scheme';
  if (from.port !== to.port) return 'other-port';
  return methodChanged ? 'method-changed' : 'same-origin';
};

const noteFor = (previous: Exchange, next: Exchange): RedirectNote | undefined => {
  const response = responseOf(previous);
  if (response === undefined || !redirectStatuses.has(response.status)) return undefined;
  const location = valueOf(response.fields, 'Location');
  const base = previous.request.url;
  if (location === undefined || !URL.canParse(location, base) || !URL.canParse(next.request.url))
    return undefined;
  const from = new URL(base);
  const to = new URL(location, base);
  to.hash = '';
  if (to.href !== new URL(next.request.url).href) return undefined;
  const methodChanged = previous.request.method !== next.request.method;
  const dropped = previous.request.fields
    .map((field) => field.name)
    .filter((name) => !perHop.has(name.toLowerCase()))
    .filter((name) => fieldNamed(next.request.fields, name) === undefined);
  return {
    status: response.status,
    from: base,
    to: next.request.url,
    dropped,
    because: reasonFor(from, to, methodChanged),
    methodChanged,
  };
};

/** How far behind a redirect its follow-up may lie: browsers interleave other requests, a preflight among them. */
const WINDOW = 8;

/** Notes on each exchange that follows an earlier one's redirect what was left out on the way, as our own loop does. */
export const withRedirectNotes = (exchanges: readonly Exchange[]): Exchange[] => {
  const result = [...exchanges];
  exchanges.forEach((previous, at) => {
    for (let next = at + 1; next < Math.min(exchanges.length, at + 1 + WINDOW); next += 1) {
      const follower = result[next];
      if (follower === undefined || follower.redirect !== undefined) continue;
      if (follower.request.method === 'OPTIONS' && previous.request.method !== 'OPTIONS') continue;
      const redirect = noteFor(previous, follower);
      if (redirect === undefined) continue;
      result[next] = { ...follower, redirect };
      break;
    }
  });
  return result;
};
