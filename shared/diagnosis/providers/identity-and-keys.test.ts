import { basic, bearer, jwtOf, NOON, opaque } from '../attempt.test-support.ts';
import { testAnswers } from './known-answers.test-support.ts';

const page = (title: string, inside = ''): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${inside}</body></html>`;

testAnswers('identity and keys', [
  [
    'APNs invalid',
    {
      url: 'https://api.push.apple.com/3/device/a',
      method: 'POST',
      posted: '{}',
      sent: { authorization: `bearer ${jwtOf({ exp: undefined, sub: undefined, iss: 'TEAMID' })}` },
      status: 403,
      body: { reason: 'InvalidProviderToken' },
    },
    ['token-rejected', 'token-signature-invalid'],
  ],
  [
    'App Store Connect',
    {
      sent: bearer({
        iss: '57246542-96fe-1a63-e053-0824d011072a',
        aud: 'appstoreconnect-v1',
        exp: NOON + 4000,
        sub: undefined,
      }),
      body: {
        errors: [
          {
            status: '401',
            code: 'NOT_AUTHORIZED',
            title: 'Authentication credentials are missing or invalid.',
            detail:
              'Provide a properly configured and signed bearer token, and make sure that it has not expired.',
          },
        ],
      },
    },
    ['token-rejected', 'credentials-rejected', 'token-signature-invalid'],
  ],
  [
    'FCM sender id',
    {
      url: 'https://fcm.googleapis.com/v1/projects/p/messages:send',
      method: 'POST',
      posted: '{}',
      sent: opaque,
      status: 403,
      body: {
        error: {
          code: 403,
          message: 'SenderId mismatch',
          status: 'PERMISSION_DENIED',
          details: [{ errorCode: 'SENDER_ID_MISMATCH' }],
        },
      },
    },
    ['permission-denied', 'token-issuer-mismatch', 'token-audience-mismatch'],
  ],
  [
    'Apple sign in client',
    {
      url: 'https://appleid.apple.com/auth/token',
      posted: 'grant_type=authorization_code&code=c&client_id=a&client_secret=' + jwtOf(),
      status: 400,
      body: { error: 'invalid_client' },
    },
    ['client-authentication-failed'],
  ],
  [
    'Google refresh',
    {
      url: 'https://oauth2.googleapis.com/token',
      posted: 'grant_type=refresh_token&refresh_token=1%2F%2F0abc&client_id=a&client_secret=b',
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
    },
    ['grant-invalid'],
  ],
  [
    'Google code redeemed',
    {
      url: 'https://oauth2.googleapis.com/token',
      posted: 'grant_type=authorization_code&code=4%2F0A&client_id=a&client_secret=b&redirect_uri=x',
      status: 400,
      body: { error: 'redirect_uri_mismatch', error_description: 'Bad Request' },
    },
    ['redirect-uri-mismatch'],
  ],
  [
    'GitHub device code',
    {
      url: 'https://github.com/login/oauth/access_token',
      method: 'POST',
      posted: 'client_id=a&client_secret=b&code=c',
      status: 200,
      received: { 'Content-Type': 'application/json' },
      body: {
        error: 'bad_verification_code',
        error_description: 'The code passed is incorrect or expired.',
        error_uri: 'x',
      },
    },
    ['grant-invalid'],
  ],
  [
    'GitHub redirect uri',
    {
      url: 'https://github.com/login/oauth/access_token',
      method: 'POST',
      posted: 'client_id=a&client_secret=b&code=c',
      status: 200,
      received: { 'Content-Type': 'application/json' },
      body: {
        error: 'incorrect_client_credentials',
        error_description: 'The client_id and/or client_secret passed are incorrect.',
      },
    },
    ['client-authentication-failed'],
  ],
  [
    'Discord OAuth',
    {
      url: 'https://discord.com/api/oauth2/token',
      posted: 'grant_type=authorization_code&code=c&redirect_uri=http://localhost',
      status: 400,
      body: { error: 'invalid_request', error_description: 'Invalid "redirect_uri" in request.' },
    },
    ['redirect-uri-mismatch'],
  ],
  [
    'WSO2 inactive',
    {
      sent: opaque,
      body: {
        code: '900901',
        message: 'Invalid Credentials',
        description:
          'Access failure for API: /x, version: 1 status: (900901) - Invalid Credentials. Make sure you have provided the correct security credentials',
      },
    },
    ['credentials-rejected', 'token-rejected'],
  ],
  [
    'WSO2 expired',
    {
      sent: opaque,
      body: {
        fault: {
          code: 900903,
          message: 'Access Token Expired',
          description: 'Renew the access token and try again',
        },
      },
    },
    ['token-expired'],
  ],
  [
    'WSO2 missing',
    {
      body: {
        fault: {
          code: 900902,
          message: 'Missing Credentials',
          description:
            'Invalid Credentials. Make sure your API invocation call has a header: "Authorization: Bearer ACCESS_TOKEN"',
        },
      },
    },
    ['credentials-missing'],
  ],
  [
    'Apigee',
    {
      sent: { 'x-apikey': 'abc' },
      body: { fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2.InvalidApiKey' } } },
    },
    ['credentials-rejected'],
  ],
  [
    'Apigee no product',
    {
      sent: opaque,
      status: 401,
      body: {
        fault: {
          faultstring: 'Invalid API call as no apiproduct match found',
          detail: { errorcode: 'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound' },
        },
      },
    },
    ['permission-denied', 'scope-insufficient', 'url-wrong', 'token-rejected'],
  ],
  [
    'Apigee failed to resolve',
    {
      status: 401,
      body: {
        fault: {
          faultstring: 'Failed to resolve API Key variable request.queryparam.apikey',
          detail: { errorcode: 'steps.oauth.v2.FailedToResolveAPIKey' },
        },
      },
    },
    ['credentials-missing'],
  ],
  [
    'Apigee expired',
    {
      sent: opaque,
      body: {
        fault: {
          faultstring: 'Access Token expired',
          detail: { errorcode: 'keymanagement.service.access_token_expired' },
        },
      },
    },
    ['token-expired'],
  ],
  [
    'Tyk',
    { sent: opaque, status: 403, body: { error: 'Access to this API has been disallowed' } },
    ['permission-denied', 'scope-insufficient'],
  ],
  ['Tyk missing', { body: { error: 'Authorization field missing' } }, ['credentials-missing']],
  [
    'Traefik forward',
    {
      sent: basic('a', 'bcd'),
      received: { 'Www-Authenticate': 'Basic realm="traefik"' },
      body: '401 Unauthorized\n',
    },
    ['credentials-rejected'],
  ],
  [
    'HAProxy 401',
    {
      received: { 'WWW-Authenticate': 'Basic realm="Stats"' },
      body: page('401 Unauthorized', 'You need a valid user and password to access this content.'),
    },
    ['credentials-missing'],
  ],
  [
    'IIS 401.1',
    {
      sent: { Authorization: 'NTLM TlRMTVNTUAADAAAA' },
      received: { 'WWW-Authenticate': ['Negotiate', 'NTLM'] },
      body: page(
        'IIS 10.0 Detailed Error - 401.1 - Unauthorized',
        'You do not have permission to view this directory or page using the credentials that you supplied.',
      ),
    },
    ['credentials-rejected'],
  ],
  [
    'IIS 403.7',
    {
      status: 403,
      body: page(
        'IIS 8.5 Detailed Error - 403.7 - Forbidden',
        'The page you are attempting to access requires your browser to have a Secure Sockets Layer (SSL) client certificate that the Web server recognizes.',
      ),
    },
    ['client-certificate-required'],
  ],
  [
    'Apache ssl 403',
    { status: 403, body: page('403 Forbidden', 'Reason: Cannot perform Post-Handshake Authentication.') },
    ['client-certificate-required', 'permission-denied'],
  ],
  [
    'presigned upload header',
    {
      url: 'https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20231115%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20231115T120000Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host%3Bx-amz-acl&X-Amz-Signature=00ff',
      method: 'PUT',
      posted: 'x',
      status: 403,
      body: '<Error><Code>AccessDenied</Code><Message>There were headers present in the request which were not signed</Message><HeadersNotSigned>x-amz-acl</HeadersNotSigned></Error>',
    },
    ['signature-mismatch', 'required-header-missing'],
  ],
  [
    'azure sas expired',
    {
      url: 'https://a.blob.core.windows.net/c/b?sv=2020&se=2023-11-15T11:00:00Z&sr=b&sp=r&sig=abc',
      status: 403,
      received: { 'x-ms-error-code': 'AuthenticationFailed' },
      body: '<Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.</Message><AuthenticationErrorDetail>Signature not valid in the specified time frame: Start [x] - Expiry [y] - Current [z]</AuthenticationErrorDetail></Error>',
    },
    ['token-expired', 'clock-skew'],
  ],
  [
    'azure shared key',
    {
      url: 'https://a.blob.core.windows.net/c/b',
      sent: { Authorization: 'SharedKey a:abc=', 'x-ms-date': new Date(NOON * 1000).toUTCString() },
      status: 403,
      body: "<Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>The MAC signature found in the HTTP request 'abc' is not the same as any computed signature.</AuthenticationErrorDetail></Error>",
    },
    ['signature-mismatch'],
  ],
  [
    'azure firewall',
    {
      url: 'https://a.blob.core.windows.net/c/b',
      sent: opaque,
      status: 403,
      received: { 'x-ms-error-code': 'AuthorizationFailure' },
      body: '<Error><Code>AuthorizationFailure</Code><Message>This request is not authorized to perform this operation.</Message></Error>',
    },
    ['ip-not-allowed', 'permission-denied'],
  ],
  [
    'keyvault firewall',
    {
      url: 'https://v.vault.azure.net/secrets/a',
      sent: bearer({ aud: 'https://vault.azure.net' }),
      status: 403,
      body: {
        error: {
          code: 'Forbidden',
          message:
            'Client address is not authorized and caller is not a trusted service.\r\nClient address: 1.2.3.4',
          innererror: { code: 'ForbiddenByFirewall' },
        },
      },
    },
    ['ip-not-allowed'],
  ],
  [
    'keyvault aud',
    {
      url: 'https://v.vault.azure.net/secrets/a',
      sent: bearer({ aud: 'https://management.azure.com/' }),
      body: {
        error: {
          code: 'Unauthorized',
          message:
            'AKV10022: Invalid audience. Expected https://vault.azure.net, found: https://management.azure.com/.',
        },
      },
    },
    ['token-audience-mismatch'],
  ],
  [
    'keyvault tenant',
    {
      url: 'https://v.vault.azure.net/secrets/a',
      sent: bearer({ aud: 'https://vault.azure.net' }),
      body: {
        error: {
          code: 'Unauthorized',
          message:
            'AKV10032: Invalid issuer. Expected one of https://sts.windows.net/a/, found https://sts.windows.net/b/.',
        },
      },
    },
    ['token-issuer-mismatch'],
  ],
  [
    'GitLab registry',
    {
      url: 'https://registry.gitlab.com/v2/a/b/manifests/latest',
      sent: bearer(),
      body: {
        errors: [
          {
            code: 'UNAUTHORIZED',
            message: 'authentication required',
            detail: [{ Type: 'repository', Name: 'a/b', Action: 'pull' }],
          },
        ],
      },
      received: {
        'Www-Authenticate':
          'Bearer realm="https://gitlab.com/jwt/auth",service="container_registry",scope="repository:a/b:pull",error="insufficient_scope"',
        'Docker-Distribution-Api-Version': 'registry/2.0',
      },
    },
    ['scope-insufficient', 'permission-denied'],
  ],
]);
