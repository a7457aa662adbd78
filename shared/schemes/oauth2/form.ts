import { keyAlgorithms } from '../jose/jws.ts';
import { isRemoteHttp } from '../parts/loopback-host.ts';
import type { FormField } from '../scheme.ts';
import { grouped, isFilled, isGrant, isWay, logsIn, type When } from './form-parts.ts';
import { loginRequest } from './login-form.ts';
import { defaultRedirectUri, tokenTypes } from './settings.ts';

const endpoints = [
  'issuer',
  'authorizationEndpoint',
  'tokenEndpoint',
  'deviceAuthorizationEndpoint',
  'pushedAuthorizationEndpoint',
] as const;

const signsAssertion: When = (settings) =>
  isGrant('jwt-bearer')(settings) && !isFilled('assertion')(settings);

const hasRequestObject: When = (settings) => logsIn(settings) && settings['requestObject'] === true;

const signs: When = (settings) =>
  isWay('key-jwt')(settings) || signsAssertion(settings) || hasRequestObject(settings);

const grantField: FormField = {
  name: 'grant',
  label: 'Grant',
  kind: 'choice',
  choices: [
    { value: 'authorization-code', label: 'Authorization code', note: 'a person logs in; PKCE' },
    { value: 'client-credentials', label: 'Client credentials', note: 'the client for itself' },
    { value: 'device-code', label: 'Device code', note: 'login on another device' },
    { value: 'refresh-token', label: 'Refresh token', note: 'one that was obtained elsewhere' },
    { value: 'password', label: 'Password', note: 'retired by OAuth 2.1' },
    { value: 'token-exchange', label: 'Token exchange', note: 'RFC 8693' },
    { value: 'jwt-bearer', label: 'JWT bearer', note: 'RFC 7523' },
    { value: 'implicit', label: 'Implicit', note: 'retired; from a pasted address' },
    { value: 'hybrid', label: 'Hybrid', note: 'code and ID token; from a pasted address' },
  ],
};

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
    when: logsIn,
  },
  {
    name: 'deviceAuthorizationEndpoint',
    label: 'Device authorization',
    kind: 'text',
    placeholder: 'https://login.example.com/device',
    fromDiscovery: true,
    when: isGrant('device-code'),
  },
  {
    name: 'tokenEndpoint',
    label: 'Token',
    kind: 'text',
    placeholder: 'https://login.example.com/token',
    fromDiscovery: true,
    when: (settings) => settings['grant'] !== 'implicit',
  },
  {
    name: 'pushedAuthorizationEndpoint',
    label: 'Pushed requests',
    kind: 'text',
    placeholder: 'https://login.example.com/par',
    fromDiscovery: true,
    when: (settings) => logsIn(settings) && settings['pushed'] === true,
  },
  {
    name: 'allowHttp',
    label: 'Plain HTTP',
    kind: 'switch',
    help: 'The secret and the tokens cross the network unencrypted.',
    when: (settings) => endpoints.some((name) => isRemoteHttp(String(settings[name] ?? ''))),
  },
]);

const tokenTypeChoices = Object.entries(tokenTypes).map(([value, label]) => ({ value, label }));

const handsIn = grouped('Hands in', [
  {
    name: 'refreshToken',
    label: 'Refresh token',
    kind: 'secret',
    help: 'One that was obtained elsewhere; later ones are kept by themselves.',
    when: isGrant('refresh-token'),
  },
  { name: 'username', label: 'User name', kind: 'text', when: isGrant('password') },
  { name: 'password', label: 'Password', kind: 'secret', when: isGrant('password') },
  {
    name: 'subjectToken',
    label: 'Subject token',
    kind: 'secret',
    help: 'On whose behalf the new token is asked for.',
    when: isGrant('token-exchange'),
  },
  {
    name: 'subjectTokenType',
    label: 'It is',
    kind: 'choice',
    choices: tokenTypeChoices,
    when: isGrant('token-exchange'),
  },
  {
    name: 'actorToken',
    label: 'Actor token',
    kind: 'secret',
    help: 'Who acts for the subject; empty where nobody does.',
    when: isGrant('token-exchange'),
  },
  {
    name: 'actorTokenType',
    label: 'The actor token is',
    kind: 'choice',
    choices: tokenTypeChoices,
    when: (settings) => isGrant('token-exchange')(settings) && isFilled('actorToken')(settings),
  },
  {
    name: 'requestedTokenType',
    label: 'Wanted',
    kind: 'choice',
    choices: [{ value: '', label: 'as the server pleases' }, ...tokenTypeChoices],
    when: isGrant('token-exchange'),
  },
  {
    name: 'assertion',
    label: 'Assertion',
    kind: 'secret',
    help: 'A finished JWT. Leave it empty to have one signed for each request.',
    when: isGrant('jwt-bearer'),
  },
  {
    name: 'assertionIssuer',
    label: 'iss',
    kind: 'text',
    help: 'The client ID where empty.',
    when: signsAssertion,
  },
  {
    name: 'assertionSubject',
    label: 'sub',
    kind: 'text',
    help: 'The same as iss where empty.',
    when: signsAssertion,
  },
  {
    name: 'assertionAudience',
    label: 'aud',
    kind: 'text',
    help: 'The issuer, or else the token endpoint, where empty.',
    when: signsAssertion,
  },
  {
    name: 'assertionClaims',
    label: 'Further claims',
    kind: 'lines',
    placeholder: '{ "scope": "read" }',
    help: 'A JSON object; iat, exp and jti are filled in.',
    when: signsAssertion,
  },
]);

