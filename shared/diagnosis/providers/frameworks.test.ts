import { basic, bearer, opaque } from '../attempt.test-support.ts';
import { testAnswers } from './known-answers.test-support.ts';

testAnswers('frameworks', [
  [
    'FastAPI none',
    { received: { 'WWW-Authenticate': 'Bearer' }, body: { detail: 'Not authenticated' } },
    ['credentials-missing'],
  ],
  [
    'FastAPI wrong',
    {
      sent: opaque,
      received: { 'WWW-Authenticate': 'Bearer' },
      body: { detail: 'Could not validate credentials' },
    },
    ['token-rejected', 'credentials-rejected'],
  ],
  [
    'Flask, segments',
    { sent: opaque, status: 422, body: { msg: 'Not enough segments' } },
    ['token-malformed'],
  ],
  [
    'Flask, signature',
    { sent: bearer(), status: 422, body: { msg: 'Signature verification failed' } },
    ['token-signature-invalid'],
  ],
  [
    'Flask, refresh',
    { sent: bearer(), status: 422, body: { msg: 'Only non-refresh tokens are allowed' } },
    ['token-type-wrong'],
  ],
  [
    'Flask, scheme',
    {
      sent: { Authorization: 'JWT abc.def.ghi' },
      status: 422,
      body: { msg: "Bad Authorization header. Expected 'Authorization: Bearer <JWT>'" },
    },
    ['header-malformed', 'scheme-mismatch'],
  ],
  [
    'express-jwt none',
    { body: '<pre>UnauthorizedError: No authorization token was found</pre>' },
    ['credentials-missing'],
  ],
  [
    'express-jwt audience',
    {
      sent: bearer({ aud: 'https://a.example' }),
      body: { name: 'UnauthorizedError', message: 'jwt audience invalid. expected: https://b.example' },
    },
    ['token-audience-mismatch'],
  ],
  [
    'express-jwt algorithm',
    { sent: bearer({}, { alg: 'HS256' }), body: { message: 'invalid algorithm' } },
    ['token-signature-invalid'],
  ],
  [
    'express-jwt signature',
    { sent: bearer(), body: { message: 'invalid signature' } },
    ['token-signature-invalid'],
  ],
  [
    'Devise none',
    { body: { error: 'You need to sign in or sign up before continuing.' } },
    ['credentials-missing'],
  ],
  [
    'Devise wrong',
    {
      method: 'POST',
      posted: '{"email":"a@b.example","password":"abcabc1"}',
      sent: { 'Content-Type': 'application/json' },
      body: { error: 'Invalid Email or password.' },
    },
    ['credentials-rejected'],
  ],
  [
    'Devise unconfirmed',
    {
      method: 'POST',
      posted: '{"email":"a@b.example","password":"abcabc1"}',
      sent: { 'Content-Type': 'application/json' },
      body: { error: 'You have to confirm your email address before continuing.' },
    },
    ['account-unusable'],
  ],
  [
    'Devise session',
    {
      sent: { Cookie: '_app_session=abcdef' },
      body: { error: 'Your session expired. Please sign in again to continue.' },
    },
    ['session-expired'],
  ],
  [
    'Rails CSRF',
    {
      method: 'POST',
      sent: { Cookie: '_app_session=abcdef' },
      posted: 'a=1',
      status: 422,
      body: {
        status: 422,
        error: 'Unprocessable Entity',
        exception: "#<ActionController::InvalidAuthenticityToken: Can't verify CSRF token authenticity.>",
      },
    },
    ['csrf-token-missing'],
  ],
  [
    'Mastodon revoked',
    {
      sent: opaque,
      received: {
        'WWW-Authenticate':
          'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token was revoked"',
      },
      body: { error: 'The access token was revoked' },
    },
    ['token-revoked'],
  ],
  [
    'Mastodon scope',
    { sent: opaque, status: 403, body: { error: 'This action is outside the authorized scopes' } },
    ['scope-insufficient'],
  ],
  [
    'Mastodon unconfirmed',
    { sent: opaque, status: 403, body: { error: 'Your login is missing a confirmed e-mail address' } },
    ['account-unusable'],
  ],
  [
    'Okta token',
    {
      url: 'https://acme.okta.com/api/v1/users',
      sent: { Authorization: 'SSWS 00abcdef' },
      body: { errorCode: 'E0000011', errorSummary: 'Invalid token provided', errorLink: 'E0000011' },
    },
    ['credentials-rejected', 'token-rejected'],
  ],
  [
    'Auth0 MFA',
    {
      url: 'https://acme.eu.auth0.com/oauth/token',
      posted: 'grant_type=password&username=a&password=b',
      status: 403,
      body: {
        error: 'mfa_required',
        error_description: 'Multifactor authentication required',
        mfa_token: 'x',
      },
    },
    ['mfa-required'],
  ],
  [
    'Keycloak login',
    {
      url: 'https://kc.example/realms/a/protocol/openid-connect/token',
      posted: 'grant_type=password&client_id=c&username=a&password=b',
      body: { error: 'invalid_grant', error_description: 'Invalid user credentials' },
    },
    ['credentials-rejected'],
  ],
  [
    'Keycloak setup',
    {
      url: 'https://kc.example/realms/a/protocol/openid-connect/token',
      posted: 'grant_type=password&client_id=c&username=a&password=b',
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Account is not fully set up' },
    },
    ['account-unusable'],
  ],
  [
    'Entra user',
    {
      url: 'https://login.microsoftonline.com/t/oauth2/v2.0/token',
      posted: 'grant_type=password&client_id=c&username=a&password=b',
      status: 400,
      body: {
        error: 'invalid_grant',
        error_description: 'AADSTS50126: Error validating credentials due to invalid username or password.',
        error_codes: [50126],
      },
    },
    ['credentials-rejected'],
  ],
  [
    'Entra consent',
    {
      url: 'https://login.microsoftonline.com/t/oauth2/v2.0/token',
      posted: 'grant_type=refresh_token&refresh_token=0.AXoA',
      status: 400,
      body: {
        error: 'invalid_grant',
        error_description:
          "AADSTS65001: The user or administrator has not consented to use the application with ID 'x'.",
        error_codes: [65001],
        suberror: 'consent_required',
      },
    },
    ['consent-missing'],
  ],
  [
    'Gitea',
    {
      sent: { Authorization: 'token 6c65059253671814a75dadac8ece264dcb3ae874' },
      body: { message: 'user does not exist [uid: 0, name: ]', url: 'https://git.example/api/swagger' },
    },
    ['credentials-rejected', 'token-rejected', 'header-stripped'],
  ],
  [
    'GitLab job scope',
    {
      url: 'https://gitlab.example/api/v4/projects/1',
      sent: { 'Private-Token': 'glpat-abcdefghijklmnopqrst' },
      status: 403,
      body: {
        error: 'insufficient_scope',
        error_description: 'The request requires higher privileges than provided by the access token.',
        scope: 'api',
      },
    },
    ['scope-insufficient'],
  ],
  [
    'Spring expired',
    {
      sent: opaque,
      received: {
        'WWW-Authenticate':
          'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Jwt expired at 2023-11-15T10:00:00Z", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"',
      },
    },
    ['token-expired'],
  ],
  [
    'Spring issuer',
    {
      sent: bearer(),
      received: {
        'WWW-Authenticate':
          'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: The iss claim is not valid", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"',
      },
    },
    ['token-issuer-mismatch'],
  ],
  [
    'ASP.NET expired',
    {
      sent: opaque,
      received: {
        'WWW-Authenticate': `Bearer error="invalid_token", error_description="The token expired at '11/15/2023 10:00:00'"`,
      },
    },
    ['token-expired'],
  ],
  [
    'ASP.NET key',
    {
      sent: bearer(),
      received: {
        'WWW-Authenticate':
          'Bearer error="invalid_token", error_description="The signature key was not found"',
      },
    },
    ['token-signature-invalid'],
  ],
  [
    'NTLM only',
    { sent: basic('a', 'bcd'), received: { 'WWW-Authenticate': ['Negotiate', 'NTLM'] } },
    ['integrated-auth-required'],
  ],
  ['Flask, expired', { sent: opaque, body: { msg: 'Token has expired' } }, ['token-expired']],
  ['Flask, blocklist', { sent: bearer(), body: { msg: 'Token has been revoked' } }, ['token-revoked']],
  ['express-jwt malformed', { sent: opaque, body: { message: 'jwt malformed' } }, ['token-malformed']],
]);
