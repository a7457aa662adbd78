import type { Facts } from './facts.ts';
import { nameOfSecret, sendsSecretsInForm } from './facts.ts';
import { formOf } from './facts/form.ts';
import { lostBody } from './facts/hops.ts';
import { changes, halfSent } from './facts/anti-forgery.ts';
import { isAuthorizeRequest } from './facts/authorize-request.ts';
import { comesBack } from './facts/callback.ts';
import { sessionParameter } from './facts/session-parameter.ts';
import { unreadBody } from './facts/unread-body.ts';
import { hears, namesACause, signed } from './judged.ts';
import type { Subject } from './reading/lexicon.ts';
import { SUGGESTED, TOLD } from './weights.ts';

/** Failures of logins, sessions and signed requests that servers tell behind a status meant for something else. */
export const failedInFlow = (facts: Facts): boolean =>
  outdated(facts) ||
  machinery(facts) ||
  forgeryGuard(facts) ||
  cookiesInTheWay(facts) ||
  signatureJudged(facts) ||
  authorizeRefused(facts) ||
  wayBackFails(facts) ||
  lostOnTheWay(facts) ||
  unreadBody(facts) !== undefined ||
  facts.statements.some(({ place }) => place.in === 'url');

/** The status for a protocol to be changed serves for a client to be changed, too. */
const outdated = (facts: Facts): boolean => facts.status === 426 && hears(facts, 'client-not-allowed');

/** Addresses under which sites keep logins and sessions. */
const ofLogins = /\/(?:auth|oauth2?|oidc|saml2?|sso|log-?in|session|token)(?:[/.]|$)/i;

const ofIdentity =
  /ldap|active directory|jwks|key ?set|openid|oidc|identity|\bauth|saml|\bsso\b|issuer|kerberos|radius/i;

/** What proves who somebody is stands still: its failure is told as one of the server. */
const machinery = (facts: Facts): boolean =>
  facts.status !== undefined &&
  facts.status >= 500 &&
  ((facts.credentials.length > 0 && ofLogins.test(facts.url?.pathname ?? '')) ||
    ((facts.credentials.length > 0 || sendsSecretsInForm(facts)) && ofIdentity.test(facts.said))) &&
  hears(facts, 'server-misconfigured');

/** The guard against forged requests answers 400, 404, 409, 412, 422 or 500, and says so; ASP.NET says nothing. */
const forgeryGuard = (facts: Facts): boolean => {
  const { status = 0, body, said } = facts;
  if (status >= 400 && comesBack(facts) && hears(facts, 'csrf-token-missing', 'cookie-conflict')) return true;
  if (status >= 400 && comesBack(facts) && /\bstate\b|\bcorrelation\b/i.test(said)) return true;
  if (!changes(facts) || status < 400) return false;
  if (facts.cookies.length > 0 && hears(facts, 'csrf-token-missing')) return true;
  if (status === 400 && body.kind === 'none') return halfSent(facts) !== undefined;
  return /\b[cx]srf|TokenMismatchException|cross-site request forgery|anti-?forgery token|anti-?forgery form field/i.test(
    said,
  );
};

/** Cookies that fill the head of the request, or that the server cannot open. */
const cookiesInTheWay = (facts: Facts): boolean => {
  const { status, cookies, said } = facts;
  return (
    cookies.length > 0 &&
    (status === 431 ||
      status === 494 ||
      ((status === 400 || status === 500) &&
        /session|auth|log-?in|sid\b|decrypt|signature|named|header/i.test(said) &&
        hears(facts, 'cookie-conflict')) ||
      ((status === 400 || status === 500) &&
        /Request Too Long|Header Fields? Too Large|size of the request headers is too long|Cookie Too Large|securecookie: |(?:corrupt|tampered|undecodable|malformed|invalid)[^.;]{0,20}\bcookie|\bcookie\b[^.;]{0,24}(?:corrupt|tampered|malformed|decrypt|decod)|(?:decrypt|unseal|unsign)\w*[^.;]{0,40}\bcookie/i.test(
          said,
        )))
  );
};

