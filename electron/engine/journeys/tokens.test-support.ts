import { plainSecret } from '../../../shared/workspace/secret.ts';
import { loginRedirect } from '../../zoo.test-support.ts';
import { api, apache, app, client, own, type Journey } from './journey.test-support.ts';

const anotherToken = /^Use another token/;

/** A token that is over, of another kind, for another place, or whose getting was refused. */
export const tokenJourneys: readonly Journey[] = [
  {
    name: 'token expired, client credentials',
    cause: 'token-expired',
    start: () => ({
      request: { url: `${api}/me` },
      profile: { settings: client('svc-short'), token: 'fetch' },
    }),
    waitMs: 3_000,
    press: /^Fetch token and retry/,
  },
  {
    name: 'token expired, refresh token',
    cause: 'token-expired',
    start: () => ({
      request: { url: `${api}/me` },
      profile: { settings: app('app-short'), token: 'authorize' },
    }),
    waitMs: 3_000,
    press: /^Refresh token and retry/,
  },
  {
    name: 'token starts in eight seconds',
    cause: 'token-not-yet-valid',
    start: ({ loopback }) => ({
      request: { url: `${loopback}/nbf`, ...own('bearer', { token: plainSecret(jwt({ nbf: 8 })) }) },
    }),
    press: /^Wait, then retry/,
  },
  {
    name: 'token revoked',
    cause: 'token-revoked',
    start: ({ loopback }) => ({
      command: `curl -H 'Authorization: Bearer revoked-token-1' ${loopback}/revocable`,
    }),
    press: anotherToken,
    answers: () => ({ Token: 'good-token-1' }),
  },
  {
    name: 'token cut off',
    cause: 'token-malformed',
    start: async ({ token }) => ({
      command: `curl -H 'Authorization: Bearer ${(await token('svc-basic')).split('.').slice(0, 2).join('.')}' ${api}/me`,
    }),
    press: anotherToken,
    answers: async ({ token }) => ({ Token: await token('svc-basic') }),
  },
  {
    name: 'signature altered',
    cause: 'token-signature-invalid',
    start: async ({ token }) => {
      const [head = '', claims = '', signature = ''] = (await token('svc-basic')).split('.');
      return {
        command: `curl -H 'Authorization: Bearer ${head}.${claims}.${signature.split('').toReversed().join('')}' ${api}/me`,
      };
    },
    press: anotherToken,
    answers: async ({ token }) => ({ Token: await token('svc-basic') }),
  },
  {
    name: 'token for another API',
    cause: 'token-audience-mismatch',
    start: () => ({ request: { url: `${api}/me` }, profile: { settings: client('svc-other') } }),
    press: /^Get a token for this API/,
    answers: () => ({ 'Audience of this API, from its documentation': 'urn:zoo:api' }),
  },
  {
    name: 'token of another realm',
    cause: 'token-issuer-mismatch',
    start: ({ loopback }) => ({
      request: { url: `${loopback}/realms/live/account` },
      profile: {
        settings: client('svc', {
          issuer: '',
          tokenEndpoint: `${loopback}/realms/test/protocol/openid-connect/token`,
        }),
      },
    }),
    press: /^Get a token from live/,
  },
  {
    name: 'ID token in place of the access token',
    cause: 'token-type-wrong',
    start: ({ loopback }) => ({
      request: {
        url: `${loopback}/access-only`,
        ...own('bearer', { token: plainSecret(jwt({ at_hash: 'x', nonce: 'n', aud: 'app' })) }),
      },
    }),
    press: anotherToken,
    answers: () => ({ Token: 'good-token-1' }),
  },
  {
    name: 'refused without a reason',
    cause: 'token-rejected',
    start: ({ loopback }) => ({
      command: `curl -H 'Authorization: Bearer unknown-token-1' ${loopback}/bare`,
    }),
    press: anotherToken,
    answers: () => ({ Token: 'good-token-1' }),
  },
  {
    name: 'opaque token revoked at its server',
    cause: 'token-rejected',
    start: () => ({
      command: `curl -H 'Authorization: Bearer an-opaque-token-of-nobody' ${apache}/introspected/`,
    }),
    press: anotherToken,
    answers: async ({ token }) => ({ Token: await token('svc-opaque') }),
  },
  {
    name: 'scope missing',
    cause: 'scope-insufficient',
    start: () => ({
      request: { url: `${api}/write` },
      profile: { settings: client('svc-basic', { scope: 'read' }) },
    }),
    press: /^Ask for write/,
  },
  {
    name: 'bound token wanted',
    cause: 'sender-constraint-failed',
    start: () => ({ request: { url: `${api}/dpop` }, profile: { settings: client('svc-basic') } }),
    press: /^Bind a token to a key/,
  },
  {
    name: 'client ID with a colon, by Basic not encoded',
    cause: 'client-authentication-failed',
    start: () => ({
      request: { url: `${api}/me` },
      profile: {
        settings: client('svc-odd:id', {
          clientSecret: plainSecret('p+ss/w%rd &='),
          clientAuthentication: 'basic-raw',
        }),
      },
    }),
    press: /^Send the client secret in the body/,
  },
  {
    name: 'client secret wrong',
    cause: 'client-authentication-failed',
    start: () => ({
      request: { url: `${api}/me` },
      profile: { settings: client('svc-basic', { clientSecret: plainSecret('wrong-secret') }) },
    }),
    press: /^Correct the client/,
    answers: () => ({ 'Client secret': 'svc-basic-secret' }),
  },
  {
    name: 'code refused',
    cause: 'grant-invalid',
    start: ({ loopback }) => ({
      request: { url: `${loopback}/revocable` },
      profile: {
        settings: app('svc', {
          issuer: '',
          authorizationEndpoint: `${loopback}/as/auth`,
          tokenEndpoint: `${loopback}/as/token`,
        }),
      },
    }),
    press: /^Log in again and retry/,
  },
  {
    name: 'redirect URI not registered',
    cause: 'redirect-uri-mismatch',
    start: () => ({
      request: { url: `${api}/me` },
      profile: { settings: app('app-par', { pushed: true, redirectUri: 'http://127.0.0.1:18198/wrong' }) },
    }),
    press: /^Use the registered redirect URI/,
    answers: () => ({ 'Registered redirect URI': loginRedirect }),
  },
  {
    name: 'fresher login wanted',
    cause: 'mfa-required',
    start: ({ loopback }) => ({
      request: { url: `${loopback}/step-up` },
      profile: { settings: app('app-public'), token: 'authorize' },
    }),
    press: /^Log in as strongly as it asks/,
  },
  {
    name: 'claims wanted of the token',
    cause: 'mfa-required',
    start: ({ loopback }) => ({
      request: { url: `${loopback}/claims` },
      profile: {
        settings: app('svc', {
          issuer: '',
          authorizationEndpoint: `${loopback}/claims/auth`,
          tokenEndpoint: `${loopback}/claims/token`,
        }),
        token: 'authorize',
      },
    }),
    press: /^Log in for the claims it asks for/,
  },
  {
    name: 'nobody has consented',
    cause: 'consent-missing',
    start: ({ loopback }) => ({
      request: { url: `${loopback}/revocable` },
      profile: {
        settings: app('svc', {
          issuer: '',
          authorizationEndpoint: `${loopback}/as/auth`,
          tokenEndpoint: `${loopback}/consent/token`,
        }),
      },
    }),
    press: /^Log in again and retry/,
  },
];

/** A token whose claims count, whoever signed it; times are seconds from now. */
export const jwt = (claims: Readonly<Record<string, unknown>>): string => {
  const now = Math.floor(Date.now() / 1000);
  const { nbf, ...plain } = claims;
  const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const times = {
    iat: now,
    exp: now + 3_600,
    ...(typeof nbf === 'number' ? { nbf: now + nbf } : {}),
  };
  return `${segment({ alg: 'RS256', kid: 'k' })}.${segment({ sub: 'alice', ...times, ...plain })}.c2ln`;
};
