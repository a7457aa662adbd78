import type { Exchange } from '../../exchange/exchange.ts';
import { fieldsNamed } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { formOf } from './form.ts';
import { showsPassword } from './login-form.ts';
import type { SentCredential } from './sent-credentials.ts';
import { allCookies, cookiesNamed, sentCredentials } from './sent-credentials.ts';

/** Names of the cookies that earlier answers to a login set. */
const namesHanded = (exchanges: readonly Exchange[]): ReadonlySet<string> =>
  new Set(
    exchanges
      .filter(({ request }) => request.method === 'POST' && showsPassword(formOf(request)))
      .flatMap((exchange) =>
        fieldsNamed(responseOf(exchange)?.fields ?? [], 'Set-Cookie').flatMap(
          ({ value }) => /^\s*([^=;\s]+)=[^;]/.exec(value)?.[1] ?? [],
        ),
      ),
  );

/** The request's cookies by which a login before it made this one known, where their names do not tell. */
export const loginCookies = (exchanges: readonly Exchange[], index: number): readonly SentCredential[] => {
  const request = exchanges[index]?.request;
  if (request === undefined || index === 0 || allCookies(request).length === 0) return [];
  const known = new Set(sentCredentials(request, index).map(({ name }) => name));
  const names = namesHanded(exchanges.slice(0, index));
  return cookiesNamed(request, index, names).filter(
    ({ name }) => !known.has(name) && !/csrf|xsrf/i.test(name),
  );
};
