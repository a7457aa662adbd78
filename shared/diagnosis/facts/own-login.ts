import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';

/** Login pages of gateways for remote access: NetScaler, BIG-IP, Ivanti, FortiGate, Cisco ASA, GlobalProtect. */
export const portalPath =
  /^\/(?:vpn\/index\.html|my\.policy|dana-na\/|remote\/login|\+CSCOE\+\/|global-protect\/login|logon\/LogonPoint|cgi\/login|nf\/auth)/i;

const loginPath = /\/(?:accounts?\/log-?in|log-?in|sign-?in|users\/sign_in|user\/login)\/?$/i;

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : '');
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** The answer leads to a login page of the same origin. */
const leadsToOwn = (facts: Facts): boolean => {
  const location = responseValue(facts, 'Location');
  const { url } = facts.exchange.request;
  if (location === undefined || !URL.canParse(location, url)) return false;
  const target = new URL(location, url).href;
  return (
    originOf(target) === originOf(url) && loginPath.test(pathOf(target)) && !portalPath.test(pathOf(target))
  );
};

/** The server led a request with its credential to a login page of its own, at the same origin. No sign-on in front does. */
export const ownLogin = (facts: Facts): boolean =>
  facts.hops.length === 0
    ? leadsToOwn(facts)
    : facts.hops.every(({ note, lost }) => lost.length === 0 && originOf(note.from) === originOf(note.to)) &&
      loginPath.test(facts.url?.pathname ?? '');
