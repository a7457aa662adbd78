import type { Exchange } from '../exchange/exchange.ts';
import { failureOf, responseOf } from '../exchange/outcome.ts';
import { fieldNamed, valueOf } from '../exchange/fields.ts';
import type { Cause } from './causes.ts';
import type { Facts } from './facts.ts';
import { requestValue, responseValue, sendsSecretsInForm } from './facts.ts';
import { lackingScopes } from './facts/accepted-scopes.ts';
import { saysNothingSeen } from './facts/absence.ts';
import { isAuthorizeRequest } from './facts/authorize-request.ts';
import { asksSecondFactor, toldWhereCodeWent } from './facts/second-factor.ts';
import { namesakeElsewhere } from './facts/namesake.ts';
import type { Statement } from './facts/statements.ts';
import { tlsRefusal } from './facts/tls-alert.ts';
import { comesBackRefused } from './facts/callback.ts';
import { deniedLogin } from './facts/denied-login.ts';
import { logsIn, sendsPassword } from './facts/login-form.ts';
import {
  blamesAuthorization,
  codedInGraph,
  countsCalls,
  endsSession,
  formErrors,
  hears,
  judgesTheCredential,
  judgesTheLogin,
  lacksBackend,
  meantForAnother,
  missesContext,
  namesACause,
  namesAddress,
  pointsElsewhere,
  saysItIsOver,
  signed,
  turnsAway,
  wantsPayment,
} from './judged.ts';
import type { Weighed } from './rule.ts';
import type { Subject } from './reading/lexicon.ts';
import type { Reading } from './reading/read.ts';
import { failedInFlow, toldInSuccess } from './flow-failures.ts';
import { isLoginPage, leadsToLogin } from './login-answers.ts';
import { PROVEN, STATED, TOLD, SUGGESTED } from './weights.ts';

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

/** Words that speak of authentication and of nothing else, for answers whose status does not. */
const aboutAuthentication =
  /invalid_(?:token|client|grant|dpop_proof|auth\b|credentials|api_key|signature)|use_dpop_nonce|unauthorized_client|consent_required|token_(?:expired|not_provided|invalid|revoked|missing)|jwt (?:expired|malformed)|ExpiredToken|SignatureDoesNotMatch|RequestTimeTooSkewed|AuthorizationHeaderMalformed|AuthorizationQueryParametersError|InvalidAccessKeyId|InvalidClientTokenId|IncompleteSignature|MissingAuthenticationToken|AuthFailure|NotAuthorized|AccessDeniedException|AADSTS\d+|redirect_uri|(?:client|ssl|tls) certificate|not authenticated|unauthenticated|authentication (?:failed|required|error)|unauthori[sz]ed|not authori[sz]ed|login required|invalid[^.]{0,12}(?:api[ _-]?key|access[ _-]?token|credentials|nonce|signature)|(?:api[ _-]?key|access[ _-]?token|credentials)[^.]{0,20}(?:invalid|missing|required|expired|not valid)|check the "access token"|bad credentials|csrf|anti-?forgery|incorrect (?:user ?name|password|log-?in)|wrong password|account (?:is )?(?:locked|disabled|suspended)|(?:unable|failed) to authenticate|could not (?:be authenticated|authenticate)|permission den(?:y|ied)|access[- ]denied|Request Header Or Cookie Too Large|FailedAuthentication|FailedCheck|InvalidSecurity(?:Token)?\b|MessageExpired|two-factor|multi-?factor|one-?time password|no permission|change you (?:wanted|requested) was rejected|not_authed|session (?:has |is )?(?:expired|terminated|timed out)|re-?log-?in|jwt-?expired|invalid-jwt|bad_verification_code|incorrect_client_credentials|invalid_auth|only one auth mechanism|InvalidToken\b|InvalidAuthenticationInfo|authentication information|(?:specify|provide|send|pass)[^.;]{0,40}(?:token|key|credentials?)[^.;]{0,16}\b(?:via|in|as|through)\b[^.;]{0,24}\bheader|InvalidArgument: Unsupported Authorization|REQUEST_DENIED|signed header \S+ (?:is )?not present|MissingRequiredHeader|security token[^.]{0,40}(?:invalid|expired)|UnrecognizedClientException|\b(?:token|key|credentials?)\b[^.;]{0,24}\bmust (?:be )?(?:sent|supplied|provided|passed)\b/i;

/** What tables know of the answer, by cause; looked up once somebody asks. */
export type Known = () => ReadonlyMap<Cause, readonly Weighed[]>;

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
        (sendsPassword(facts) || hears(facts, 'auth-method-retired') || facts.readings.some(isRetired))) ||
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

/** Of a signed request: what the signature covers is not there. */
const missesTime = ({ subject, predicate, weight }: Reading): boolean =>
  (subject === 'timestamp' || subject === 'nonce') && predicate === 'missing' && weight >= SUGGESTED;

/** A code that is nothing but this demand: "two_factor_required". */
const wantsFactor = ({ subject, predicate, weight, statement: { text, key } }: Reading): boolean =>
  subject === 'factor' &&
  predicate === 'missing' &&
  weight >= STATED &&
  /code|type|error|id$/.test(key) &&
  /^[\w-]+$/.test(text);

/** Subjects that a fault has for reasons of authentication only. */
const ofAccess: ReadonlySet<Subject> = new Set<Subject>(['account', 'password', 'token', 'key', 'session']);

