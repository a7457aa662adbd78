import type { Exchange } from '../exchange/exchange.ts';
import { fieldNamed, valueOf } from '../exchange/fields.ts';
import { failureOf, responseOf } from '../exchange/outcome.ts';
import { errorInSuccess } from './error-in-success.ts';
import type { Facts } from './facts.ts';
import { requestValue, responseValue } from './facts.ts';
import { comesBackRefused } from './facts/callback.ts';
import { deniedLogin } from './facts/denied-login.ts';
import { logsIn } from './facts/login-form.ts';
import { asksSecondFactor, toldWhereCodeWent } from './facts/second-factor.ts';
import type { Statement } from './facts/statements.ts';
import { tlsRefusal } from './facts/tls-alert.ts';
import { failedInFlow, toldInSuccess } from './flow-failures.ts';
import { countsCalls, hears, judgesTheLogin, lacksBackend } from './judged.ts';
import { isLoginPage, leadsToLogin } from './login-answers.ts';
import type { Known } from './other-status.ts';
import { otherStatus } from './other-status.ts';

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
  if (status >= 400)
    return facts.statements.some(isTheCallbacks) || otherStatus(facts, known) || failedInFlow(facts)
      ? 'other-status'
      : undefined;
  if (status >= 300 && status !== 304)
    return leadsToLogin(facts) ? 'login-redirect' : toldByFlash(facts) ? 'other-status' : undefined;
  if (status >= 200 && status < 300) {
    if (facts.tokenRequest && facts.statements.some(isTold) && !/"access_?token"/i.test(facts.bodyText))
      return 'token-refused';
    if (isLoginPage(facts)) return 'login-page';
    if (
      deniedLogin(facts) ||
      (facts.body.kind === 'html' && (judgesTheLogin(facts) || (logsIn(facts) && lacksBackend(facts))))
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

/** More than the reason phrase, which servers word as they like. */
const isTold = ({ carrier, key }: Statement): boolean => carrier !== 'reason' && key !== '';

/** The query of the client's own page says what the authorization server told it. */
const isTheCallbacks = ({ place, carrier }: Statement): boolean =>
  carrier === 'redirect' && place.in === 'url';

const otherStatus = (facts: Facts, known: Known): boolean => {
  const { status = 0 } = facts;
  if ([404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 421, 423, 428].includes(status))
    return (
      ((status === 404 || status === 406 || status === 421) && known().size > 0) ||
      (status === 404 &&
        (meantForAnother(facts) ||
          callsKeyInvalid(facts) ||
          lackingScopes(facts) !== undefined ||
          namesAddress(facts))) ||
      (status === 421 && facts.credentials.length > 0 && hears(facts, 'url-wrong')) ||
      (status === 406 && facts.credentials.length > 0 && hears(facts, 'required-header-missing')) ||
      ((status === 405 || status === 406) && hears(facts, 'blocked-by-intermediary')) ||
      (status === 423 && sendsPassword(facts)) ||
      (status === 410 &&
        (sendsPassword(facts) ||
          hears(facts, 'auth-method-retired') ||
          (facts.credentials.length > 0 && hears(facts, 'url-wrong')) ||
          facts.readings.some(isRetired))) ||
      (status === 404 && facts.authorization !== undefined && hears(facts, 'auth-method-retired')) ||
      (status === 404 &&
        /[?&]oauth_signature=/.test(facts.exchange.request.url) &&
        facts.readings.some(missesTime)) ||
      (status !== 405 && judgesTheLogin(facts)) ||
      ((status === 412 || status === 428) && /\bcsrf|\bxsrf|request ?token/i.test(facts.said))
    );
  const formError = formErrors.test(facts.bodyText) && !blamesAuthorization.test(facts.bodyText);
  if (status >= 500 && isSoapFault(facts))
    return (
      known().size > 0 ||
      refusedBySoap.test(facts.said) ||
      aboutAuthentication.test(facts.said) ||
      facts.readings.some(speaksOfAccess) ||
      namesACause(facts) ||
      hears(facts, 'auth-method-retired')
    );
  if (status >= 500)
    return (
      facts.challenges.length > 0 ||
      known().has('server-misconfigured') ||
      isCertain(known()) ||
      lacksBackend(facts) ||
      hasNoKey.test(facts.said) ||
      (!formError && facts.authorization !== undefined && facts.readings.some(saysItIsOver)) ||
      (!formError &&
        (judgesTheLogin(facts) ||
          endsSession(facts) ||
          hears(facts, 'client-certificate-required') ||
          (facts.placeholders.length > 0 && facts.readings.some(speaksOfAccess)) ||
          (postsAssertion(facts) && namesACause(facts)) ||
          (isFaulty(facts) && facts.readings.some(cannotRead)))) ||
      (!formError &&
        /\bjwt(?:\b|_)|jwks|\.well-known\/(?:openid|oauth)|IDX\d{5}|auth(?:entication)? guard|authentication strategy|oauth-(?:public|private)\.key|oauth_access_tokens|personal_access_tokens|authtoken_token|parse your key|auth request unexpected|No authenticationScheme|AADSTS|invalid_token|authentication (?:backend|service|provider)|secretOrPrivateKey|send secure cookie|secret or public key|CryptKey|Invalid key supplied|need AuthName|AuthType not set|(?:problem|error) (?:with|in) the (?:server|auth\w*|sso|oauth2?|oidc|saml|ldap) configuration/i.test(
          facts.said,
        ))
    );
  if (known().size > 0) return true;
  // The page of an authorization endpoint refuses nothing but the login that it was asked for (RFC 6749 §4.1.2.1).
  if (status === 400 && isAuthorizationRequest(facts) && facts.body.kind === 'html') return true;
  if (facts.challenges.length > 0) return true;
  if (answersChallenge(facts)) return true;
  if (facts.placeholders.length > 0 || facts.headerFaults.length > 0) return !formError;
  if (missesContext(facts) || authorizesTwice(facts) || endsPresigned(facts)) return true;
  if (formError) return false;
  return (
    aboutAuthentication.test(facts.said) ||
    (status === 422 && blamesAuthorization.test(facts.bodyText)) ||
    saysNothingSeen(facts) !== undefined ||
    namesACause(facts) ||
    judgesTheCredential(facts) ||
    judgesTheLogin(facts) ||
    facts.readings.some(wantsFactor) ||
    turnsAway(facts) ||
    pointsElsewhere(facts) ||
    (status === 400 && countsCalls(facts)) ||
    tradesCode(facts) ||
    (status === 400 && facts.authorization !== undefined && hears(facts, 'header-malformed')) ||
    (status === 402 && wantsPayment(facts)) ||
    bareNginx400(facts)
  );
};

/** A page's own server, which trades the code of a login for a session, calls it used or over. */
const tradesCode = (facts: Facts): boolean =>
  facts.form.some(({ name, value }) => name === 'code' && value !== '') &&
  /auth|log-?in|sso|callback|exchange/i.test(facts.url?.pathname ?? '') &&
  hears(facts, 'grant-invalid');

/** Two Authorization fields, or one beside a signed address, make a request that many servers do not read at all (RFC 9110 §5.3). */
const authorizesTwice = ({ status, credentials }: Facts): boolean =>
  status === 400 &&
  (credentials.filter((one) => one.in === 'authorization').length > 1 ||
    (credentials.some((one) => one.in === 'authorization') &&
      credentials.some((one) => one.in === 'query' && /^x-(?:amz|goog)-signature$/i.test(one.name))));

/** The request carries its own end beside a signature, and is called over. */
const endsPresigned = ({ signing, said }: Facts): boolean =>
  signing.presignedUntil !== undefined && /\bexpired\b/i.test(said);

/** A table names an interface's own code or sentence. */
const isCertain = (known: ReturnType<Known>): boolean =>
  [...known.values()].some((heard) => heard.some(({ weight }) => weight >= PROVEN));

/** What is not there is no key: one that is called invalid is the one that was sent. */
const callsKeyInvalid = (facts: Facts): boolean =>
  judgesTheCredential(facts) &&
  facts.readings.some(
    ({ subject, predicate, weight }) =>
      (subject === 'key' || subject === 'token') && predicate === 'invalid' && weight >= SUGGESTED,
  );

const isRetired = ({ cause, weight }: Reading): boolean => cause === 'auth-method-retired' && weight >= TOLD;

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
