import { basic, bearer, NOON, opaque } from '../attempt.test-support.ts';
import { testAnswers } from './known-answers.test-support.ts';

const page = (title: string, inside = ''): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${inside}</body></html>`;

testAnswers('servers and protocols', [
  [
    'docker denied',
    {
      url: 'https://registry-1.docker.io/v2/a/b/manifests/x',
      sent: bearer(),
      received: {
        'Www-Authenticate':
          'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",error="invalid_token"',
      },
      body: { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] },
    },
    ['token-rejected', 'token-expired'],
  ],
  [
    'PyPI password',
    {
      url: 'https://upload.pypi.org/legacy/',
      method: 'POST',
      posted: 'x',
      sent: basic('kim', 'pw-123'),
      status: 403,
      reason:
        'Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead. See https://pypi.org/help/#apitoken',
    },
    ['auth-method-retired'],
  ],
  [
    'PyPI scope',
    {
      url: 'https://upload.pypi.org/legacy/',
      method: 'POST',
      posted: 'x',
      sent: basic('__token__', 'pypi-AgEI'),
      status: 403,
      reason:
        'Invalid or non-existent authentication information. See https://pypi.org/help/#invalid-auth for more information.',
    },
    ['credentials-rejected'],
  ],
  [
    'RubyGems scope',
    { sent: opaque, status: 403, body: "The API key doesn't have access to this gem" },
    ['scope-insufficient', 'permission-denied'],
  ],
  [
    'cargo',
    {
      sent: { Authorization: 'cioabcdefghijklmnop' },
      status: 403,
      body: { errors: [{ detail: 'authentication failed' }] },
    },
    ['credentials-rejected', 'token-rejected'],
  ],
  [
    'Vercel token',
    {
      url: 'https://api.vercel.com/v2/user',
      sent: opaque,
      status: 403,
      body: { error: { code: 'forbidden', message: 'Not authorized', invalidToken: true } },
    },
    ['token-rejected', 'credentials-rejected', 'permission-denied'],
  ],
  [
    'Netlify',
    { sent: opaque, body: { code: 401, message: 'Access Denied: Origin Authentication Failed' } },
    [
      'credentials-rejected',
      'token-rejected',
      'permission-denied',
      'blocked-by-intermediary',
      'client-not-allowed',
    ],
  ],
  [
    'Contentful',
    {
      sent: opaque,
      body: {
        sys: { type: 'Error', id: 'AccessTokenInvalid' },
        message: 'The access token you sent could not be found or is invalid.',
      },
    },
    ['token-rejected', 'credentials-rejected'],
  ],
  [
    'Sentry',
    { sent: opaque, body: { detail: 'Invalid token header. No credentials provided.' } },
    ['header-malformed', 'placeholder-unresolved', 'header-stripped', 'credentials-missing'],
  ],
  [
    'Datadog',
    { sent: { 'DD-API-KEY': 'abc123456' }, status: 403, body: { errors: ['Forbidden'] } },
    ['credentials-rejected', 'permission-denied', 'required-header-missing'],
  ],
  [
    'New Relic',
    { sent: { 'Api-Key': 'NRAK-1' }, body: { errors: [{ message: 'Invalid API key or key not provided' }] } },
    ['credentials-rejected'],
  ],
  [
    'Elastic apikey exp',
    {
      sent: { Authorization: 'ApiKey abc=' },
      body: { error: { type: 'security_exception', reason: 'api key is expired' }, status: 401 },
    },
    ['token-expired'],
  ],
  [
    'InfluxDB',
    {
      sent: { Authorization: 'Bearer abc123abc123abc123==' },
      body: { code: 'unauthorized', message: 'unauthorized access' },
    },
    ['credentials-rejected', 'token-rejected', 'scheme-mismatch', 'unexplained', 'permission-denied'],
  ],
  [
    'Prometheus',
    { body: 'Unauthorized', received: { 'Www-Authenticate': 'Basic' } },
    ['credentials-missing'],
  ],
  [
    'Home Assistant ban',
    { status: 403, sent: opaque, body: '403: Forbidden' },
    ['permission-denied', 'ip-not-allowed', 'rate-limited'],
  ],
  [
    'Plex',
    {
      url: 'http://10.0.0.2:32400/library',
      body: '<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>',
    },
    ['credentials-missing'],
  ],
  [
    'UniFi',
    {
      method: 'POST',
      posted: '{"username":"a","password":"b"}',
      status: 499,
      body: { code: 'MFA_AUTH_REQUIRED', message: '2fa required' },
    },
    ['mfa-required'],
  ],
  [
    'Bitwarden 2fa',
    {
      url: 'https://vault.example/identity/connect/token',
      posted: 'grant_type=password&username=a&password=b',
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Two factor required.', TwoFactorProviders: [0] },
    },
    ['mfa-required'],
  ],
  [
    'Matrix',
    {
      sent: opaque,
      body: { errcode: 'M_UNKNOWN_TOKEN', error: 'Invalid access token passed.', soft_logout: false },
    },
    ['token-rejected', 'token-revoked', 'credentials-rejected'],
  ],
  [
    'Matrix missing',
    { body: { errcode: 'M_MISSING_TOKEN', error: 'Missing access token.' } },
    ['credentials-missing'],
  ],
  [
    'Matrix forbidden login',
    {
      method: 'POST',
      posted: '{"type":"m.login.password","user":"a","password":"b"}',
      status: 403,
      body: { errcode: 'M_FORBIDDEN', error: 'Invalid username or password' },
    },
    ['credentials-rejected'],
  ],
  [
    'Jira oauth1',
    {
      sent: {
        Authorization: 'OAuth oauth_consumer_key="a", oauth_signature="b", oauth_timestamp="1700049600"',
      },
      body: 'oauth_problem=signature_invalid',
    },
    ['signature-mismatch'],
  ],
  [
    'Jira oauth1 token',
    {
      sent: {
        Authorization: 'OAuth oauth_consumer_key="a", oauth_signature="b", oauth_timestamp="1700049600"',
      },
      received: { 'WWW-Authenticate': 'OAuth realm="https%3A%2F%2Fx", oauth_problem="token_rejected"' },
      body: 'oauth_problem=token_rejected',
    },
    ['token-rejected', 'token-revoked'],
  ],
  [
    'Magento nonce',
    {
      sent: {
        Authorization:
          'OAuth oauth_consumer_key="a", oauth_signature="b", oauth_nonce="c", oauth_timestamp="1700049600"',
      },
      body: { message: 'nonce_used' },
    },
    ['nonce-stale'],
  ],
  [
    'consumer rejected',
    {
      sent: {
        Authorization: 'OAuth oauth_consumer_key="a", oauth_signature="b", oauth_timestamp="1700049600"',
      },
      body: 'oauth_problem=consumer_key_unknown',
    },
    ['credentials-rejected', 'client-authentication-failed'],
  ],
  [
    'kerberos in curl',
    {
      sent: { Authorization: 'Basic YTpiY2Q=' },
      received: { 'WWW-Authenticate': 'Negotiate' },
      body: page('Error 401 Authentication required'),
    },
    ['integrated-auth-required'],
  ],
  [
    'k8s webhook 401 cert',
    {
      url: 'https://k8s:6443/api',
      body: { kind: 'Status', status: 'Failure', message: 'Unauthorized', reason: 'Unauthorized', code: 401 },
      sent: bearer({ iss: 'kubernetes/serviceaccount', exp: undefined, iat: undefined }),
    },
    ['token-rejected', 'unexplained', 'token-revoked', 'token-signature-invalid'],
  ],
  [
    'HTTP sig stale date',
    {
      sent: {
        Signature: 'keyId="a",headers="date",signature="b"',
        Date: new Date((NOON - 50000) * 1000).toUTCString(),
      },
      at: 0,
      date: 0,
      body: 'Signed request date outside acceptable time window',
    },
    ['clock-skew'],
  ],
  [
    'Mastodon sig verify',
    {
      method: 'POST',
      posted: '{}',
      sent: {
        Signature: 'keyId="a",headers="date",signature="b"',
        Date: new Date(NOON * 1000).toUTCString(),
      },
      body: { error: 'Verification failed for a@b https://b/a' },
    },
    ['signature-mismatch'],
  ],
  [
    'Bluesky expired',
    {
      sent: bearer({ scope: 'com.atproto.access' }),
      status: 400,
      body: { error: 'ExpiredToken', message: 'Token has expired' },
    },
    ['token-expired'],
  ],
  [
    'Bluesky refresh scope',
    {
      sent: bearer({ scope: 'com.atproto.refresh' }),
      status: 400,
      body: { error: 'InvalidToken', message: 'Bad token scope' },
    },
    ['token-type-wrong', 'scope-insufficient'],
  ],
]);
