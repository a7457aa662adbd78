import type { Facts } from '../facts.ts';
import { hostOf, requestValue } from '../facts.ts';
import { providers } from '../providers/index.ts';
import { sameKind } from './schemes-asked.ts';

const withoutInterface: ReadonlySet<number> = new Set([401, 403, 404, 405]);

let known: ReadonlySet<string> | undefined;

/**
 * Hosts at which the services that the tables know have their API, where these are called so. Asked for late: to read the
 * tables takes longer than a request.
 */
const apis = (): ReadonlySet<string> =>
  (known ??= new Set(
    providers.map(({ address }) => new URL(address).hostname).filter((host) => host.startsWith('api.')),
  ));

/** The pages’ host reads the very scheme that was sent: repositories, archives and raw files are there for programs too. */
const asksForWhatWasSent = ({ authorization, challenges }: Facts): boolean => {
  const scheme = authorization?.parsed?.scheme;
  return scheme !== undefined && challenges.some(({ challenge }) => sameKind(challenge.scheme, scheme));
};

/**
 * The host of a service’s API where the host of its pages was called: a program, with no session of a browser, asked
 * `www.example.com` and got no answer that a program could read, and the API is at `api.example.com`.
 */
export const apiBesidePages = (facts: Facts): string | undefined => {
  const { status = 0, body, cookies } = facts;
  if (
    !withoutInterface.has(status) ||
    body.kind === 'json' ||
    cookies.length > 0 ||
    asksForWhatWasSent(facts)
  )
    return undefined;
  const api = `api.${hostOf(facts).replace(/^www\./, '')}`;
  const asksForPage = /text\/html/i.test(requestValue(facts, 'Accept') ?? '');
  return !asksForPage && apis().has(api) ? api : undefined;
};
