import { basic, bearer, jwtOf, NOON, opaque } from '../attempt.test-support.ts';
import { testAnswers } from './known-answers.test-support.ts';

const page = (title: string, inside = ''): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${inside}</body></html>`;

testAnswers('services and apps', [
  [
    'Bing/Azure Cognitive wrong key',
    {
      url: 'https://westeurope.api.cognitive.microsoft.com/x',
      sent: { 'Ocp-Apim-Subscription-Key': 'abcd1234' },
      body: {
        error: {
          code: '401',
          message:
            'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
        },
      },
    },
    ['credentials-rejected', 'url-wrong'],
  ],
  [
    'gitea basic 2fa',
    { sent: basic('kim', 'pw-123'), body: { message: 'Only signed in user is allowed to call APIs.' } },
    ['credentials-missing', 'header-stripped', 'credentials-rejected', 'mfa-required'],
  ],
  [
    'Nextcloud 2fa app password',
    {
      sent: basic('kim', 'pw-123'),
      body: '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:exception>Sabre\\DAV\\Exception\\NotAuthenticated</s:exception><s:message>2FA challenge not passed</s:message></d:error>',
    },
    ['mfa-required'],
  ],
  [
    'gmail smtp-like app password',
    { sent: basic('kim', 'pw-123'), body: 'Application-specific password required' },
    ['mfa-required'],
  ],
  [
    'Dynamics app user',
    {
      url: 'https://acme.crm4.dynamics.com/api/data/v9.2/accounts',
      sent: bearer({ aud: 'https://acme.crm4.dynamics.com', iss: 'https://sts.windows.net/a/' }),
      status: 403,
      body: { error: { code: '0x80072560', message: 'The user is not a member of the organization.' } },
    },
    ['permission-denied', 'account-unusable'],
  ],
  [
    'Exchange basic retired',
    {
      sent: basic('kim', 'pw-123'),
      body: { error: 'Basic authentication has been disabled for this tenant.' },
    },
    ['auth-method-retired', 'scheme-mismatch'],
  ],
  [
    'Youtube quota',
    {
      url: 'https://www.googleapis.com/youtube/v3/x',
      status: 403,
      sent: opaque,
      body: {
        error: {
          code: 403,
          message: 'The request cannot be completed because you have exceeded your quota.',
          errors: [{ reason: 'quotaExceeded' }],
        },
      },
    },
    ['rate-limited'],
  ],
  [
    'GCP api disabled referrer',
    {
      url: 'https://maps.googleapis.com/maps/api/js?key=AIza',
      status: 403,
      body: {
        error: {
          code: 403,
          message: 'API key not valid. Please pass a valid API key.',
          status: 'INVALID_ARGUMENT',
        },
      },
    },
    ['credentials-rejected'],
  ],
  [
    'IAP',
    {
      url: 'https://app.example.com/api',
      sent: opaque,
      received: { 'X-Goog-IAP-Generated-Response': 'true' },
      body: 'Invalid IAP credentials: empty token',
    },
    ['blocked-by-intermediary', 'credentials-missing', 'header-stripped', 'credentials-in-wrong-place'],
  ],
  [
    'Cloudflare Access redirect',
    {
      url: 'https://app.example.com/api/x',
      sent: opaque,
      status: 302,
      received: {
        Location:
          'https://acme.cloudflareaccess.com/cdn-cgi/access/login/app.example.com?kid=1&redirect_url=%2F',
      },
    },
    ['blocked-by-intermediary'],
  ],
  [
    'Authelia 302',
    {
      url: 'https://app.example.com/api/x',
      sent: { 'X-Api-Key': 'abc' },
      status: 302,
      received: { Location: 'https://auth.example.com/?rd=https%3A%2F%2Fapp.example.com%2Fapi%2Fx' },
    },
    ['blocked-by-intermediary'],
  ],
  [
    'oauth2-proxy html',
    {
      url: 'https://app.example.com/api/x',
      sent: opaque,
      status: 403,
      body: page(
        'Sign In',
        '<form method="GET" action="/oauth2/start"><button>Sign in with Google</button></form>',
      ),
    },
    ['blocked-by-intermediary', 'permission-denied'],
  ],
  [
    'Sucuri',
    {
      sent: opaque,
      status: 403,
      received: { Server: 'Sucuri/Cloudproxy', 'X-Sucuri-ID': '1' },
      body: page('Sucuri WebSite Firewall - Access Denied'),
    },
    ['blocked-by-intermediary'],
  ],
  [
    'AWS WAF',
    {
      sent: opaque,
      status: 403,
      received: { Server: 'awselb/2.0' },
      body: '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>',
    },
    ['blocked-by-intermediary', 'permission-denied'],
  ],
  [
    'ModSecurity 406-ish 403',
    {
      sent: opaque,
      status: 403,
      body: page(
        '403 Forbidden',
        '<h1>Forbidden</h1><p>You do not have permission to access this resource.</p><p>Additionally, a mod_security rule was triggered</p>',
      ),
    },
    ['blocked-by-intermediary'],
  ],
  [
    'WP REST disabled by plugin',
    {
      status: 401,
      sent: basic('a', 'app-pass'),
      body: {
        code: 'rest_cannot_access',
        message: 'DRA: Only authenticated users can access the REST API.',
        data: { status: 401 },
      },
    },
    ['blocked-by-intermediary', 'header-stripped'],
  ],
  [
    'Python user-agent blocked',
    { status: 403, sent: { 'User-Agent': 'Python-urllib/3.8' }, body: 'error code: 1010' },
    ['client-not-allowed', 'blocked-by-intermediary'],
  ],
  [
    'Wikipedia UA',
    { status: 403, body: 'Please set a user-agent and respect our robot policy https://w.wiki/4wJS.' },
    ['client-not-allowed', 'required-header-missing'],
  ],
  [
    'SEC UA',
    {
      status: 403,
      body: page(
        'SEC.gov | Request Rate Threshold Exceeded',
        'Your Request Originates from an Undeclared Automated Tool',
      ),
    },
    ['client-not-allowed', 'rate-limited'],
  ],
  [
    'SAP csrf',
    {
      method: 'POST',
      posted: '{}',
      sent: basic('a', 'bcd'),
      status: 403,
      received: { 'x-csrf-token': 'Required' },
      body: 'CSRF token validation failed',
    },
    ['csrf-token-missing'],
  ],
  [
    'Confluence xsrf',
    { method: 'POST', posted: 'a', sent: basic('a', 'bcd'), status: 403, body: 'XSRF check failed' },
    ['csrf-token-missing'],
  ],
  [
    'Odoo session',
    {
      method: 'POST',
      posted: '{}',
      status: 200,
      received: { 'Content-Type': 'application/json' },
      sent: { Cookie: 'session_id=abc' },
      body: {
        jsonrpc: '2.0',
        id: null,
        error: {
          code: 100,
          message: 'Odoo Session Expired',
          data: { name: 'odoo.http.SessionExpiredException', message: 'Session expired' },
        },
      },
    },
    ['session-expired'],
  ],
  [
    'Odoo xmlrpc access denied',
    {
      method: 'POST',
      posted: '<methodCall/>',
      status: 200,
      received: { 'Content-Type': 'text/xml' },
      body: "<?xml version='1.0'?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>3</int></value></member><member><name>faultString</name><value><string>Access Denied</string></value></member></struct></value></fault></methodResponse>",
    },
    ['credentials-rejected', 'permission-denied', 'credentials-missing'],
  ],
  [
    'Zabbix session',
    {
      method: 'POST',
      posted: '{"jsonrpc":"2.0","method":"host.get","auth":"0424bd59b807674191e7d77572075f33","id":1}',
      status: 200,
      received: { 'Content-Type': 'application/json' },
      body: {
        jsonrpc: '2.0',
        error: { code: -32602, message: 'Invalid params.', data: 'Session terminated, re-login, please.' },
        id: 1,
      },
    },
    ['session-expired', 'token-revoked'],
  ],
  [
    'GraphQL unauth',
    {
      method: 'POST',
      posted: '{"query":"{me}"}',
      status: 200,
      received: { 'Content-Type': 'application/json' },
      body: {
        errors: [{ message: 'You must be logged in to do this', extensions: { code: 'UNAUTHENTICATED' } }],
        data: null,
      },
    },
    ['credentials-missing'],
  ],
  [
    'Hasura jwt exp',
    {
      method: 'POST',
      posted: '{"query":"{me}"}',
      sent: bearer({ exp: NOON - 100 }),
      status: 200,
      received: { 'Content-Type': 'application/json' },
      body: {
        errors: [
          { extensions: { path: '$', code: 'invalid-jwt' }, message: 'Could not verify JWT: JWTExpired' },
        ],
      },
    },
    ['token-expired'],
  ],
  [
    'PocketBase',
    {
      sent: opaque,
      status: 401,
      body: {
        code: 401,
        message: 'The request requires valid record authorization token to be set.',
        data: {},
      },
    },
    ['token-rejected', 'token-expired', 'credentials-missing', 'header-stripped', 'credentials-rejected'],
  ],
  [
    'Strapi',
    {
      sent: bearer(),
      status: 401,
      body: {
        data: null,
        error: {
          status: 401,
          name: 'UnauthorizedError',
          message: 'Missing or invalid credentials',
          details: {},
        },
      },
    },
    ['token-rejected', 'credentials-rejected', 'token-signature-invalid'],
  ],
  [
    'Directus',
    {
      sent: bearer({ exp: NOON - 1 }),
      body: { errors: [{ message: 'Token expired.', extensions: { code: 'TOKEN_EXPIRED' } }] },
    },
    ['token-expired'],
  ],
  [
    'Ghost admin iat',
    {
      url: 'https://b.example/ghost/api/admin/posts/',
      sent: { Authorization: `Ghost ${jwtOf({ aud: '/admin/', iss: undefined, sub: undefined })}` },
      body: {
        errors: [
          { message: 'Invalid token: jwt audience invalid. expected: /v3/admin/', type: 'UnauthorizedError' },
        ],
      },
    },
    ['token-audience-mismatch'],
  ],
  [
    'APNs',
    {
      url: 'https://api.push.apple.com/3/device/a',
      method: 'POST',
      posted: '{}',
      sent: {
        authorization: `bearer ${jwtOf({ iat: NOON - 4000, exp: undefined, sub: undefined, iss: 'TEAMID' })}`,
      },
      status: 403,
      body: { reason: 'ExpiredProviderToken' },
    },
    ['token-expired'],
  ],
]);
