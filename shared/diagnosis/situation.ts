import type { Exchange } from '../exchange/exchange.ts';
import { fieldNamed, valueOf } from '../exchange/fields.ts';
import { failureOf, responseOf } from '../exchange/outcome.ts';
import { blamesProof, speaksOfPayload } from './blamed.ts';
import type { Cause } from './causes.ts';
import { errorInSuccess } from './error-in-success.ts';
import { asksNothing, isAuthorizeRequest } from './facts/authorize-request.ts';
import type { Facts } from './facts.ts';
import { requestValue, responseValue } from './facts.ts';
import { failsAtIssuing } from './facts/broken-endpoint.ts';
import { comesBackRefused } from './facts/callback.ts';
import { formToken } from './facts/form-tokens.ts';
import { deniedLogin } from './facts/denied-login.ts';
import { logsIn } from './facts/login-form.ts';
import { asksSecondFactor, leadsToFactor, toldWhereCodeWent } from './facts/second-factor.ts';
import type { Statement } from './facts/statements.ts';
import { tlsRefusal } from './facts/tls-alert.ts';
import { failedInFlow, toldInSuccess } from './flow-failures.ts';
import { countsCalls, hears, judgesTheLogin, lacksBackend } from './judged.ts';
import { isLoginPage, leadsToLogin } from './login-answers.ts';
import type { Known } from './other-status.ts';
import { otherStatus } from './other-status.ts';
import { TOLD } from './weights.ts';

/** In which way an exchange failed for a reason of authentication. */
export type Situation =
  | 'refused'
  | 'rate-limited'
  | 'token-refused'
  | 'preflight'
  | 'login-page'
  | 'login-redirect'
  | 'callback'
  | 'error-in-success'
  | 'other-status'
  | 'handshake';

const refusing: ReadonlySet<number> = new Set([401, 403, 407, 419, 440, 495, 496, 498, 511]);

/** What stands for 429 before RFC 6585 and beside it, where the answer says so. */
const slowing: ReadonlySet<number> = new Set([503, 509]);

/** UNAUTHENTICATED and PERMISSION_DENIED, which gRPC tells behind a 200. */
const grpcRefusal = /^(?:16|7)$/;

/**
 * Whether and how the exchange failed, by its own bytes. `undefined` for all that is no authentication failure: a
 * validation error on a field called token, a document that quotes a 401, a login page that was asked for.
 */
export const situationOf = (facts: Facts, known: Known): Situation | undefined => {
  if (facts.failure !== undefined) return handshake(facts);
  const { status } = facts;
  if (status === undefined) return undefined;
  const preflight =
    facts.exchange.request.method === 'OPTIONS' &&
    requestValue(facts, 'Access-Control-Request-Method') !== undefined;
  if (preflight)
    return status >= 300 && (status < 400 || refusing.has(status) || asksCertificate(facts))
      ? 'preflight'
      : undefined;
  // Auth0 answers 403 while a device's user has not decided yet (RFC 8628 §3.5).
  if (facts.tokenRequest && /error: (?:authorization_pending|slow_down)/.test(facts.said)) return undefined;
  if (refusing.has(status)) return 'refused';
  if (status === 429 || status === 420 || (slowing.has(status) && countsCalls(facts))) return 'rate-limited';
  if (comesBackRefused(facts)) return 'callback';
  if (facts.tokenRequest && status >= 400 && status < 500 && status !== 405) return 'token-refused';
  if (failsAtIssuing(facts) !== undefined) return 'token-refused';
  if (speaksOfPayload(facts) && known().size === 0) return undefined;
  if (status >= 400)
    return facts.statements.some(isTheCallbacks) || otherStatus(facts, known) || failedInFlow(facts)
      ? 'other-status'
      : undefined;
  if (status >= 300 && status !== 304)
    return leadsToLogin(facts)
      ? 'login-redirect'
      : toldByFlash(facts) || leadsToFactor(facts) !== undefined
        ? 'other-status'
        : undefined;
  if (status >= 200 && status < 300) {
    if (facts.tokenRequest && facts.statements.some(isTold) && !/"access_?token"/i.test(facts.bodyText))
      return 'token-refused';
    if (isLoginPage(facts)) return 'login-page';
    if (
      deniedLogin(facts) ||
      (facts.body.kind === 'html' &&
        (judgesTheLogin(facts) ||
          refusesToBegin(facts, known) ||
          (logsIn(facts) && lacksBackend(facts)) ||
          (formToken(facts.form) !== undefined && hears(facts, 'csrf-token-missing')) ||
          blamesProof(facts) !== undefined))
    )
      return 'error-in-success';
    if (grpcRefusal.test(responseValue(facts, 'grpc-status') ?? '')) return 'error-in-success';
    return (asksSecondFactor(facts) ?? toldWhereCodeWent(facts)) !== undefined ||
      errorInSuccess(facts, known) ||
      toldInSuccess(facts)
      ? 'error-in-success'
      : undefined;
  }
  return undefined;
};

