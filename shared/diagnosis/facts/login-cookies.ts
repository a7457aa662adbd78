import type { Exchange } from '../../exchange/exchange.ts';
import { remembered } from './remembered.ts';
import type { SentCredential } from './sent-credentials.ts';
import { allCookies, cookiesNamed, sentCredentials } from './sent-credentials.ts';

/** The request's cookies by which a login before it made this one known, where their names do not tell. */
export const loginCookies = (exchanges: readonly Exchange[], index: number): readonly SentCredential[] => {
  const request = exchanges[index]?.request;
  if (request === undefined || index === 0 || allCookies(request).length === 0) return [];
  const known = new Set(sentCredentials(request, index).map(({ name }) => name));
  const names = new Set(
    remembered(exchanges)
      .slice(0, index)
      .flatMap(({ handedAtLogin }) => handedAtLogin),
  );
  return cookiesNamed(request, index, names).filter(
    ({ name }) => !known.has(name) && !/csrf|xsrf/i.test(name),
  );
};
