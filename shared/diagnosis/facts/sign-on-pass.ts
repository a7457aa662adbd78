import type { Facts } from '../facts.ts';

/** Fields and cookies that sign-ons in front of applications read themselves, as their documentation names them. */
const passes: Readonly<Record<'field' | 'cookie', RegExp>> = {
  field: /^(?:cf-access-(?:client-(?:id|secret)|token)|x-pomerium-(?:authorization|jwt-assertion))$/i,
  cookie:
    /^(?:cf_authorization$|_?oauth2_proxy|_pomerium|authelia_session$|authentik_(?:session$|proxy)|appserviceauthsession|awselbauthsessioncookie|gcp_iap|mod_auth_openidc_session|_vouch|vouchcookie)/i,
};

/** What the sign-on in front reads was sent: it was judged by that, and not for want of it. */
export const showsPass = ({ credentials }: Facts): boolean =>
  credentials.some(
    (one) => (one.in === 'field' || one.in === 'cookie') && passes[one.in].test(one.name) && one.value !== '',
  );
