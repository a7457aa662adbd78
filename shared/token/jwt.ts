import { byteStringOfBase64, byteStringToBytes } from '../exchange/bytes.ts';
import { isRecord } from '../exchange/json.ts';

/** A decoded, unverified JSON Web Token (RFC 7519) in compact serialization. */
export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The signature part as it stands, Base64url; empty for an unsecured token. */
  readonly signature: string;
}

export type DecodedJwt =
  | { readonly kind: 'jwt'; readonly jwt: Jwt }
  /** Five segments: encrypted (RFC 7516), readable only with the key. */
  | { readonly kind: 'encrypted'; readonly header: Readonly<Record<string, unknown>> }
  /** `looksLikeJwt` tells a damaged token from an opaque one. */
  | { readonly kind: 'not-a-jwt'; readonly looksLikeJwt: boolean; readonly problem: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The beginning of a JSON object, as bytes. Most of what is no token is told by it, without an exception. */
const object = /^(?:\u00ef\u00bb\u00bf)?\s*\{/;

const segment = (text: string): Readonly<Record<string, unknown>> | undefined => {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  const bytes = byteStringOfBase64(text);
  if (bytes === undefined || !object.test(bytes)) return undefined;
  try {
    const value: unknown = JSON.parse(
      /^[\u0000-\u007f]*$/.test(bytes) ? bytes : utf8.decode(byteStringToBytes(bytes)),
    );
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Members with which the header of a token begins (RFC 7515 §4.1, RFC 7516 §4.1), or its claims where only these were copied. */
const firstMembers =
  /^(?:alg|typ|kid|cty|enc|zip|jku|jwk|x5[utc]|x5t#S256|crit|b64|iss|sub|aud|exp|iat|nbf|jti)$/;

/** Some keys are JSON in Base64 without being tokens: Grafana's begin with the member `k`. */
const isKeyInJson = (text: string): boolean => {
  const [, member] = /^\{\s*"([^"]+)"/.exec(byteStringOfBase64(text.slice(0, 24)) ?? '') ?? [];
  return member !== undefined && !firstMembers.test(member);
};

/** Never verifies, never throws. */
export const decodeJwt = (token: string): DecodedJwt => {
  const parts = token.split('.');
  const looksLikeJwt = token.startsWith('eyJ') && !(parts.length === 1 && isKeyInJson(token));
  const no = (problem: string): DecodedJwt => ({ kind: 'not-a-jwt', looksLikeJwt, problem });
  const [first = '', second = '', third = ''] = parts;
  const header = segment(first);
  if (parts.length === 5 && header !== undefined) return { kind: 'encrypted', header };
  if (parts.length === 1 && header !== undefined)
    return { kind: 'not-a-jwt', looksLikeJwt: false, problem: 'one segment: a key in JSON' };
  if (parts.length !== 3)
    return no(`${parts.length} ${parts.length === 1 ? 'segment' : 'segments'} instead of 3`);
  if (header === undefined) return no('the header is not a Base64url JSON object');
  const claims = segment(second);
  if (claims === undefined) return no('the claims are not a Base64url JSON object');
  if (!/^[A-Za-z0-9_-]*$/.test(third)) return no('the signature is not Base64url');
  return { kind: 'jwt', jwt: { header, claims, signature: third } };
};

/** A NumericDate claim (seconds since the epoch), if it is a number. */
export const numericClaim = (jwt: Jwt, name: string): number | undefined => {
  const value = jwt.claims[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const textClaim = (jwt: Jwt, name: string): string | undefined => {
  const value = jwt.claims[name];
  return typeof value === 'string' ? value : undefined;
};

/** `aud` is a string or a list of strings (RFC 7519 §4.1.3). */
export const audiences = (jwt: Jwt): readonly string[] => {
  const value = jwt.claims['aud'];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};
