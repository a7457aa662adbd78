import { z } from 'zod';
import { keyAlgorithms } from '../jose/jws.ts';

export const oauth2Grants = [
  'authorization-code',
  'client-credentials',
  'device-code',
  'refresh-token',
  'password',
  'token-exchange',
  'jwt-bearer',
  'implicit',
  'hybrid',
] as const;
export type OAuth2Grant = (typeof oauth2Grants)[number];

/**
 * How a grant begins: `login` needs a person at the authorization server, `fetch` is one request, `refresh` lives from a
 * refresh token that was obtained elsewhere.
 */
export const beginnings = {
  'authorization-code': 'login',
  'client-credentials': 'fetch',
  'device-code': 'login',
  'refresh-token': 'refresh',
  password: 'fetch',
  'token-exchange': 'fetch',
  'jwt-bearer': 'fetch',
  implicit: 'login',
  hybrid: 'login',
} as const satisfies Record<OAuth2Grant, 'login' | 'fetch' | 'refresh'>;

/**
 * How the client proves itself at the token endpoint. `basic`: id and secret form-encoded before Base64 (RFC 6749
 * §2.3.1); `basic-raw`: as they are, for servers that do not decode; `body`: client_secret_post; `secret-jwt` and
 * `key-jwt`: a signed assertion (RFC 7523 §2.2); `certificate`: the TLS client certificate of the connection (RFC 8705
 * §2); `none`: a public client.
 */
const clientAuthentications = [
  'basic',
  'basic-raw',
  'body',
  'secret-jwt',
  'key-jwt',
  'certificate',
  'none',
] as const;
export type ClientAuthentication = (typeof clientAuthentications)[number];

/** Identifiers of token types (RFC 8693 §3), by the words of the form. */
export const tokenTypes = {
  access_token: 'access token',
  refresh_token: 'refresh token',
  id_token: 'ID token',
  jwt: 'JWT',
  saml1: 'SAML 1.1 assertion',
  saml2: 'SAML 2.0 assertion',
} as const;
const tokenTypeNames = ['access_token', 'refresh_token', 'id_token', 'jwt', 'saml1', 'saml2'] as const;

/** The loopback address without a port: any free port is taken (RFC 8252 §7.3). */
export const defaultRedirectUri = 'http://127.0.0.1/callback';

/**
 * In which way a login's answer comes: in the address, as a form that the browser posts (OAuth 2.0 Form Post Response
 * Mode), and, with `jwt`, as an object that the server signed (JARM §2.3).
 */
const responseModes = [
  '',
  'query',
  'fragment',
  'form_post',
  'jwt',
  'query.jwt',
  'fragment.jwt',
  'form_post.jwt',
] as const;

const text = z.string().default('');

export const oauth2SettingsSchema = z.object({
  grant: z.enum(oauth2Grants).default('authorization-code'),
  issuer: text,
  authorizationEndpoint: text,
  tokenEndpoint: text,
  deviceAuthorizationEndpoint: text,
  pushedAuthorizationEndpoint: text,
  /** Plain http to a server that is not on this machine. */
  allowHttp: z.boolean().default(false),
  clientId: text,
  clientSecret: text,
  clientAuthentication: z.enum(clientAuthentications).default('basic'),
  redirectUri: z.string().default(defaultRedirectUri),
  /** For the grant `refresh-token`: one that was obtained elsewhere. */
  refreshToken: text,
  /** Of the person, for the grant `password`. */
  username: text,
  password: text,
  subjectToken: text,
  subjectTokenType: z.enum(tokenTypeNames).default('access_token'),
  actorToken: text,
  actorTokenType: z.enum(tokenTypeNames).default('access_token'),
  /** Empty: as the server pleases. */
  requestedTokenType: z.enum(['', ...tokenTypeNames]).default(''),
  /** For the grant `jwt-bearer`: a finished assertion; empty where one is signed from what follows. */
  assertion: text,
  /** The client id where empty. */
  assertionIssuer: text,
  /** The issuer, or else the token endpoint, where empty. */
  assertionAudience: text,
  assertionSubject: text,
  /** Further claims, a JSON object. */
  assertionClaims: text,
  /** PEM or JWK. */
  privateKey: text,
  keyPassphrase: text,
  keyAlgorithm: z.enum(keyAlgorithms).default('RS256'),
  keyId: text,
  scope: text,
  audience: text,
  resource: text,
  /** A JSON array (RFC 9396). */
  authorizationDetails: text,
  /** Step-up (RFC 9470): separated by spaces; seconds. */
  acrValues: text,
  maxAge: text,
  /** Empty: as the response type has it. */
  responseMode: z.enum(responseModes).default(''),
  /** The request goes to the server first (RFC 9126), as a signed object (RFC 9101). */
  pushed: z.boolean().default(false),
  requestObject: z.boolean().default(false),
  /** Further parameters, `name=value` joined by `&`. */
  authorizationParameters: text,
  tokenParameters: text,
  /** Binds the token to a key that is proved with each request (RFC 9449). */
  dpop: z.boolean().default(false),
  prefix: z.string().default('Bearer'),
});
export type OAuth2Settings = z.infer<typeof oauth2SettingsSchema>;

/** What the redirect of a login brings (RFC 6749 §3.1.1, OpenID Connect Core §3). */
export const responseTypeOf = ({
  grant,
  scope,
}: Pick<OAuth2Settings, 'grant' | 'scope'>): 'code' | 'token' | 'id_token token' | 'code id_token' => {
  if (grant === 'hybrid') return 'code id_token';
  if (grant !== 'implicit') return 'code';
  return asksForOpenId({ scope }) ? 'id_token token' : 'token';
};

/** Whether it is a login by OpenID Connect, which brings an ID token (Core §3.1.2.1). */
export const asksForOpenId = ({ scope }: Pick<OAuth2Settings, 'scope'>): boolean =>
  scope.split(/\s+/).includes('openid');

/** Whether the answer reaches a server at the redirect: what stands in a fragment stays in the browser. */
export const reachesRedirect = ({
  grant,
  responseMode,
}: Pick<OAuth2Settings, 'grant' | 'responseMode'>): boolean => {
  if (responseMode === '' || responseMode === 'jwt') return grant === 'authorization-code';
  return !responseMode.startsWith('fragment');
};