/** TLS and tunnels refuse before a request is read. A certificate of the server's that we refuse is another matter. */
const handshake = (facts: Facts): Situation | undefined => {
  if (tlsRefusal(facts) !== undefined) return 'handshake';
  const { failure } = facts;
  return failure?.code === 'proxy' && /407|proxy auth/i.test(`${failure.detail} ${failure.message}`)
    ? 'handshake'
    : undefined;
};

/** Browsers show no certificate with a preflight either. */
const asksCertificate = ({ status, said }: Facts): boolean =>
  status === 400 && /(?:ssl|client) certificate/i.test(said);

/** What keeps a login from beginning. */
const beforeLogin: readonly Cause[] = [
  'redirect-uri-mismatch',
  'client-authentication-failed',
  'consent-missing',
  'scope-insufficient',
];

/** In place of the login page stands one that tells why there is none. */
const refusesToBegin = (facts: Facts, known: Known): boolean =>
  isAuthorizeRequest(facts) &&
  asksNothing(facts.bodyText) &&
  (known().size > 0 ||
    facts.placeholders.length > 0 ||
    hears(facts, ...beforeLogin) ||
    facts.readings.some(({ cause, weight }) => weight >= TOLD && beforeLogin.includes(cause)));

/** More than the reason phrase, which servers word as they like. */
const isTold = ({ carrier, key }: Statement): boolean => carrier !== 'reason' && key !== '';

/** The query of the client's own page says what the authorization server told it. */
const isTheCallbacks = ({ place, carrier }: Statement): boolean =>
  carrier === 'redirect' && place.in === 'url';

/** The page that sends people on leaves word that their post, or their login, was refused. */
const toldByFlash = (facts: Facts): boolean =>
  facts.exchange.request.method === 'POST' &&
  facts.statements.some(({ key }) => key === 'flash') &&
  (hears(facts, 'csrf-token-missing') || judgesTheLogin(facts));

/** A cheap look that spares the facts of exchanges that cannot have failed. */
export const mayHaveFailed = (exchange: Exchange): boolean => {
  const failure = failureOf(exchange);
  if (failure !== undefined) return failure.code === 'tls' || failure.code === 'proxy';
  const response = responseOf(exchange);
  if (response === undefined) return false;
  if (response.status >= 400) return true;
  if (response.status >= 300) return fieldNamed(response.fields, 'Location') !== undefined;
  if (grpcRefusal.test(valueOf(response.fields, 'grpc-status') ?? '')) return true;
  const type = valueOf(response.fields, 'Content-Type') ?? '';
  switch (response.body.kind) {
    case 'none':
      return false;
    // Nobody refuses with a megabyte: it is what was asked for, unless a page says otherwise.
    case 'file':
      return /html/i.test(type);
    case 'text':
    case 'bytes':
      return /json|html|xml|javascript|text\/plain|^$/i.test(type);
    default:
      return response.body satisfies never;
  }
};
