import type { Exchange } from '../../exchange/exchange.ts';
import { sentBy } from './sent-by.ts';
import type { SentCredential } from './sent-credentials.ts';
import { allCookies, cookiesNamed, sentCredentials } from './sent-credentials.ts';

/** The logins of a recording that handed out cookies, in their order. */
interface Login {
  readonly index: number;
  readonly names: readonly string[];
}

const known = new WeakMap<readonly Exchange[], readonly Login[]>();

const loginsOf = (exchanges: readonly Exchange[]): readonly Login[] => {
  const before = known.get(exchanges);
  if (before !== undefined) return before;
  const logins = exchanges
    .map((exchange, index) => ({ index, names: sentBy(exchange, index).handedAtLogin }))
    .filter(({ names }) => names.length > 0);
  known.set(exchanges, logins);
  return logins;
};

/** The request's cookies by which a login before it made this one known, where their names do not tell. */
export const loginCookies = (exchanges: readonly Exchange[], index: number): readonly SentCredential[] => {
  const request = exchanges[index]?.request;
  if (request === undefined || index === 0 || allCookies(request).length === 0) return [];
  const known = new Set(sentCredentials(request, index).map(({ name }) => name));
  const names = new Set(loginsOf(exchanges).flatMap((login) => (login.index < index ? login.names : [])));
  return cookiesNamed(request, index, names).filter(
    ({ name }) => !known.has(name) && !/csrf|xsrf/i.test(name),
  );
};
