import { pathIn } from '../exchange/url.ts';
import type { Facts } from './facts.ts';
import { requestValue, serverCredentials } from './facts.ts';
import { sessionOfAcceptedLogin } from './facts/handed-cookies.ts';
import { keptCookie } from './facts/kept-cookies.ts';
import { isGuestPage } from './facts/guest-network.ts';
import { ledBackToLogin } from './facts/login-form.ts';
import { portalPath } from './facts/own-login.ts';
import { begunAnew, clearedCookie } from './facts/replaced-cookies.ts';
import { sentTwice } from './facts/sent-twice.ts';
import { ledToGate } from './facts/web-gate.ts';

const loginPath =
  /(?:^|\/)(?:log[-_]?in|(?:[a-z]{2,8}-)?sign[-_]?in|log-?on|signon|users\/sign_in|session\/new|account\/login|accounts\/login|wp-login\.php|oauth2\/(?:sign_in|start|authorize|auth)|oauth\/authorize|authorize|saml2?|sso|cas\/login|_signin|adfs\/ls|openid-connect\/auth|ucp\.php)(?:[./?]|$)|sso-api|outpost\.goauthentik|cdn-cgi\/access\/login|\/if\/flow\/|\/flows\/-\/\w+\/authentication/i;
const loginHost = /^(?:login|signin|sso|auth|authenticate|accounts|id|idp)\./i;

/** A person or program that goes to the login itself gets what it asked for. */
const asksForLogin = (url: string): boolean => {
  const path = pathIn(url) ?? '';
  return (
    loginPath.test(path) || /\/(?:log-?out|sign-?out|callback|register|password|reset)(?:[/?]|$)/i.test(path)
  );
};

export const leadsToLogin = (facts: Facts): boolean => {
  const target = facts.leadsTo;
  if (target === undefined) return false;
  if (
    /[?&#](?:\w*error\w*|message)=(?:access_?denied|user_|cancel|consent|interaction|login|invalid|redirect_|request_|unauthorized|unsupported_response|admin_policy|csrf|session|(?:\w+[-_])?state)/i.test(
      `${target.search}${target.hash}`,
    )
  )
    return true;
  if (ledBackToLogin(facts)) return true;
  const origin = facts.hops[0]?.note.from ?? facts.exchange.request.url;
  // From the callback of a login back to the login: it went round in a circle.
  const circled = facts.hops.length > 0 && /\/callback(?:[/?]|$)/i.test(pathIn(origin) ?? '');
  // After a login whose cookie stays behind every page leads to the login.
  if (
    facts.credentials.length === 0 &&
    target.origin === facts.url?.origin &&
    !asksForLogin(facts.exchange.request.url) &&
    keptCookie(facts) !== undefined
  )
    return true;
  if (asksForLogin(circled ? facts.exchange.request.url : origin)) return false;
  const login =
    loginPath.test(`${target.pathname}${target.search === '' ? '' : '?'}`) ||
    portalPath.test(target.pathname) ||
    (loginHost.test(target.hostname) &&
      target.hostname !== facts.url?.hostname &&
      /(?:client_id|returnto|return_to|continue|redirect|next|service|rd|url)=/i.test(target.search));
  return (
    login &&
    (callsApi(facts) ||
      serverCredentials(facts).length > 0 ||
      sentTwice(facts.cookies) !== undefined ||
      keptCookie(facts) !== undefined)
  );
};

/** No form of a page is sent so. */
const sendsJson = (facts: Facts): boolean => /json/i.test(requestValue(facts, 'Content-Type') ?? '');

/** Data and nothing else was asked for. */
const asksForData = (facts: Facts): boolean => {
  const accepted = requestValue(facts, 'Accept') ?? '';
  return /json/i.test(accepted) && !/html|\*\/\*/i.test(accepted);
};

/** Made by a program, so that a page for people cannot be what it wants. */
const callsApi = (facts: Facts): boolean =>
  /json|xml(?!.*html)/i.test(requestValue(facts, 'Accept') ?? '') &&
  !/text\/html/i.test(requestValue(facts, 'Accept') ?? '')
    ? true
    : sendsJson(facts) ||
      /(?:^|\/)(?:api|rest|v\d+|graphql|services|odata|_apis|rpc)(?:[/.?]|$)/i.test(
        facts.url?.pathname ?? '',
      ) ||
      serverCredentials(facts).some((one) => one.in === 'authorization' || one.in === 'field');

/** What is kept in a file of this kind is no page. */
const asksForFile = ({ url }: Facts): boolean =>
  /\.(?:json|xml|csv|tsv|ics|vcf|rss|atom|pdf|xlsx?|zip|t?gz|png|jpe?g)$/i.test(url?.pathname ?? '');

/** With the page comes the end of the session that was sent, or the beginning of another. */
const losesSession = (facts: Facts): boolean =>
  begunAnew(facts) !== undefined || clearedCookie(facts) !== undefined;

const loginTitle =
  /\b(?:log ?in|sign ?in|log ?on|anmelden|anmeldung|connexion|iniciar sesi[oó]n|accedi|session (?:has )?(?:expired|timed out|timeout)|sitzung (?:ist )?abgelaufen|session expir[ée]e|sesi[oó]n (?:caducada|expirada)|authentication required|single sign-on|authentik|keycloak|authelia)\b/i;

export const isLoginPage = (facts: Facts): boolean => {
  const { body } = facts;
  if (body.kind !== 'html') return false;
  if (/name=["']?SAMLRequest\b/.test(body.text) && callsApi(facts)) return true;
  const form = /<input[^>]+type=["']?password/i.test(body.text);
  const titled =
    loginTitle.test(body.title) || /ak-flow-executor|kc-login|loginForm|login-form/i.test(body.text);
  const [first] = facts.hops;
  const origin = first === undefined ? undefined : first.note.from;
  if (ledToGate(facts)) return true;
  // A page that a script builds shows neither form nor title to begin with.
  if (!form && !titled)
    return (
      origin !== undefined &&
      !asksForLogin(origin) &&
      loginPath.test(pathIn(facts.exchange.request.url) ?? '') &&
      (callsApi(facts) ||
        sentTwice(facts.cookies) !== undefined ||
        sessionOfAcceptedLogin(facts) !== undefined)
    );
  if (isGuestPage(facts)) return true;
  if (origin !== undefined && !asksForLogin(origin))
    return loginPath.test(pathIn(facts.exchange.request.url) ?? '') || titled;
  return (
    origin === undefined &&
    (titled || asksForData(facts)) &&
    !asksForLogin(facts.exchange.request.url) &&
    (callsApi(facts) ||
      asksForFile(facts) ||
      (form && (losesSession(facts) || sessionOfAcceptedLogin(facts) !== undefined)))
  );
};
