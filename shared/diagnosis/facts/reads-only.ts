import { pathIn } from '../../exchange/url.ts';
import type { Cause } from '../causes.ts';
import type { Facts } from '../facts.ts';
import { TOLD } from '../weights.ts';

/** A credential is as good as new for this long. Seconds. */
const SOON = 120;

/** Causes that say no more than that there was a no. */
const general: ReadonlySet<Cause> = new Set<Cause>([
  'credentials-rejected',
  'credentials-missing',
  'token-rejected',
  'permission-denied',
]);

/** Nobody says what was wrong. */
const wordless = ({ readings, said }: Facts): boolean =>
  readings.every(({ cause, weight }) => weight < TOLD || general.has(cause)) &&
  !/csrf|xsrf|forgery|origin/i.test(said);

/** One is the collection and the other what lies in it, or both are the same. */
const related = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`));

/**
 * The same token or key was accepted to read a moment before and is refused where the call changes something. Users and
 * sessions are left out: their rights and anti-forgery tokens are another matter.
 */
export const readsButNotWrites = (facts: Facts): number | undefined => {
  const { exchange, status, authorization, credentials } = facts;
  if (
    (status !== 401 && status !== 403) ||
    facts.signing.kind !== undefined ||
    !wordless(facts) ||
    !/^(?:POST|PUT|PATCH|DELETE)$/.test(exchange.request.method) ||
    !/^(?:|bearer|token|apikey|api-key|bot|key)$/.test(authorization?.parsed?.scheme ?? '') ||
    credentials.length === 0 ||
    credentials.some(({ in: where }) => where !== 'authorization' && where !== 'field')
  )
    return undefined;
  return facts.earlier.findLast(
    (one) =>
      one.accepted &&
      one.sameOrigin &&
      one.sameCredential &&
      one.before < SOON &&
      /^(?:GET|HEAD)$/.test(one.exchange.request.method) &&
      related(pathIn(one.exchange.request.url), pathIn(exchange.request.url)),
  )?.index;
};
