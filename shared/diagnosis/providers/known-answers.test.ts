import { describe, expect, test } from 'vitest';
import type { Cause } from '../causes.ts';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf, basic, bearer, NOON, opaque } from '../attempt.test-support.ts';
import { diagnose } from '../diagnose.ts';

/** Answers of well-known products, typed from their documentation, with the causes that a fair judge accepts. */
const answers: readonly (readonly [string, Told, readonly Cause[]])[] = [
  [
    'Kubernetes, anonymous',
    {
      url: 'https://k8s.example:6443/api/v1/pods',
      status: 403,
      body: {
        kind: 'Status',
        status: 'Failure',
        message:
          'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" at the cluster scope',
        reason: 'Forbidden',
        code: 403,
      },
    },
    ['credentials-missing'],
  ],
  [
    'Kubernetes, service account',
    {
      url: 'https://k8s.example:6443/api/v1/pods',
      sent: bearer(),
      status: 403,
      body: {
        kind: 'Status',
        status: 'Failure',
        message:
          'pods is forbidden: User "system:serviceaccount:ci:default" cannot list resource "pods" in API group ""',
        reason: 'Forbidden',
        code: 403,
      },
    },
    ['permission-denied'],
  ],
  [
    'Kubernetes, expired',
    {
      url: 'https://k8s.example:6443/api/v1/pods',
      sent: bearer({ exp: NOON - 100 }),
      body: { kind: 'Status', status: 'Failure', message: 'Unauthorized', reason: 'Unauthorized', code: 401 },
    },
    ['token-expired'],
  ],
  [
    'Elasticsearch, none',
    {
      url: 'https://es.example:9200/_search',
      received: {
        'WWW-Authenticate': ['Basic realm="security", charset="UTF-8"', 'Bearer realm="security"', 'ApiKey'],
      },
      body: {
        error: {
          root_cause: [
            {
              type: 'security_exception',
              reason: 'missing authentication credentials for REST request [/_search]',
            },
          ],
          type: 'security_exception',
          reason: 'missing authentication credentials for REST request [/_search]',
        },
        status: 401,
      },
    },
    ['credentials-missing'],
  ],
  [
    'Elasticsearch, wrong',
    {
      url: 'https://es.example:9200/_search',
      sent: basic('elastic', 'changed-it'),
      received: {
        'WWW-Authenticate': ['Basic realm="security", charset="UTF-8"', 'Bearer realm="security"', 'ApiKey'],
      },
      body: {
        error: {
          root_cause: [
            {
              type: 'security_exception',
              reason: 'unable to authenticate user [elastic] for REST request [/_search]',
            },
          ],
          type: 'security_exception',
          reason: 'unable to authenticate user [elastic] for REST request [/_search]',
        },
        status: 401,
      },
    },
    ['credentials-rejected'],
  ],
  [
    'Elasticsearch, role',
    {
      url: 'https://es.example:9200/x/_search',
      sent: basic('kim', 'kims-word'),
      status: 403,
      body: {
        error: {
          type: 'security_exception',
          reason:
            'action [indices:data/read/search] is unauthorized for user [kim] with effective roles [viewer] on indices [x]',
        },
        status: 403,
      },
    },
    ['permission-denied'],
  ],
  [
    'Vault, no token',
    {
      url: 'https://vault.example:8200/v1/secret/data/x',
      status: 400,
      body: { errors: ['missing client token'] },
    },
    ['credentials-missing'],
  ],
  [
    'Vault, denied',
    {
      url: 'https://vault.example:8200/v1/secret/data/x',
      sent: { 'X-Vault-Token': 'hvs.CAESIJ2k' },
      status: 403,
      body: { errors: ['1 error occurred:\n\t* permission denied\n\n'] },
    },
    ['permission-denied', 'token-rejected'],
  ],
  [
    'RabbitMQ',
    {
      sent: basic('guest', 'g'),
      received: { 'WWW-Authenticate': 'Basic realm="RabbitMQ Management"' },
      body: { error: 'not_authorized', reason: 'Login failed' },
    },
    ['credentials-rejected'],
  ],
  [
    'CouchDB',
    { sent: basic('admin', 'x1'), body: { error: 'unauthorized', reason: 'Name or password is incorrect.' } },
    ['credentials-rejected'],
  ],
  [
    'Bitbucket scopes',
    {
      url: 'https://api.bitbucket.org/2.0/repositories/a/b',
      sent: opaque,
      status: 403,
      body: {
        type: 'error',
        error: { message: 'Your credentials lack one or more required privilege scopes.' },
      },
    },
    ['scope-insufficient'],
  ],
  [
    'Dropbox expired',
    {
      sent: opaque,
      body: { error_summary: 'expired_access_token/..', error: { '.tag': 'expired_access_token' } },
    },
    ['token-expired'],
  ],
  [
    'Dropbox scope',
    {
      sent: opaque,
      body: {
        error_summary: 'missing_scope/...',
        error: { '.tag': 'missing_scope', required_scope: 'files.content.read' },
      },
    },
    ['scope-insufficient'],
  ],
  [
    'Spotify expired',
    { sent: opaque, body: { error: { status: 401, message: 'The access token expired' } } },
    ['token-expired'],
  ],
  [
    'Spotify, Basic',
    {
      sent: basic('a', 'bcdef'),
      status: 400,
      body: { error: { status: 400, message: 'Only valid bearer authentication supported' } },
    },
    ['scheme-mismatch'],
  ],
  [
    'Spotify scope',
    { sent: opaque, status: 403, body: { error: { status: 403, message: 'Insufficient client scope' } } },
    ['scope-insufficient'],
  ],
  [
    'Twitch, wrong token',
    {
      url: 'https://api.twitch.tv/helix/users',
      sent: { ...opaque, 'Client-Id': 'abc' },
      body: { error: 'Unauthorized', status: 401, message: 'Invalid OAuth token' },
    },
    ['token-rejected', 'credentials-rejected'],
  ],
  [
    'Twitch, other client',
    {
      url: 'https://api.twitch.tv/helix/users',
      sent: { ...opaque, 'Client-Id': 'abc' },
      body: { error: 'Unauthorized', status: 401, message: 'Client ID and OAuth token do not match' },
    },
    ['token-audience-mismatch', 'credentials-rejected'],
  ],
  [
    'LinkedIn revoked',
    {
      sent: opaque,
      body: {
        serviceErrorCode: 65601,
        message: 'The token used in the request has been revoked by the user',
        status: 401,
      },
    },
    ['token-revoked'],
  ],
  [
    'LinkedIn expired',
    {
      sent: opaque,
      body: { serviceErrorCode: 65602, message: 'The token used in the request has expired', status: 401 },
    },
    ['token-expired'],
  ],
  [
    'PayPal client',
    {
      url: 'https://api-m.sandbox.paypal.com/v1/oauth2/token',
      sent: basic('AbC1', 'EfG2'),
      posted: 'grant_type=client_credentials',
      body: { error: 'invalid_client', error_description: 'Client Authentication failed' },
    },
    ['client-authentication-failed'],
  ],
  [
    'QuickBooks expired',
    {
      sent: opaque,
      body: {
        fault: {
          error: [
            {
              message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
              detail: 'Token expired: AB01',
              code: '3200',
            },
          ],
          type: 'AUTHENTICATION',
        },
      },
    },
    ['token-expired'],
  ],
  [
    'Zoho',
    {
      sent: { Authorization: 'Zoho-oauthtoken 1000.abcdef0123456789' },
      body: { code: 'INVALID_TOKEN', details: {}, message: 'invalid oauth token', status: 'error' },
    },
    ['token-rejected'],
  ],
  [
    'Zoho scope',
    {
      sent: { Authorization: 'Zoho-oauthtoken 1000.abcdef0123456789' },
      body: {
        code: 'OAUTH_SCOPE_MISMATCH',
        details: {},
        message: 'invalid oauth scope to access this URL',
        status: 'error',
      },
    },
    ['scope-insufficient'],
  ],
  [
    'Notion',
    {
      url: 'https://api.notion.com/v1/users',
      sent: { ...opaque, 'Notion-Version': '2022-06-28' },
      body: { object: 'error', status: 401, code: 'unauthorized', message: 'API token is invalid.' },
    },
    ['token-rejected', 'credentials-rejected'],
  ],
  [
    'Notion version',
    {
      url: 'https://api.notion.com/v1/users',
      sent: opaque,
      status: 400,
      body: {
        object: 'error',
        status: 400,
        code: 'missing_version',
        message: 'Notion-Version header should be defined, instead was `undefined`.',
      },
    },
    ['required-header-missing'],
  ],
  [
    'Jira captcha',
    {
      sent: basic('kim', 'kims-word'),
      status: 403,
      received: {
        'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED',
        'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE; login-url=https://jira.example/login.jsp',
      },
      body: '<html><head><title>Forbidden (403)</title></head><body>Encountered a "403 - Forbidden" error while loading this page. Basic Authentication Failure - Reason : AUTHENTICATION_DENIED</body></html>',
    },
    ['account-unusable', 'rate-limited'],
  ],
  [
    'Google, stale token',
    {
      url: 'https://www.googleapis.com/drive/v3/files',
      sent: { Authorization: 'Bearer ya29.a0AfB_byC2k3' },
      received: { 'WWW-Authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
      body: {
        error: {
          code: 401,
          message:
            'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
          status: 'UNAUTHENTICATED',
        },
      },
    },
    ['token-rejected', 'token-expired', 'credentials-rejected'],
  ],
  [
    'Google, key',
    {
      url: 'https://maps.googleapis.com/maps/api/geocode/json?address=x&key=AIzaSyA0',
      status: 200,
      received: { 'Content-Type': 'application/json' },
      body: { error_message: 'The provided API key is invalid.', results: [], status: 'REQUEST_DENIED' },
    },
    ['credentials-rejected'],
  ],
  [
    'Google, referrer',
    {
      url: 'https://maps.googleapis.com/v1/x?key=AIzaSyA0',
      status: 403,
      body: {
        error: {
          code: 403,
          message: 'Requests from referer <empty> are blocked.',
          status: 'PERMISSION_DENIED',
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
              reason: 'API_KEY_HTTP_REFERRER_BLOCKED',
              domain: 'googleapis.com',
            },
          ],
        },
      },
    },
    ['client-not-allowed'],
  ],
  [
    'Google, switched off',
    {
      url: 'https://sheets.googleapis.com/v4/x',
      sent: opaque,
      status: 403,
      body: {
        error: {
          code: 403,
          message: 'Google Sheets API has not been used in project 1 before or it is disabled.',
          status: 'PERMISSION_DENIED',
          details: [{ reason: 'SERVICE_DISABLED' }],
        },
      },
    },
    ['permission-denied'],
  ],
  [
    'Heroku',
    { sent: opaque, body: { id: 'unauthorized', message: 'Invalid credentials provided.' } },
    ['credentials-rejected', 'token-rejected'],
  ],
  [
    'DigitalOcean',
    { sent: opaque, body: { id: 'Unauthorized', message: 'Unable to authenticate you' } },
    ['credentials-rejected', 'token-rejected'],
  ],
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
  ['Flask, expired', { sent: opaque, body: { msg: 'Token has expired' } }, ['token-expired']],
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
  ['Flask, blocklist', { sent: bearer(), body: { msg: 'Token has been revoked' } }, ['token-revoked']],
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
  ['express-jwt malformed', { sent: opaque, body: { message: 'jwt malformed' } }, ['token-malformed']],
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
    'Oracle Cloud',
    {
      sent: {
        Authorization:
          'Signature version="1",keyId="ocid1/u/f",algorithm="rsa-sha256",headers="date (request-target) host",signature="abc="',
        Date: new Date(NOON * 1000).toUTCString(),
      },
      body: {
        code: 'NotAuthenticated',
        message: 'The required information to complete authentication was not provided or was incorrect.',
      },
    },
    ['credentials-rejected', 'signature-mismatch', 'unexplained', 'credentials-missing'],
  ],
  [
    'Snowflake expired',
    {
      sent: { Authorization: 'Snowflake Token="ver:1-hint:2-abc"' },
      body: {
        data: null,
        code: '390114',
        message: 'Authentication token has expired.  The user must authenticate again.',
        success: false,
      },
    },
    ['token-expired'],
  ],
  [
    'Snowflake network',
    {
      sent: opaque,
      status: 403,
      body: {
        code: '390422',
        message:
          'Incoming request with IP/Token 10.1.2.3 is not allowed to access Snowflake. Contact your account administrator.',
      },
    },
    ['ip-not-allowed'],
  ],
  [
    'Databricks ACL',
    {
      sent: opaque,
      status: 403,
      body: {
        error_code: '403',
        message: 'Source IP address: 1.2.3.4 is blocked by Databricks IP ACL for workspace: 12',
      },
    },
    ['ip-not-allowed'],
  ],
  [
    'Databricks token',
    {
      sent: { Authorization: 'Bearer dapi0123456789abcdef' },
      status: 403,
      body: { error_code: 403, message: 'Invalid access token.' },
    },
    ['token-rejected', 'credentials-rejected'],
  ],
  [
    'Atlas address',
    {
      status: 403,
      sent: {
        Authorization: 'Digest username="k", realm="MMS Public API", nonce="n", uri="/v1/me", response="0"',
      },
      body: {
        error: 403,
        errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST',
        detail: 'IP address 1.2.3.4 is not allowed to access this resource.',
      },
    },
    ['ip-not-allowed'],
  ],
  [
    'Binance clock',
    {
      url: 'https://api.binance.com/api/v3/account?timestamp=1700049600000&signature=00112233445566778899aabbccddeeff00112233',
      sent: { 'X-MBX-APIKEY': 'abcdef0123456789' },
      status: 400,
      body: { code: -1021, msg: 'Timestamp for this request is outside of the recvWindow.' },
    },
    ['clock-skew'],
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
    'S3 clock',
    {
      url: 'https://s3.eu-central-1.amazonaws.com/b',
      sent: {
        Authorization:
          'AWS4-HMAC-SHA256 Credential=AKIAABCDEFGHIJKLMNOP/20231115/eu-central-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=00ff',
        'X-Amz-Date': '20231115T114000Z',
      },
      status: 403,
      body: '<?xml version="1.0"?><Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message></Error>',
    },
    ['clock-skew'],
  ],
  [
    'S3 expired',
    {
      url: 'https://s3.eu-central-1.amazonaws.com/b',
      sent: {
        Authorization:
          'AWS4-HMAC-SHA256 Credential=ASIAABCDEFGHIJKLMNOP/20231115/eu-central-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=00ff',
        'X-Amz-Date': '20231115T120000Z',
        'X-Amz-Security-Token': 'IQoJ',
      },
      status: 400,
      body: '<?xml version="1.0"?><Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>',
    },
    ['token-expired'],
  ],
  [
    'S3 region',
    {
      url: 'https://b.s3.us-east-1.amazonaws.com/',
      sent: {
        Authorization:
          'AWS4-HMAC-SHA256 Credential=AKIAABCDEFGHIJKLMNOP/20231115/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=00ff',
        'X-Amz-Date': '20231115T120000Z',
      },
      status: 400,
      body: "<?xml version=\"1.0\"?><Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'</Message><Region>eu-west-1</Region></Error>",
    },
    ['signing-scope-wrong'],
  ],
  [
    'S3 two ways',
    {
      url: 'https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20231115%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20231115T120000Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host&X-Amz-Signature=00ff',
      sent: opaque,
      status: 400,
      body: '<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified</Message></Error>',
    },
    ['credentials-conflict'],
  ],
  [
    'S3 presigned late',
    {
      url: 'https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20231115%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20231115T110000Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host&X-Amz-Signature=00ff',
      status: 403,
      body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>600</X-Amz-Expires></Error>',
    },
    ['token-expired'],
  ],
  [
    'Slack, none',
    {
      url: 'https://slack.com/api/chat.postMessage',
      status: 200,
      received: { 'Content-Type': 'application/json' },
      body: { ok: false, error: 'not_authed' },
    },
    ['credentials-missing'],
  ],
  [
    'Slack, wrong',
    {
      url: 'https://slack.com/api/chat.postMessage',
      sent: { Authorization: 'Bearer xoxb-1-2-abc' },
      status: 200,
      received: { 'Content-Type': 'application/json' },
      body: { ok: false, error: 'invalid_auth' },
    },
    ['credentials-rejected', 'token-rejected'],
  ],
  [
    'Slack, kind',
    {
      url: 'https://slack.com/api/apps.connections.open',
      sent: { Authorization: 'Bearer xoxb-1-2-abc' },
      status: 200,
      received: { 'Content-Type': 'application/json' },
      body: { ok: false, error: 'not_allowed_token_type' },
    },
    ['token-type-wrong'],
  ],
  [
    'Stripe',
    {
      url: 'https://api.stripe.com/v1/charges',
      sent: { Authorization: 'Bearer sk_test_4eC39' },
      body: {
        error: { message: 'Invalid API Key provided: sk_test_****eC39', type: 'invalid_request_error' },
      },
    },
    ['credentials-rejected'],
  ],
  [
    'Stripe publishable',
    {
      url: 'https://api.stripe.com/v1/charges',
      sent: { Authorization: 'Bearer pk_test_4eC39' },
      body: {
        error: {
          code: 'secret_key_required',
          message: 'This API call cannot be made with a publishable API key. Please use a secret API key.',
          type: 'invalid_request_error',
        },
      },
    },
    ['token-type-wrong', 'scope-insufficient'],
  ],
  [
    'Facebook expired',
    {
      url: 'https://graph.facebook.com/v19.0/me?access_token=EAAB',
      status: 400,
      body: {
        error: {
          message: 'Error validating access token: Session has expired on Friday, 10-Nov-23 10:00:00 PST.',
          type: 'OAuthException',
          code: 190,
          error_subcode: 463,
        },
      },
    },
    ['token-expired'],
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
    'Cloudflare block',
    {
      sent: opaque,
      status: 403,
      received: { Server: 'cloudflare', 'CF-RAY': '1-FRA' },
      body: '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1><p>You are unable to access example.com</p></body></html>',
    },
    ['blocked-by-intermediary', 'client-not-allowed'],
  ],
  [
    'Cloudflare check',
    {
      status: 403,
      received: { Server: 'cloudflare', 'CF-Mitigated': 'challenge' },
      body: '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>',
    },
    ['blocked-by-intermediary', 'client-not-allowed'],
  ],
  [
    'Akamai',
    {
      sent: opaque,
      status: 403,
      received: { Server: 'AkamaiGHost' },
      body: '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don\'t have permission to access "http&#58;&#47;&#47;a&#47;" on this server.<P>Reference #18.5</BODY></HTML>',
    },
    ['blocked-by-intermediary'],
  ],
  [
    'Kong none',
    {
      received: { 'X-Kong-Response-Latency': '1', 'WWW-Authenticate': 'Key realm="kong"' },
      body: { message: 'No API key found in request' },
    },
    ['credentials-missing'],
  ],
  [
    'Envoy audience',
    {
      sent: bearer(),
      received: { Server: 'istio-envoy' },
      status: 403,
      body: 'Audiences in Jwt are not allowed',
    },
    ['token-audience-mismatch'],
  ],
  [
    'Envoy keys',
    { sent: bearer(), received: { Server: 'istio-envoy' }, body: 'Jwks remote fetch is failed' },
    ['server-misconfigured'],
  ],
  [
    'Azure APIM',
    {
      url: 'https://acme.azure-api.net/x',
      received: {
        'WWW-Authenticate':
          'AzureApiManagementKey realm="https://acme.azure-api.net/x",name="Ocp-Apim-Subscription-Key",type="header"',
      },
      body: {
        statusCode: 401,
        message:
          'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
      },
    },
    ['credentials-missing', 'required-header-missing'],
  ],
  [
    'Airflow',
    {
      sent: basic('a', 'bcd'),
      status: 403,
      body: {
        detail: null,
        status: 403,
        title: 'Forbidden',
        type: 'https://airflow.apache.org/docs/#PermissionDenied',
      },
    },
    ['permission-denied'],
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
  [
    'nginx 496',
    { status: 496, body: '<html><head><title>496 SSL Certificate Required</title></head></html>' },
    ['client-certificate-required'],
  ],
  [
    'TLS alert',
    { tls: 'tlsv13 alert certificate required: SSL alert number 116' },
    ['client-certificate-required'],
  ],
];

describe('what well-known products answer', () => {
  test.each(answers)('%s', (_, told, accepted) => {
    const { findings } = diagnose(attemptOf(told));
    expect(
      accepted,
      findings.map(({ cause, confidence }) => `${cause} ${confidence.toFixed(2)}`).join(', '),
    ).toContain(findings[0]?.cause);
  });
});
