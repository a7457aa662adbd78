import { basic, opaque } from '../attempt.test-support.ts';
import { testAnswers } from './known-answers.test-support.ts';

testAnswers('databases and services', [
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
]);
