import { basic, bearer, opaque } from '../attempt.test-support.ts';
import type { Ordinary } from './rows.test-support.ts';
import { html, json, plain, xml } from './rows.test-support.ts';

const api = 'https://api.example.com/v1';
const idp = 'https://id.example.com/oauth2/token';
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const loginPage =
  '<html><head><title>Sign in</title></head><body><form action="/login"><input name="user"><input type="password" name="p"></form></body></html>';

/** Handshakes that end well, logins that were asked for, and texts that only speak of failures. */
export const loginsAndTalk: readonly Ordinary[] = [
  [
    'Basic, asked and answered',
    { url: api, status: 401, received: { 'WWW-Authenticate': 'Basic realm="x"' } },
    { url: api, sent: basic('u', 'p'), status: 200, received: json, body: {} },
  ],
  [
    'Digest, asked and answered',
    { url: api, status: 401, received: { 'WWW-Authenticate': 'Digest realm="x", nonce="n", qop="auth"' } },
    {
      url: api,
      sent: {
        Authorization:
          'Digest username="u", realm="x", nonce="n", uri="/v1", response="r", qop=auth, nc=00000001, cnonce="c"',
      },
      status: 200,
      body: 'hello',
    },
  ],
  ...[404, 410, 416, 500, 503].map((status): Ordinary => [
    `Digest, asked and answered, and then ${status}`,
    { url: api, status: 401, received: { 'WWW-Authenticate': 'Digest realm="x", nonce="n", qop="auth"' } },
    {
      url: api,
      sent: {
        Authorization:
          'Digest username="u", realm="x", nonce="n", uri="/v1", response="r", qop=auth, nc=00000001, cnonce="c"',
      },
      status,
      received: html,
      body: '<html><body><h1>It is not to be had</h1></body></html>',
    },
  ]),
  [
    'NTLM in three legs',
    { url: api, status: 401, received: { 'WWW-Authenticate': 'NTLM' } },
    {
      url: api,
      sent: { Authorization: 'NTLM TlRMTVNTUAABAAAA' },
      status: 401,
      received: { 'WWW-Authenticate': 'NTLM TlRMTVNTUAACAAAA' },
    },
    { url: api, sent: { Authorization: 'NTLM TlRMTVNTUAADAAAA' }, status: 200, body: 'hello' },
  ],
  [
    'a registry that hands out a token',
    {
      url: 'https://registry.example.com/v2/',
      status: 401,
      received: { 'WWW-Authenticate': 'Bearer realm="https://auth.example.com/token",service="registry"' },
    },
    {
      url: 'https://auth.example.com/token?service=registry',
      status: 200,
      received: json,
      body: { token: 'a.b.c', expires_in: 300 },
    },
    { url: 'https://registry.example.com/v2/', sent: opaque, status: 200, received: json, body: {} },
  ],
  [
    'a DPoP nonce, asked and answered',
    {
      url: idp,
      posted: 'grant_type=client_credentials',
      sent: form,
      status: 400,
      received: { ...json, 'DPoP-Nonce': 'n' },
      body: { error: 'use_dpop_nonce' },
    },
    {
      url: idp,
      posted: 'grant_type=client_credentials',
      sent: form,
      status: 200,
      received: json,
      body: { access_token: 'x', token_type: 'DPoP' },
    },
  ],
  [
    'a token is handed out',
    {
      url: idp,
      posted: 'grant_type=refresh_token&refresh_token=abc&client_id=x',
      sent: form,
      status: 200,
      received: json,
      body: {
        access_token: 'x',
        refresh_token: 'y',
        expires_in: 3600,
        token_type: 'Bearer',
        scope: 'openid',
      },
    },
  ],
  [
    'a device waits for its user',
    {
      url: idp,
      posted: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=abc&client_id=x',
      sent: form,
      status: 400,
      received: json,
      body: {
        error: 'authorization_pending',
        error_description: 'The user has not yet completed the authorization.',
      },
    },
  ],
  [
    'a device polls too fast',
    {
      url: idp,
      posted: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=abc&client_id=x',
      sent: form,
      status: 400,
      received: json,
      body: { error: 'slow_down' },
    },
  ],
  [
    'a token is revoked on purpose',
    {
      url: 'https://id.example.com/oauth2/revoke',
      posted: 'token=abc',
      sent: { ...form, ...basic('client', 'secret') },
      status: 200,
    },
  ],
  [
    'an introspection for a support tool',
    {
      url: 'https://id.example.com/oauth2/introspect',
      posted: 'token=abc',
      sent: { ...form, ...basic('client', 'secret') },
      status: 200,
      received: json,
      body: { active: false },
    },
  ],
  [
    'an introspection of a good token',
    {
      url: 'https://id.example.com/oauth2/introspect',
      posted: 'token=abc',
      sent: { ...form, ...basic('client', 'secret') },
      status: 200,
      received: json,
      body: { active: true, scope: 'read', exp: 1_700_053_200 },
    },
  ],
  [
    'the metadata of an issuer',
    {
      url: 'https://id.example.com/.well-known/openid-configuration',
      status: 200,
      received: json,
      body: {
        issuer: 'https://id.example.com',
        token_endpoint_auth_methods_supported: ['client_secret_basic'],
        error_codes: ['invalid_token'],
      },
    },
  ],
  [
    'a key set',
    {
      url: 'https://id.example.com/jwks',
      status: 200,
      received: json,
      body: { keys: [{ kty: 'RSA', kid: 'a', alg: 'RS256' }] },
    },
  ],
  [
    'the login page, asked for',
    { url: 'https://www.example.com/login', status: 200, received: html, body: loginPage },
  ],
  [
    'the sign-in page with where to go next',
    {
      url: 'https://www.example.com/users/sign_in?return_to=%2Fa',
      status: 200,
      received: html,
      body: loginPage,
    },
  ],
  [
    'the page to reset a password',
    {
      url: 'https://www.example.com/password/reset',
      status: 200,
      received: html,
      body: loginPage.replace('Sign in', 'Reset your password'),
    },
  ],
  [
    'a home page with a box to sign in',
    {
      url: 'https://www.example.com/',
      status: 200,
      received: html,
      body: `<html><head><title>Example – everything</title></head><body><h1>Welcome</h1>${loginPage}</body></html>`,
    },
  ],
  [
    'to the page after a login',
    {
      url: 'https://www.example.com/login',
      posted: 'user=a&password=b',
      sent: form,
      status: 302,
      received: { Location: '/dashboard', 'Set-Cookie': 'session=abc; HttpOnly' },
    },
  ],
  [
    'after a logout',
    {
      url: 'https://www.example.com/logout',
      sent: { Cookie: 'session=abc' },
      status: 302,
      received: { Location: '/login', 'Set-Cookie': 'session=; Max-Age=0' },
    },
  ],
  [
    'a person begins to authorize',
    {
      url: 'https://id.example.com/authorize?client_id=x&response_type=code',
      status: 302,
      received: { Location: '/login?state=y' },
    },
  ],
  [
    'a person comes back from authorizing',
    {
      url: 'https://app.example.com/callback?code=abc&state=y',
      status: 302,
      received: { Location: '/home' },
    },
  ],
  [
    'a preflight that is let through',
    {
      url: api,
      method: 'OPTIONS',
      sent: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'PUT' },
      status: 204,
      received: { 'Access-Control-Allow-Origin': '*' },
    },
  ],
  [
    'results of a search for "invalid token"',
    {
      url: `${api}/search?q=invalid+token`,
      sent: bearer(),
      status: 200,
      received: json,
      body: {
        total: 2,
        items: [
          { title: '401 Unauthorized: invalid_token', body: 'The access token expired' },
          { title: 'Invalid API key', body: 'bad credentials' },
        ],
      },
    },
  ],
  [
    'an article about authentication',
    {
      url: 'https://blog.example.com/401',
      status: 200,
      received: html,
      body: '<html><head><title>How to fix a 401 Unauthorized error</title></head><body><p>Your token has expired or the credentials are invalid. Clear your cookies and log in again.</p></body></html>',
    },
  ],
  [
    'a list of error codes',
    {
      url: `${api}/errors`,
      sent: bearer(),
      status: 200,
      received: json,
      body: [
        { code: 'invalid_token', description: 'The access token expired' },
        { code: 'access_denied', description: 'Permission denied' },
      ],
    },
  ],
  [
    'an audit log',
    {
      url: `${api}/audit`,
      sent: bearer(),
      status: 200,
      received: json,
      body: {
        events: [{ type: 'login.failed', reason: 'invalid password', user: 'a' }, { type: 'token.revoked' }],
      },
    },
  ],
  [
    'a log file',
    {
      url: `${api}/logs/1`,
      sent: bearer(),
      status: 200,
      received: plain,
      body: '12:00:01 GET /me 401 Unauthorized: token expired\n12:00:02 GET /me 200\n12:00:03 POST /login 403 access denied for user bob because the password is wrong and the account is locked after five attempts, see the audit trail',
    },
  ],
  [
    'the details of an account that is locked',
    {
      url: `${api}/users/7`,
      sent: bearer(),
      status: 200,
      received: json,
      body: { id: 7, name: 'bob', locked: true, status: 'disabled', password_expired: true },
    },
  ],
  [
    'a key that has expired, in a list of keys',
    {
      url: `${api}/keys`,
      sent: bearer(),
      status: 200,
      received: json,
      body: { data: [{ id: 1, name: 'ci', state: 'expired' }] },
    },
  ],
  [
    'an OData list with an empty error',
    {
      url: `${api}/odata`,
      sent: bearer(),
      status: 200,
      received: json,
      body: { value: [], error: null, success: true },
    },
  ],
  [
    'a SOAP answer without a fault',
    {
      url: `${api}/soap`,
      posted: '<a/>',
      sent: basic('u', 'p'),
      status: 200,
      received: xml,
      body: '<soap:Envelope xmlns:soap="x"><soap:Body><GetTokenResponse><Status>Valid</Status></GetTokenResponse></soap:Body></soap:Envelope>',
    },
  ],
  [
    'gRPC that ended well',
    {
      url: 'https://grpc.example.com/pkg.Service/Get',
      posted: 'x',
      sent: bearer(),
      status: 200,
      received: { 'Content-Type': 'application/grpc', 'grpc-status': '0', 'grpc-message': '' },
    },
  ],
  [
    'gRPC that found nothing',
    {
      url: 'https://grpc.example.com/pkg.Service/Get',
      posted: 'x',
      sent: bearer(),
      status: 200,
      received: { 'Content-Type': 'application/grpc', 'grpc-status': '5', 'grpc-message': 'item not found' },
    },
  ],
  [
    'GraphQL with data',
    {
      url: `${api}/graphql`,
      posted: '{"query":"q"}',
      sent: bearer(),
      status: 200,
      received: json,
      body: { data: { viewer: { login: 'a' } } },
    },
  ],
  [
    'a robots.txt that forbids',
    {
      url: 'https://www.example.com/robots.txt',
      status: 200,
      received: plain,
      body: 'User-agent: *\nDisallow: /private\n',
    },
  ],
  [
    'a refusal, and the same address accepted after',
    {
      url: api,
      sent: bearer(),
      status: 401,
      received: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    },
    { url: api, sent: opaque, status: 200, received: json, body: {} },
  ],
];