const speaksOfAccess = ({ subject, predicate, weight }: Reading): boolean =>
  (subject === 'permission' && predicate === 'denied' && weight >= TOLD) ||
  (weight >= STATED && ofAccess.has(subject) && predicate !== 'missing' && predicate !== 'unknown');

/** With a request that was pushed before, the client and its name are all that the address holds (RFC 9126 §4). */
const isAuthorizationRequest = (facts: Facts): boolean =>
  facts.exchange.request.method === 'GET' &&
  (isAuthorizeRequest(facts) || /[?&]request_uri=urn/.test(facts.exchange.request.url));

/** The browser carries a login from the identity provider to the service (SAML 2.0 Bindings §3.5.4). */
const postsAssertion = ({ form }: Facts): boolean => form.some(({ name }) => name === 'SAMLResponse');

/** What went out as a credential is none by its own grammar. */
const isFaulty = ({ placeholders, headerFaults }: Facts): boolean =>
  placeholders.length > 0 || headerFaults.length > 0;

const cannotRead = ({ subject, predicate }: Reading): boolean =>
  (subject === 'token' || subject === 'header') && predicate === 'malformed';

/** A fault is a 500 whatever its reason (SOAP 1.1 §6.2). */
const isSoapFault = ({ body, bodyText }: Facts): boolean =>
  body.kind === 'xml' && /<(?:[\w-]+:)?Fault[\s>]/.test(bodyText);

/** Fault codes of WS-Security 1.1 §12, and words of logins that are operations themselves. */
const refusedBySoap =
  /FailedAuthentication|FailedCheck|InvalidSecurity(?:Token)?\b|SecurityTokenUnavailable|MessageExpired|security token|verifying security|(?:invalid|incorrect|wrong|bad)[ _](?:user ?name|login|password|credentials|session)|INVALID_(?:LOGIN|SESSION_ID)|not authenticated|authentication failed|unauthori[sz]ed|not logged in|session (?:has |is )?(?:expired|invalid|not (?:valid|authenticated|found))/i;

/** A 400 to the very request that answered a challenge. */
const answersChallenge = (facts: Facts): boolean =>
  facts.status === 400 &&
  facts.authorization !== undefined &&
  facts.earlier.some((one) => one.status === 401 && one.sameRequest);

const bareNginx400 = (facts: Facts): boolean =>
  facts.status === 400 &&
  facts.url?.protocol === 'https:' &&
  facts.exchange.request.method === 'GET' &&
  facts.url.search === '' &&
  facts.cookies.length === 0 &&
  facts.body.kind === 'html' &&
  /^400 Bad Request(?: 400 Bad Request)? (?:nginx|openresty|tengine)[\w./() -]*$/i.test(facts.body.words);

/** Devices ask for a login in a success, and a library for tokens has a key that is none. */
const asksForLogin = /please (?:log|sign)[ -]?in\b/i;
const hasNoKey =
  /Invalid key supplied|(?:could not|cannot|unable to|failed to) (?:open|read) (?:the )?(?:password|user|htpasswd|group) file/i;

const errorInSuccess = (facts: Facts, known: Known): boolean => {
  if (facts.body.kind === 'text')
    return (
      known().size > 0 ||
      judgesTheCredential(facts) ||
      judgesTheLogin(facts) ||
      (facts.bodyText.length < 200 &&
        /^(?:fails?\.?|badauth|!donator|abuse|invalid (?:api key|credentials|token)|access denied|unauthori[sz]ed|not authori[sz]ed)\b/i.test(
          facts.bodyText.trim(),
        ))
    );
  if (facts.statements.length === 0 || (facts.body.kind !== 'json' && facts.body.kind !== 'xml'))
    return false;
  if (facts.body.kind === 'xml')
    return (
      (/<(?:\w+:)?(?:Fault|Error|Err|err_?msg|ErrorCode|Exception|authenticationFailure|return(?:Auth|Err)\w*)\b/i.test(
        facts.bodyText,
      ) &&
        (aboutAuthentication.test(facts.said) ||
          known().size > 0 ||
          judgesTheCredential(facts) ||
          judgesTheLogin(facts) ||
          turnsAway(facts))) ||
      (/>\s*(?:<!\[CDATA\[)?(?:FAIL(?:URE|ED)?|ERROR)(?:\]\]>)?\s*</.test(facts.bodyText) &&
        ((sendsSecretsInForm(facts) && aboutAuthentication.test(facts.said)) ||
          facts.readings.some(({ subject, weight }) => signed.has(subject) && weight >= TOLD)))
    );
  return (
    aboutAuthentication.test(facts.said) ||
    asksForLogin.test(facts.said) ||
    known().size > 0 ||
    namesACause(facts) ||
    judgesTheCredential(facts) ||
    judgesTheLogin(facts) ||
    facts.statements.some(
      ({ key, text }) => /^(?:code|err_?code|errno|ret_?code)$/.test(key) && text === '401',
    ) ||
    turnsAway(facts) ||
    countsCalls(facts) ||
    codedInGraph(facts) ||
    (facts.credentials.length > 0 && facts.readings.some(isRetired)) ||
    facts.placeholders.length > 0 ||
    namesakeElsewhere(facts) !== undefined
  );
};

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
