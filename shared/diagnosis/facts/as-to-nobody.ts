import type { Challenge } from '../../http-auth/auth.ts';
import { authParam } from '../../http-auth/auth.ts';
import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';

/** A server that says this has read what was sent. */
export const lookedAt =
  /invalid|expired|malformed|signature|revoked|wrong|incorrect|not valid|permission|forbidden|scope|\b(?:key|token|user|account|secret)s?\b[^.;]{0,16}(?:does not|doesn['’]?t|not) exist|(?:unknown|unrecogni[sz]ed|no such) (?:\w+ )?(?:key|token|user|account|secret)|\b(?:key|token|user|account|secret)s?\b[^.;]{0,16}(?:unknown|not (?:known|recogni[sz]ed|found))/i;

/** FOSOAuthServerBundle writes this error to a request in which it found no token; of one that it found it finds fault. */
const asksOnly = (challenge: Challenge): boolean =>
  authParam(challenge, 'error') === 'access_denied' &&
  /\bauthentication (?:is )?required\b/i.test(authParam(challenge, 'error_description') ?? '');

/**
 * A challenge without an error, or with one that only asks, where a Bearer token was sent: so a resource server answers a request that carries no token
 * at all (RFC 6750 §3.1).
 */
export const asIfNoneCame = (facts: Facts): boolean =>
  facts.authorization?.parsed?.scheme === 'bearer' &&
  facts.challenges.some(
    ({ challenge }) =>
      challenge.scheme === 'bearer' && (authParam(challenge, 'error') === undefined || asksOnly(challenge)),
  );

/** A refusal that does not say that anything was looked at. */
export const wordlessIn = (facts: Facts): boolean => facts.status === 401 && !lookedAt.test(facts.said);

/** Software that stands in front of applications. */
const front = /^(?:nginx|openresty|envoy|caddy|traefik|haproxy|varnish|istio|kong)/i;

/** What runs behind such software that answered as if no token had come. */
export const answersBehind = (facts: Facts): string | undefined =>
  asIfNoneCame(facts) && front.test(responseValue(facts, 'Server') ?? '')
    ? responseValue(facts, 'X-Powered-By')
    : undefined;
