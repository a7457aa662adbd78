import type { Filled } from './pages/form.ts';

/**
 * A request to a server of the zoo, made as a person makes it, and what comes back. `{keys}` in a value stands for the
 * folder of the zoo's keys, `{pem …}` for the text of a file in it, `{token}` for an access token of its provider.
 */
export interface SchemeRow {
  readonly name: string;
  readonly method?: string;
  readonly url: string;
  /** The scheme of this request alone, or of a profile (where the app is to get a token). */
  readonly scheme?: string;
  readonly asProfile?: true;
  readonly form?: Filled;
  /** A form that is posted before, as a login does it. */
  readonly posted?: { readonly url: string; readonly fields: readonly (readonly [string, string])[] };
  /** What is filled in under Settings. */
  readonly settings?: Filled;
  /** A Kerberos ticket, and the optional package that can use it. */
  readonly needs?: 'ticket';
  readonly status: number | 'no answer';
  /** What the bytes of the last request show. */
  readonly sent?: RegExp;
  /** The person logs in at the provider. */
  readonly logsIn?: true;
  /** Sends once more after so many milliseconds: a token has ended by then. */
  readonly againAfterMs?: number;
}

const apache = 'http://127.0.0.1:18101';
const nginx = 'http://127.0.0.1:18111';
const lighttpd = 'http://127.0.0.1:18105';
const httpbin = 'http://127.0.0.1:18131';
const s3 = 'http://127.0.0.1:18151';
const tls = 'https://127.0.0.1:18113';
const api = 'http://127.0.0.1:18142/me';

const alice: Filled = { 'User name': 'alice', Password: 'wonderland' };

const basic: readonly SchemeRow[] = [
  { name: 'Basic', url: `${apache}/basic/`, scheme: 'Basic', form: alice, status: 200 },
  {
    name: 'Basic, UTF-8 user and password',
    url: `${apache}/basic-utf8/`,
    scheme: 'Basic',
    form: { 'User name': 'jürgen', Password: 'pässwörd' },
    status: 200,
  },
  {
    name: 'Basic, colons in the password',
    url: `${apache}/basic/`,
    scheme: 'Basic',
    form: { 'User name': 'colon', Password: 'p:a:s:s' },
    status: 200,
  },
];

const digestOf = (name: string, url: string, further: Partial<SchemeRow> = {}): SchemeRow => ({
  name,
  url,
  scheme: 'Digest',
  form: alice,
  status: 200,
  ...further,
});

