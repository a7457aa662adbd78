import { z } from 'zod';
import { attachField, prefixed } from './attach.ts';
import { isRemoteHttp } from './loopback-host.ts';
import { accessToken, defineScheme, send, type FormField, type OpenSettings } from './scheme.ts';

export const oauth2Grants = ['authorization-code', 'client-credentials', 'refresh-token'] as const;
export type OAuth2Grant = (typeof oauth2Grants)[number];

/**
 * How the client proves itself at the token endpoint (RFC 6749 §2.3.1). `basic`: id and secret form-encoded before
 * Base64, as the RFC says; `basic-raw`: as they are, for servers that do not decode; `none`: a public client.
 */
export const clientAuthentications = ['basic', 'basic-raw', 'body', 'none'] as const;
export type ClientAuthentication = (typeof clientAuthentications)[number];

/** The loopback address without a port: any free port is taken (RFC 8252 §7.3). */
export const defaultRedirectUri = 'http://127.0.0.1/callback';

const text = z.string().default('');

export const oauth2SettingsSchema = z.object({
  grant: z.enum(oauth2Grants).default('authorization-code'),
  issuer: text,
  authorizationEndpoint: text,
  tokenEndpoint: text,
  /** Plain http to a server that is not on this machine. */
  allowHttp: z.boolean().default(false),
  clientId: text,
  clientSecret: text,
  clientAuthentication: z.enum(clientAuthentications).default('basic'),
  redirectUri: z.string().default(defaultRedirectUri),
  /** For the grant `refresh-token`: one that was obtained elsewhere. */
  refreshToken: text,
  scope: text,
  audience: text,
  resource: text,
  /** Further parameters, `name=value` joined by `&`. */
  authorizationParameters: text,
  tokenParameters: text,
  prefix: z.string().default('Bearer'),
});
export type OAuth2Settings = z.infer<typeof oauth2SettingsSchema>;

const isGrant =
  (...grants: readonly OAuth2Grant[]) =>
  (settings: OpenSettings): boolean =>
    grants.some((grant) => settings['grant'] === grant);

const grouped = (group: string, fields: readonly FormField[]): readonly FormField[] =>
  fields.map((field) => ({ ...field, group }));

const endpoints = ['issuer', 'authorizationEndpoint', 'tokenEndpoint'] as const;

const authorizationServer = grouped('Authorization server', [
  {
    name: 'issuer',
    label: 'Issuer',
    kind: 'text',
    placeholder: 'https://login.example.com',
    help: 'Its metadata fill in the endpoints.',
  },
  {
    name: 'authorizationEndpoint',
    label: 'Authorization',
    kind: 'text',
    placeholder: 'https://login.example.com/authorize',
    fromDiscovery: true,
    when: isGrant('authorization-code'),
  },
  {
    name: 'tokenEndpoint',
    label: 'Token',
    kind: 'text',
    placeholder: 'https://login.example.com/token',
    fromDiscovery: true,
  },
  {
    name: 'allowHttp',
    label: 'Plain HTTP',
    kind: 'switch',
    help: 'The secret and the tokens cross the network unencrypted.',
    when: (settings) => endpoints.some((name) => isRemoteHttp(String(settings[name] ?? ''))),
  },
]);

const client = grouped('Client', [
  { name: 'clientId', label: 'Client ID', kind: 'text' },
  {
    name: 'clientSecret',
    label: 'Client secret',
    kind: 'secret',
    when: (settings) => settings['clientAuthentication'] !== 'none',
  },
  {
    name: 'clientAuthentication',
    label: 'Client authentication',
    kind: 'choice',
    choices: [
      { value: 'basic', label: 'Basic, form-encoded', note: 'RFC 6749 §2.3.1' },
      { value: 'basic-raw', label: 'Basic, as it is', note: 'servers that do not decode' },
      { value: 'body', label: 'In the body', note: 'client_secret_post' },
      { value: 'none', label: 'None', note: 'public client' },
    ],
  },
  {
    name: 'redirectUri',
    label: 'Redirect',
    kind: 'text',
    placeholder: defaultRedirectUri,
    help: 'System browser, PKCE S256. Without a port any free one is taken; name one if the server wants it registered.',
    when: isGrant('authorization-code'),
  },
  {
    name: 'refreshToken',
    label: 'Refresh token',
    kind: 'secret',
    help: 'One that was obtained elsewhere; later ones are kept by themselves.',
    when: isGrant('refresh-token'),
  },
]);

const asksFor = grouped('Asks for', [
  {
    name: 'scope',
    label: 'Scope',
    kind: 'text',
    placeholder: 'openid profile',
    help: 'Separated by spaces.',
  },
  {
    name: 'audience',
    label: 'Audience',
    kind: 'text',
    help: 'The API that the token is for, where the server asks for it so.',
  },
  { name: 'resource', label: 'Resource', kind: 'text', help: 'The same by RFC 8707.' },
  {
    name: 'authorizationParameters',
    label: 'Further, at login',
    kind: 'text',
    placeholder: 'prompt=consent&acr_values=2',
    when: isGrant('authorization-code'),
  },
  {
    name: 'tokenParameters',
    label: 'Further, for tokens',
    kind: 'text',
    placeholder: 'name=value&name=value',
  },
]);

const grantWords = {
  'authorization-code': 'authorization code',
  'client-credentials': 'client credentials',
  'refresh-token': 'refresh token',
} as const satisfies Record<OAuth2Grant, string>;

/** An access token that the host obtains, renews and keeps; what is sent is a Bearer token. */
export const oauth2 = defineScheme<OAuth2Settings>({
  id: 'oauth2',
  label: 'OAuth 2.0',
  references: ['RFC 6749', 'RFC 6750', 'RFC 7636', 'RFC 8252', 'RFC 8414'],
  challenges: ['bearer'],
  form: [
    {
      name: 'grant',
      label: 'Grant',
      kind: 'choice',
      choices: [
        { value: 'authorization-code', label: 'Authorization code' },
        { value: 'client-credentials', label: 'Client credentials' },
        { value: 'refresh-token', label: 'Refresh token' },
      ],
    },
    ...authorizationServer,
    ...client,
    ...asksFor,
    {
      name: 'prefix',
      label: 'Prefix',
      kind: 'text',
      group: 'Sends',
      placeholder: 'none',
      help: 'The word before the token in Authorization.',
    },
  ],
  credential: 'token',
  tokenWays: ({ grant = 'authorization-code' }, hasRefreshToken) => {
    const refresh = hasRefreshToken || grant === 'refresh-token' ? (['refresh'] as const) : [];
    if (grant === 'authorization-code') return [...refresh, 'authorize'];
    return grant === 'client-credentials' ? [...refresh, 'fetch'] : refresh;
  },
  initial: oauth2SettingsSchema.parse({}),
  settings: oauth2SettingsSchema,
  summary: ({ grant }) => `OAuth 2.0, ${grantWords[grant]}`,
  *flow(request, { prefix }) {
    const token = yield* accessToken();
    yield* send(attachField(request, 'Authorization', prefixed(prefix, token.accessToken)));
  },
});
