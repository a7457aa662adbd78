import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { DecodedJwt, Jwt } from '../../token/jwt.ts';
import { decodeJwt } from '../../token/jwt.ts';
import type { Span } from '../../http-auth/auth.ts';
import type { Place } from '../diagnosis.ts';
import type { FormValue } from './form.ts';
import type { SentCredential } from './sent-credentials.ts';

export type TokenRole = 'access' | 'assertion' | 'refresh' | 'proof';

/** A token that was sent and what it holds. */
export interface SentToken {
  readonly text: string;
  readonly role: TokenRole;
  /** How it was carried: "Authorization: Bearer", "Cookie session", "form assertion". */
  readonly carrier: string;
  readonly place: Place;
  readonly decoded: DecodedJwt;
  /** Present where it decodes. */
  readonly jwt: Jwt | undefined;
}

/** Schemes that people put before a bearer token, once or several times. */
const prefix = /^(?:(?:bearer|token|jwt|oauth|dpop|bot|basic|apikey|api-key|key)[\s:=]+|["'“”‘’]+)+/i;

const narrowed = (place: Place, offset: number, text: string): Place => {
  if (place.in !== 'field' && place.in !== 'url') return place;
  const start = (place.span?.start ?? 0) + offset;
  const span: Span = { start, end: start + text.length };
  return { ...place, span };
};

const tokenOf = (text: string, role: TokenRole, carrier: string, place: Place): SentToken => {
  const decoded = decodeJwt(text);
  return { text, role, carrier, place, decoded, jwt: decoded.kind === 'jwt' ? decoded.jwt : undefined };
};

/** The bearer-like value without scheme, quotes and white space around it. */
export const bareToken = (value: string): { readonly text: string; readonly offset: number } => {
  const lead = value.length - value.trimStart().length;
  const stripped = value.slice(lead);
  const skip = prefix.exec(stripped)?.[0].length ?? 0;
  const text = stripped.slice(skip).replace(/["'“”‘’,;\s]+$/, '');
  return { text, offset: lead + skip };
};

/** A vendor's own word before one run of letters, as `Zoho-oauthtoken 1000.…`, is its scheme. */
const behindScheme = (
  { parsed }: SentCredential,
  bare: ReturnType<typeof bareToken>,
): ReturnType<typeof bareToken> =>
  parsed !== undefined &&
  parsed.scheme !== '' &&
  /^[\w.~+/=|:-]{16,}$/.test(parsed.rest) &&
  bare.text === `${parsed.spelled} ${parsed.rest}`
    ? { text: parsed.rest, offset: bare.offset + bare.text.length - parsed.rest.length }
    : bare;

/** Schemes whose value is no token. */
const noToken =
  /^(basic|digest|negotiate|ntlm|aws4-.*|hawk|hmac.*|signature|oauth|mac|eg1-.*|sharedkey.*|wsse)$/;

/** What git and registries have as password where a site's own token is a JWT. */
const tokenInPair = (rest: string): string | undefined =>
  /:(eyJ[\w-]{10,}(?:\.[\w-]*)*)$/.exec(byteStringOfBase64(rest) ?? '')?.[1];

const fromCredential = (credential: SentCredential): readonly SentToken[] => {
  const { parsed, value, place, name } = credential;
  switch (credential.in) {
    case 'authorization': {
      if (parsed?.scheme === 'basic') {
        const token = tokenInPair(parsed.rest);
        if (token !== undefined) return [tokenOf(token, 'access', `${name}: ${parsed.spelled}`, place)];
      }
      if (parsed !== undefined && noToken.test(parsed.scheme) && !/eyJ/.test(value)) return [];
      const { text, offset } = behindScheme(credential, bareToken(value));
      if (text === '') return [];
      return [
        tokenOf(text, 'access', `${name}: ${parsed?.spelled ?? ''}`.trim(), narrowed(place, offset, text)),
      ];
    }
    case 'field': {
      const { text, offset } = bareToken(value);
      const role = /^dpop$/i.test(name) ? 'proof' : 'access';
      return text === '' ? [] : [tokenOf(text, role, name, narrowed(place, offset, text))];
    }
    case 'query':
    case 'cookie': {
      if (!value.startsWith('eyJ')) return [];
      // Frameworks sign session cookies in a form that begins like a JWT and is none.
      if (credential.in === 'cookie' && decodeJwt(value).kind !== 'jwt') return [];
      const at = credential.in === 'cookie' ? credential.name.length + 1 : 0;
      return [tokenOf(value, 'access', `${credential.in} ${name}`, narrowed(place, at, value))];
    }
    case 'proxy':
    case 'userinfo':
    case 'path':
      return [];
    default:
      return credential.in satisfies never;
  }
};

const bodyRole = (name: string, value: string): TokenRole | undefined => {
  if (/^(assertion|client_assertion|jwt)$/.test(name)) return 'assertion';
  // Apple calls by this name what its clients sign for each while.
  if (name === 'client_secret' && decodeJwt(value).kind === 'jwt') return 'assertion';
  if (name === 'refresh_token') return 'refresh';
  return /^(access_token|subject_token)$/.test(name) ? 'access' : undefined;
};

const fromForm = (form: readonly FormValue[], exchange: number): readonly SentToken[] =>
  form.flatMap(({ name, value, span }) => {
    const role = bodyRole(name, value);
    if (role === undefined || value === '') return [];
    const place: Place = { in: 'body', exchange, side: 'request', ...(span === undefined ? {} : { span }) };
    return [tokenOf(value, role, `form ${name}`, place)];
  });

export const sentTokens = (
  credentials: readonly SentCredential[],
  form: readonly FormValue[],
  exchange: number,
): readonly SentToken[] => [...credentials.flatMap(fromCredential), ...fromForm(form, exchange)];

/** The place of one claim of a token: the token's own bytes, with the claim's name. */
export const claimPlace = (token: SentToken, claim: string): Place =>
  token.place.in === 'field' ? { ...token.place, claim } : token.place;
