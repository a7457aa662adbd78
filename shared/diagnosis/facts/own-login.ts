import { areSameOrigin } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';

/** Login pages of gateways for remote access: NetScaler, BIG-IP, Ivanti, FortiGate, Cisco ASA, GlobalProtect. */
export const portalPath =
  /^\/(?:vpn\/index\.html|my\.policy|dana-na\/|remote\/login|\+CSCOE\+\/|global-protect\/login|logon\/LogonPoint|cgi\/login|nf\/auth)/i;

const loginPath = /\/(?:accounts?\/log-?in|log-?in|sign-?in|users\/sign_in|user\/login)\/?$/i;

/** The answer leads to a login page of the same origin. */
const leadsToOwn = ({ leadsTo, url }: Facts): boolean =>
  leadsTo !== undefined &&
  leadsTo.origin === url?.origin &&
  loginPath.test(leadsTo.pathname) &&
  !portalPath.test(leadsTo.pathname);

/** The server led a request with its credential to a login page of its own, at the same origin. No sign-on in front does. */
export const ownLogin = (facts: Facts): boolean =>
  facts.hops.length === 0
    ? leadsToOwn(facts)
    : facts.hops.every(({ note, lost }) => lost.length === 0 && areSameOrigin(note.from, note.to)) &&
      loginPath.test(facts.url?.pathname ?? '');
