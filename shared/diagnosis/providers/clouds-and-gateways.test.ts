import { basic, bearer, NOON, opaque } from '../attempt.test-support.ts';
import { testAnswers } from './known-answers.test-support.ts';

testAnswers('clouds and gateways', [
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
    'nginx 496',
    { status: 496, body: '<html><head><title>496 SSL Certificate Required</title></head></html>' },
    ['client-certificate-required'],
  ],
  [
    'TLS alert',
    { tls: 'tlsv13 alert certificate required: SSL alert number 116' },
    ['client-certificate-required'],
  ],
]);