const client = grouped('Client', [
  { name: 'clientId', label: 'Client ID', kind: 'text' },
  {
    name: 'clientSecret',
    label: 'Client secret',
    kind: 'secret',
    when: isWay('basic', 'basic-raw', 'body', 'secret-jwt'),
  },
  {
    name: 'clientAuthentication',
    label: 'Client authentication',
    kind: 'choice',
    help: 'The standard encodes ID and secret like a form before Base64. Some servers do not decode them: if a secret with signs such as + / % is refused as invalid_client, choose “as it is”.',
    choices: [
      { value: 'basic', label: 'Basic, form-encoded', note: 'RFC 6749 §2.3.1' },
      { value: 'basic-raw', label: 'Basic, as it is', note: 'servers that do not decode' },
      { value: 'body', label: 'In the body', note: 'client_secret_post' },
      { value: 'secret-jwt', label: 'JWT signed with the secret', note: 'client_secret_jwt' },
      { value: 'key-jwt', label: 'JWT signed with a key', note: 'private_key_jwt' },
      { value: 'certificate', label: 'Client certificate', note: 'tls_client_auth' },
      { value: 'none', label: 'None', note: 'public client' },
    ],
  },
  {
    name: 'redirectUri',
    label: 'Redirect',
    kind: 'text',
    placeholder: defaultRedirectUri,
    help: 'On this machine it is listened for, at any free port unless one is named. At any other address the browser ends there, and you paste what its address bar says.',
    when: logsIn,
  },
]);

const signingKey = grouped('Signing key', [
  {
    name: 'privateKey',
    label: 'Private key',
    kind: 'secret-lines',
    placeholder: '-----BEGIN PRIVATE KEY-----',
    help: 'PEM or JWK.',
    when: signs,
  },
  {
    name: 'keyPassphrase',
    label: 'Passphrase',
    kind: 'secret',
    help: 'Only where the key is encrypted.',
    when: signs,
  },
  {
    name: 'keyAlgorithm',
    label: 'Algorithm',
    kind: 'choice',
    choices: keyAlgorithms.map((value) => ({ value, label: value })),
    when: signs,
  },
  {
    name: 'keyId',
    label: 'Key ID',
    kind: 'text',
    help: 'kid, where the server knows several keys of this client.',
    when: signs,
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
  {
    name: 'resource',
    label: 'Resource',
    kind: 'text',
    help: 'The same by RFC 8707; several are separated by spaces.',
  },
  {
    name: 'authorizationDetails',
    label: 'Details',
    kind: 'lines',
    placeholder: '[{ "type": "payment_initiation" }]',
    help: 'authorization_details, a JSON array (RFC 9396).',
  },
  {
    name: 'authorizationParameters',
    label: 'Further, at login',
    kind: 'text',
    placeholder: 'prompt=consent&login_hint=alice',
    when: (settings) => logsIn(settings) || isGrant('device-code')(settings),
  },
  {
    name: 'tokenParameters',
    label: 'Further, for tokens',
    kind: 'text',
    placeholder: 'name=value&name=value',
  },
]);

const sends = grouped('Sends', [
  {
    name: 'dpop',
    label: 'DPoP',
    kind: 'switch',
    help: 'Bound to a key of this profile, proved with each request (RFC 9449).',
  },
  {
    name: 'prefix',
    label: 'Prefix',
    kind: 'text',
    placeholder: 'none',
    help: 'The word before the token in Authorization; a bound token always has DPoP.',
  },
]);

/** Every setting of OAuth 2.0 as a person fills it in; each field comes only where it applies. */
export const oauth2Form: readonly FormField[] = [
  grantField,
  ...authorizationServer,
  ...client,
  ...handsIn,
  ...signingKey,
  ...asksFor,
  ...loginRequest,
  ...sends,
];