const digest: readonly SchemeRow[] = [
  digestOf('Digest MD5', `${apache}/digest/`),
  digestOf('Digest MD5, URL with a query', `${apache}/digest/?a=1&b=two`),
  digestOf('Digest SHA-256', `${lighttpd}/digest-sha256/`, { sent: /algorithm="?SHA-256/ }),
  digestOf('Digest SHA-512-256', `${lighttpd}/digest-sha512-256/`, { sent: /algorithm="?SHA-512-256/ }),
  digestOf('Digest, SHA-256 and MD5 offered together', `${lighttpd}/digest-both/`, {
    sent: /algorithm="?SHA-256/,
  }),
  // The server accepts `auth` as well: what was sent is the proof.
  digestOf('Digest MD5, qop=auth-int only', `${httpbin}/digest-auth/auth-int/alice/wonderland/MD5`, {
    sent: /qop="?auth-int/,
  }),
];

const nobody: Filled = { 'User name': 'nobody', Password: 'wonderland', Domain: 'ZOO' };

const ntlm: readonly SchemeRow[] = [
  {
    name: 'NTLMv2 (Samba)',
    url: 'http://127.0.0.1:18123/open.json',
    scheme: 'NTLM',
    form: nobody,
    status: 200,
    sent: /Authorization: NTLM/,
  },
];

const negotiate: readonly SchemeRow[] = [
  {
    name: 'Negotiate / Kerberos (Apache, MIT KDC)',
    url: 'http://localhost:18101/negotiate/',
    scheme: 'Negotiate (Kerberos)',
    needs: 'ticket',
    status: 200,
    sent: /Authorization: Negotiate/,
  },
];

const given: readonly SchemeRow[] = [
  { name: 'Bearer token, given', url: api, scheme: 'Bearer token', form: { Token: '{token}' }, status: 200 },
  {
    name: 'API key in a header',
    url: `${nginx}/apikey/`,
    scheme: 'API key',
    form: { Name: 'X-API-Key', Key: 'zoo-key-123' },
    status: 200,
  },
  {
    name: 'API key in the query',
    url: `${nginx}/apikey/`,
    scheme: 'API key',
    form: { Place: 'Query', Name: 'api_key', Key: 'zoo-key-123' },
    status: 200,
  },
];

const clientCredentials = (id: string, secret: string, further: Filled = {}): Omit<SchemeRow, 'name'> => ({
  url: api,
  scheme: 'OAuth 2.0',
  asProfile: true,
  form: {
    Grant: 'Client credentials',
    Token: 'http://127.0.0.1:18141/token',
    'Client ID': id,
    ...further,
    ...(secret === '' ? {} : { 'Client secret': secret }),
    Scope: 'read write',
  },
  status: 200,
});

const oauth: readonly SchemeRow[] = [
  {
    name: 'OAuth 2 client credentials, client_secret_basic',
    ...clientCredentials('svc-basic', 'svc-basic-secret'),
  },
  {
    name: 'OAuth 2 client credentials, client_secret_post',
    ...clientCredentials('svc-post', 'svc-post-secret', { 'Client authentication': 'In the body' }),
  },
  {
    name: 'OAuth 2 client credentials, id and secret with special characters',
    ...clientCredentials('svc-odd:id', 'p+ss/w%rd &='),
  },
  {
    name: 'OAuth 2 client credentials, resource indicator',
    ...clientCredentials('svc-other', 'svc-other-secret', { Resource: 'urn:zoo:api' }),
  },
  {
    name: 'OAuth 2 client credentials, private_key_jwt',
    ...clientCredentials('svc-jwt', '', {
      'Client authentication': 'JWT signed with a key',
      'Private key': '{pem client.key.pem}',
    }),
  },
  {
    name: 'OAuth 2 client credentials, token ends between two requests',
    ...clientCredentials('svc-short', 'svc-short-secret'),
    againAfterMs: 2_500,
  },
  {
    name: 'OAuth 2 authorization code with PKCE (browser)',
    url: api,
    scheme: 'OAuth 2.0',
    asProfile: true,
    form: {
      Grant: 'Authorization code',
      Authorization: 'http://127.0.0.1:18141/auth',
      Token: 'http://127.0.0.1:18141/token',
      'Client ID': 'app-public',
      'Client authentication': 'None',
      Scope: 'openid offline_access read write',
      'Further, at login': 'prompt=consent',
    },
    logsIn: true,
    status: 200,
  },
  {
    name: 'OAuth 2 code with pushed request (PAR)',
    url: api,
    scheme: 'OAuth 2.0',
    asProfile: true,
    form: {
      Grant: 'Authorization code',
      Authorization: 'http://127.0.0.1:18141/auth',
      Token: 'http://127.0.0.1:18141/token',
      'Client ID': 'app-par',
      'Client authentication': 'None',
      Scope: 'openid offline_access read write',
      'Further, at login': 'prompt=consent',
      'Pushed first': true,
      'Pushed requests': 'http://127.0.0.1:18141/request',
    },
    logsIn: true,
    status: 200,
  },
  {
    name: 'OAuth 2 with DPoP',
    ...clientCredentials('svc-dpop', 'svc-dpop-secret', { DPoP: true }),
    url: 'http://127.0.0.1:18142/dpop',
    sent: /DPoP: /,
  },
  {
    name: 'OAuth 2 device flow',
    url: api,
    scheme: 'OAuth 2.0',
    asProfile: true,
    form: {
      Grant: 'Device code',
      'Device authorization': 'http://127.0.0.1:18141/device/auth',
      Token: 'http://127.0.0.1:18141/token',
      'Client ID': 'app-public',
      'Client authentication': 'None',
      Scope: 'openid offline_access read write',
    },
    logsIn: true,
    status: 200,
  },
];

const aws: Partial<SchemeRow> = {
  scheme: 'AWS Signature v4',
  form: { 'Access key ID': 'zoo:alice', 'Secret access key': 'wonderland' },
  sent: /Authorization: AWS4-HMAC-SHA256/,
};

const signatures: readonly SchemeRow[] = [
  { name: 'AWS Signature V4', url: `${s3}/bucket`, status: 200, ...aws },
  {
    name: 'AWS Signature V4, URL with a query',
    url: `${s3}/bucket?list-type=2&prefix=a%20b`,
    status: 200,
    ...aws,
  },
];

const overTls: readonly SchemeRow[] = [
  {
    name: 'TLS with a CA of one’s own',
    url: `${tls}/open.json`,
    settings: { 'Authority file': '{keys}/server-ca.crt' },
    status: 200,
  },
  { name: 'TLS refused where the CA is unknown', url: `${tls}/open.json`, status: 'no answer' },
];

const mtls = 'https://127.0.0.1:18114/';

const shows = (name: string, files: Filled): SchemeRow => ({
  name,
  url: mtls,
  settings: { 'Authority file': '{keys}/server-ca.crt', ...files },
  status: 200,
});

const certificates: readonly SchemeRow[] = [
  shows('Client certificate, PEM', { 'Client certificate': '{keys}/alice.pem' }),
  shows('Client certificate, encrypted key', {
    'Client certificate': '{keys}/alice.crt',
    'Key file': '{keys}/alice-encrypted.key',
    Passphrase: 'wonderland',
  }),
  shows('Client certificate, PKCS #12', {
    'Client certificate': '{keys}/alice.p12',
    Passphrase: 'wonderland',
  }),
];

const proxyOf = (port: number, username = 'alice'): Filled => ({
  Address: `http://127.0.0.1:${port}`,
  'User name': username,
  Password: 'wonderland',
});

const proxies: readonly SchemeRow[] = [
  { name: 'Proxy, Basic (http)', url: `${nginx}/open.json`, settings: proxyOf(18121), status: 200 },
  {
    name: 'Proxy, Basic (https, CONNECT)',
    url: `${tls}/open.json`,
    settings: { 'Authority file': '{keys}/server-ca.crt', ...proxyOf(18121) },
    status: 200,
  },
  { name: 'Proxy, Digest', url: `${nginx}/open.json`, settings: proxyOf(18122), status: 200 },
  { name: 'Proxy, NTLM', url: `${nginx}/open.json`, settings: proxyOf(18124, 'ZOO\\nobody'), status: 200 },
  {
    name: 'Proxy Basic and server Basic together',
    url: `${nginx}/basic/`,
    scheme: 'Basic',
    form: alice,
    settings: proxyOf(18121),
    status: 200,
  },
];

const sessions: readonly SchemeRow[] = [
  {
    name: 'Form login, then the session cookie',
    posted: {
      url: `${apache}/form-login`,
      fields: [
        ['httpd_username', 'alice'],
        ['httpd_password', 'wonderland'],
      ],
    },
    url: `${apache}/form/`,
    status: 200,
    sent: /Cookie: /,
  },
];

const redirects: readonly SchemeRow[] = [
  {
    name: 'Redirect on the same origin keeps Basic',
    url: `${nginx}/r/same`,
    scheme: 'Basic',
    form: alice,
    status: 200,
    sent: /Authorization: Basic/,
  },
];

/** The scheme table that peers were measured by, row by row. */
export const schemeRows = [
  ...basic,
  ...digest,
  ...ntlm,
  ...negotiate,
  ...given,
  ...oauth,
  ...signatures,
  ...overTls,
  ...certificates,
  ...proxies,
  ...sessions,
  ...redirects,
];

/** Where a redirect leaves the origin: the same credentials are good there, and must not arrive. */
export const leavingRows = [
  { name: 'other port', url: `${nginx}/r/port` },
  { name: 'other host', url: `${nginx}/r/host` },
  { name: 'http to https', url: `${nginx}/r/scheme` },
  { name: 'https to http', url: `${tls}/r/down` },
] as const;