/** An exchange's interface answers 500 to a nonce that is too small. */
const signatureJudged = (facts: Facts): boolean =>
  facts.signing.kind !== undefined &&
  (/nonce[: ]+(?:small|low|used)|nonce[^.;]{0,20}must be|region name[^.;]{0,30}not valid/i.test(facts.said) ||
    facts.readings.some(
      ({ subject, predicate, weight }) => signed.has(subject) && predicate !== 'missing' && weight >= TOLD,
    ));

/** Nobody but an authorization endpoint judges client and redirect URI. */
const authorizeRefused = (facts: Facts): boolean => {
  const { status = 0, readings, said } = facts;
  if (!isAuthorizeRequest(facts) || status === 404 || status === 405) return false;
  if (status >= 400 && status < 500) return true;
  return (
    (status === 200 || status >= 500) &&
    (/redirect[_ ]ur[il]|domain of this url/i.test(said) ||
      readings.some(
        ({ subject, weight }) => (subject === 'redirect-uri' || subject === 'client') && weight >= TOLD,
      ))
  );
};

/** What a server reads once a login comes back to it: the code, the token that it buys, and whose they are. */
const ofTheWayBack: ReadonlySet<Subject> = new Set<Subject>([
  'token',
  'issuer',
  'audience',
  'nonce',
  'signature',
  'code',
  'client',
  'redirect-uri',
  'backend',
]);

const wayBackFails = (facts: Facts): boolean =>
  facts.status !== undefined &&
  facts.status >= 400 &&
  comesBack(facts) &&
  (namesACause(facts) ||
    hears(facts, 'server-misconfigured', 'client-authentication-failed', 'grant-invalid') ||
    facts.readings.some(({ subject, weight }) => ofTheWayBack.has(subject) && weight >= SUGGESTED));

/** What was posted to a token endpoint stayed behind at a redirect: what comes is asked for it again. */
const lostOnTheWay = (facts: Facts): boolean =>
  (facts.status ?? 0) >= 400 &&
  facts.hops.some((hop) => {
    const before = facts.attempt.exchanges.find(({ request }) => request.url === hop.note.from);
    return (
      before !== undefined &&
      nameOfSecret(formOf(before.request)) !== undefined &&
      lostBody(facts.attempt, hop)
    );
  });

/** Behind a 200: a session that is over where nothing but a cookie or a parameter proves who asks. */
export const toldInSuccess = (facts: Facts): boolean => {
  if (authorizeRefused(facts)) return true;
  if (facts.body.kind !== 'json') return false;
  const { said, readings } = facts;
  const over =
    facts.cookies.length > 0 ||
    facts.credentials.length > 0 ||
    facts.form.some(isSession) ||
    sessionParameter(facts) !== undefined ||
    facts.codes.some((code) => sessionAlone.test(code));
  return (
    codedUnauthorized(facts) ||
    (changes(facts) && /\b[cx]srf[ _-]?token/i.test(said)) ||
    signatureJudged(facts) ||
    (over &&
      (/未登录|未登錄|请(?:先|重新)登录|登录(?:已)?(?:过期|失效|超时)|ログインしてください|로그인이 필요/.test(
        said,
      ) ||
        readings.some(
          ({ subject, predicate, weight }) =>
            subject === 'session' && predicate !== 'missing' && weight >= TOLD,
        )))
  );
};

/** Nothing else is said, so that it must be what the request carries in a place of its own. */
const sessionAlone = /^(?:invalid|expired|unknown) session(?: (?:key|id|token))?\.?$/;

const isSession = ({ name }: { readonly name: string }): boolean =>
  /^(?:session|session_?id|sid|auth|ticket)$/i.test(name);

/** `{"code": 401, "msg": …}`, or nothing but the code: the status stands in the body. */
const codedUnauthorized = ({ body }: Facts): boolean => {
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return false;
  const entries = Object.entries(body.value);
  return (
    entries.some(([name, code]) => statusName.test(name) && String(code) === '401') &&
    (entries.length === 1 ||
      entries.some(([name, text]) => /^(?:\w*_?)?(?:msg|message)$/i.test(name) && typeof text === 'string'))
  );
};

const statusName = /^(?:code|cod|status|status_?code|err(?:or)?|errcode|err_?no)$/i;
