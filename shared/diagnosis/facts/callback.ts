import type { Facts } from '../facts.ts';
import type { Place } from '../diagnosis.ts';

/** What an authorization server said when it sent the browser back. */
export interface SentBack {
  readonly key: string;
  readonly text: string;
  readonly place: Place;
}

const told = /^error(?:_(?:description|reason|code|subcode|message|type))?$/;

/** Errors that nobody but an authorization server tells; its own page of errors has them in its address as well. */
const ofAuthorization =
  /^(?:redirect(?:_uri)?_mismatch|access_denied|(?:invalid|unauthorized)_client|(?:login|consent|interaction|account_selection)_required|invalid_(?:request|scope)|unsupported_response_type|server_error|temporarily_unavailable|user_cancel\w*)$/;

/**
 * The errors that an authorization server handed to the redirect URI, in the address that is called (RFC 6749 §4.1.2.1).
 * Empty for any other address that has a parameter of this name.
 */
export const sentBack = (url: string, exchange: number): readonly SentBack[] => {
  const at = url.search(/[?&]error=/);
  if (at < 0) return [];
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1).replace(/#.*$/, ''));
  const returns =
    query.has('state') ||
    query.has('error_description') ||
    query.has('error_reason') ||
    ofAuthorization.test(query.get('error') ?? '') ||
    /callback|redirect|return|oauth|oidc|signin-|\/cb\b/i.test(url.slice(0, url.indexOf('?')));
  if (!returns) return [];
  return [...query].flatMap(([key, text]) =>
    told.test(key) && text.trim() !== ''
      ? [{ key, text, place: { in: 'url' as const, exchange, span: { start: at + 1, end: url.length } } }]
      : [],
  );
};

/** Shorter ones are no state of a login, but of a country. */
const STATE = 3;

/** The same in the body: the response mode form_post, or the POST binding of SAML (SAML 2.0 Bindings §3.5). */
const postedBack = ({ exchange, form }: Facts): URLSearchParams | undefined =>
  exchange.request.method === 'POST' && form.some(({ name }) => /^(?:state|SAMLResponse)$/.test(name))
    ? new URLSearchParams(form.map(({ name, value }) => [name, value]))
    : undefined;

/** The browser comes back from an authorization server with a code, or with an error and what belongs to it. */
export const comesBack = (facts: Facts): boolean => {
  const posted = postedBack(facts);
  const query = posted ?? facts.url?.searchParams;
  if (query === undefined) return false;
  if (posted?.has('SAMLResponse') === true) return true;
  const bound = (query.get('state')?.length ?? 0) >= STATE;
  return query.has('error')
    ? bound || query.has('error_description') || query.has('error_reason')
    : bound && (query.has('code') || (posted !== undefined && query.has('id_token')));
};

/** Words for whose token it is, and who may use it. */
const whose =
  /\b(?:iss(?:uers?)?|aud(?:iences?)?)\b|(?:issued|signed) (?:by|for)|different (?:provider|client|tenant)|\bkid\b|key ?set|signature/i;

/** The server judges a token that the identity provider gave it for the code: the client has neither seen nor chosen it. */
export const judgesOwnToken = (facts: Facts): boolean =>
  (facts.status ?? 0) >= 400 &&
  facts.tokens.length === 0 &&
  comesBack(facts) &&
  facts.statements.some(
    ({ place, text }) =>
      place.in !== 'url' && /\b(?:(?:id[ _])?token|saml|assertion)\b/i.test(text) && whose.test(text),
  );

/** Errors after which nobody is asked again: other ones begin the next step of a login. */
const final =
  /^(?:access_?denied|(?:user|owner)_?(?:denied|cancel\w*)|cancel\w*|consent_required|unauthorized_client|invalid_\w+|unsupported_response_type|redirect_uri_mismatch|admin_policy_enforced|org_internal|disallowed_useragent)$/i;

/** The way back from the authorization server brought a refusal instead of a code. */
export const comesBackRefused = (facts: Facts): boolean =>
  facts.statements.some(
    ({ carrier, key, text, place }) =>
      carrier === 'redirect' &&
      place.in === 'url' &&
      key === 'error' &&
      ((facts.status ?? 0) >= 400 || (final.test(text.trim()) && comesBack(facts))),
  );
