import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const auth0 = defineProvider({
  id: 'auth0',
  name: 'Auth0',
  category: 'identity',
  address: 'https://example.eu.auth0.com/oauth/token',
  hosts: /\.auth0\.com$/,
  fields: [['x-auth0-requestid'], ['x-auth0-not-cacheable']],
  body: /auth0/i,
  misleads: [
    {
      says: 'access_denied: Unauthorized',
      means: 'At the token endpoint Auth0 means the client’s secret, not a person’s decision.',
    },
  ],
  sources: [
    'https://auth0.com/docs/libraries/common-auth0-library-authentication-errors',
    'https://auth0.com/docs/libraries/error-messages',
  ],
  doors: ['authorization bearer', 'authorization basic', 'authorization dpop'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Bad HTTP authentication header format/i,
      status: [400, 401],
      explanation:
        'The Management API takes a signed token after Bearer; an opaque one does not fit its form.',
      seen: {
        status: 400,
        body: '{"statusCode":400,"error":"Bad Request","message":"Bad HTTP authentication header format","errorCode":"Bearer"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN + HINTED,
      says: /\/legacy\/grant-type\//i,
      explanation:
        'The endpoints /oauth/ro, /oauth/access_token and /delegation are closed to new applications; the password grant at /oauth/token took their place.',
      seen: {
        status: 403,
        url: 'https://example.auth0.com/oauth/ro',
        sent: {},
        posted: 'client_id=app&username=anna&password=x&connection=db',
        body: '{"error":"unauthorized_client","error_description":"Grant type \'http://auth0.com/oauth/legacy/grant-type/ro\' not allowed for the client."}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['mfa_required', 'mfa_registration_required'],
      explanation: 'Auth0 demands a second factor.',
      seen: { status: 403, sent: {}, posted: 'grant_type=password&username=anna&password=x&client_id=app' },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['mfa_invalid_code', 'invalid_otp'],
      explanation: 'The one-time code is wrong or no longer current.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: [
        'too_many_attempts',
        'user_blocked',
        'password_leaked',
        'user is blocked',
        'requires_verification',
      ],
      explanation: 'The account is blocked after failed logins or because its password is known elsewhere.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['invalid_user_password'],
      says: /Wrong email or password/i,
      explanation: 'Auth0 does not know e-mail and password in this connection.',
      seen: {
        status: 403,
        sent: {},
        posted: 'grant_type=password&username=anna&password=x&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Wrong email or password."}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /error_description: Unauthorized$|Unknown client|invalid_client/i,
      path: /^\/oauth\/token/,
      explanation: 'Auth0 does not accept the client’s secret or does not know the client in this tenant.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"access_denied","error_description":"Unauthorized"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Grant type '[^']+' not allowed for the client/i,
      explanation: 'The application’s settings do not list this grant.',
      seen: {
        status: 403,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"unauthorized_client","error_description":"Grant type \'client_credentials\' not allowed for the client."}',
      },
    },
    {
      cause: 'consent-missing',
      weight: PROVEN + HINTED,
      says: /Client is not authorized to access|client-grant|Client has not been granted/i,
      explanation:
        'The application has no grant for this API: it must be authorized under the API’s machine-to-machine applications.',
      seen: {
        status: 403,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"access_denied","error_description":"Client is not authorized to access \\"https://api.example.com\\". You need to create a \\"client-grant\\" associated to this API."}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /Service not (?:found|enabled within domain)/i,
      explanation:
        'The audience is not the identifier of an API in this tenant; it must match letter by letter, down to a final slash.',
      seen: {
        status: 403,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"access_denied","error_description":"Service not enabled within domain: https://api.example.com/"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /Unknown or invalid refresh token|Invalid authorization code|Failed to verify code verifier|refresh token reuse/i,
      explanation:
        'Code or refresh token is over or was used; with rotation a second use withdraws the whole family.',
      seen: {
        status: 403,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Unknown or invalid refresh token."}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN + HINTED,
      says: /Callback URL mismatch|The redirect URI is wrong|not in the list of allowed callback URLs/i,
      explanation: 'The callback is not in the application’s list.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"unauthorized_client","error_description":"The redirect URI is wrong. You sent https://app.example.com, and we expected https://app.example.com/cb"}',
      },
    },
    {
      cause: 'consent-missing',
      weight: STATED,
      code: ['consent_required', 'login_required'],
      explanation:
        'Silent login needs a session and a consent given before; on localhost consent is always asked.',
      seen: { status: 403, sent: {} },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Insufficient scope, expected any of/i,
      explanation: 'The Management API wants one of the scopes that the answer names.',
      seen: {
        status: 403,
        url: 'https://example.eu.auth0.com/api/v2/users',
        body: '{"statusCode":403,"error":"Forbidden","message":"Insufficient scope, expected any of: read:users","errorCode":"insufficient_scope"}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /Bad audience: /i,
      explanation: 'The Management API takes tokens whose audience is https://<tenant>/api/v2/.',
      seen: {
        status: 401,
        url: 'https://example.eu.auth0.com/api/v2/users',
        body: '{"statusCode":401,"error":"Unauthorized","message":"Bad audience: https://api.example.com","attributes":{"error":"Invalid token"}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['too_many_requests'],
      says: /Global limit has been reached/i,
      explanation: 'The tenant’s rate limit answered.',
      seen: { status: 429 },
    },
  ],
});
