import { aboutAuthentication } from './about-authentication.ts';
import type { Cause } from './causes.ts';
import type { Facts } from './facts.ts';
import { saysNothingSeen } from './facts/absence.ts';
import { lackingScopes } from './facts/accepted-scopes.ts';
import { isAuthorizeRequest } from './facts/authorize-request.ts';
import { basicInTrace } from './facts/basic-in-trace.ts';
import { lostLogin } from './facts/lost-login.ts';
import { sendsPassword } from './facts/login-form.ts';
import {
  blamesAuthorization,
  countsCalls,
  endsSession,
  formErrors,
  hears,
  isRetired,
  judgesTheCredential,
  judgesTheLogin,
  lacksBackend,
  meantForAnother,
  missesContext,
  namesACause,
  namesAddress,
  pointsElsewhere,
  saysItIsOver,
  turnsAway,
  wantsPayment,
} from './judged.ts';
import type { Subject } from './reading/lexicon.ts';
import type { Reading } from './reading/read.ts';
import type { Weighed } from './rule.ts';
import { isSoapFault, refusedBySoap } from './soap-fault.ts';
import { PROVEN, STATED, SUGGESTED, TOLD } from './weights.ts';

/** What tables know of the answer, by cause; looked up once somebody asks. */
export type Known = () => ReadonlyMap<Cause, readonly Weighed[]>;

/** Whether an error that is no refusal by its status (400, 404, 500 and others) refuses who asks. */
export const otherStatus = (facts: Facts, known: Known): boolean => {
  const { status = 0 } = facts;
  if ([404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 421, 423, 428].includes(status))
    return (
      ((status === 404 || status === 406 || status === 412 || status === 421) && known().size > 0) ||
      (status === 404 &&
        (lostLogin(facts) !== undefined ||
          (isAuthorizeRequest(facts) && facts.placeholders.length > 0) ||
          meantForAnother(facts) ||
          callsKeyInvalid(facts) ||
          lackingScopes(facts) !== undefined ||
          namesAddress(facts))) ||
      (status === 421 && facts.credentials.length > 0 && hears(facts, 'url-wrong')) ||
      (status === 406 && facts.credentials.length > 0 && hears(facts, 'required-header-missing')) ||
      ((status === 405 || status === 406) && hears(facts, 'blocked-by-intermediary')) ||
      (status === 423 && sendsPassword(facts)) ||
      (status === 410 &&
        (known().has('session-expired') ||
          sendsPassword(facts) ||
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
      basicInTrace(facts) !== undefined ||
      known().has('server-misconfigured') ||
      isCertain(known()) ||
      lacksBackend(facts) ||
      hasNoKey.test(facts.said) ||
      sendsDamagedToken(facts) ||
      (!formError && facts.authorization !== undefined && facts.readings.some(saysItIsOver)) ||
      (!formError &&
        (judgesTheLogin(facts) ||
          endsSession(facts) ||
          hears(facts, 'client-certificate-required') ||
          (facts.placeholders.length > 0 && facts.readings.some(speaksOfAccess)) ||
          (postsAssertion(facts) && namesACause(facts)) ||
          (isFaulty(facts) && facts.readings.some(cannotRead)))) ||
      (!formError &&
        /\bjwt(?:\b|_)|jwks|\.well-known\/(?:openid|oauth)|IDX\d{5}|auth(?:entication)? guard|authentication strategy|oauth-(?:public|private)\.key|oauth_access_tokens|personal_access_tokens|authtoken_token|parse your key|auth request unexpected|No authenticationScheme|AADSTS|invalid_token|authentication (?:backend|service|provider)|secretOrPrivateKey|send secure cookie|secret or public key|CryptKey|Invalid key supplied|need AuthName|AuthType not set|x-forwarded-(?:host|proto)\b[^\n]{0,80}does not match|(?:problem|error) (?:with|in) the (?:server|auth\w*|sso|oauth2?|oidc|saml|ldap) configuration/i.test(
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
    basicInTrace(facts) !== undefined ||
    (status === 400 && facts.authorization !== undefined && hears(facts, 'header-malformed')) ||
    (status === 402 && wantsPayment(facts)) ||
    bareNginx400(facts)
  );
};

/** A signed token that is whole in its parts and readable in none: parsers that nobody guards break over it. */
const sendsDamagedToken = ({ token, earlier }: Facts): boolean =>
  token?.decoded.kind === 'not-a-jwt' &&
  token.decoded.looksLikeJwt &&
  /^(?:[\w-]+\.){2}[\w-]+$/.test(token.text) &&
  !earlier.some((one) => one.accepted && one.sameCredential);

/** A library for tokens has a key that is none. */
const hasNoKey =
  /Invalid key supplied|(?:could not|cannot|unable to|failed to) (?:open|read) (?:the )?(?:password|user|htpasswd|group) file/i;

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
