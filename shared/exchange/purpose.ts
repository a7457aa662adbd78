import { isRecord, parseJson } from './json.ts';
import type { Body, Purpose } from './exchange.ts';

/** What a request that somebody else sent was for, judged by the request alone. */
export const purposeOf = (method: string, url: string, body: Body): Purpose => {
  if (method === 'CONNECT') return 'connect';
  if (asksForToken(method, body)) return 'token';
  return /\/\.well-known\/(openid-configuration|oauth-authorization-server|jwks)/.test(url)
    ? 'discovery'
    : 'resource';
};

/** A token request names its grant in the body: as a form (RFC 6749 §4), or as JSON where a vendor takes that. */
const asksForToken = (method: string, body: Body): boolean => {
  if (method !== 'POST' || body.kind !== 'text' || body.text.length > 65_536) return false;
  if (/(^|&)grant_type=/.test(body.text.trim())) return true;
  const json = body.text.trimStart().startsWith('{') ? parseJson(body.text) : undefined;
  return isRecord(json) && typeof json['grant_type'] === 'string';
};
