import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const googleCloud = defineProvider({
  id: 'google-cloud',
  name: 'Google Cloud',
  category: 'cloud',
  address: 'https://compute.googleapis.com/compute/v1/projects/p/zones',
  hosts: /(\.googleapis\.com|\.appspot\.com)$/,
  fields: [['server', /^(ESF|Google Frontend|scaffolding on HTTPServer2)$/]],
  misleads: [
    {
      says: 'The request is missing a valid API key',
      means: 'Said also where a token was sent that the API could not read.',
    },
  ],
  keys: [
    { form: /^AIza[\w-]{35}$/, kind: 'API key' },
    {
      form: /^ya29\./,
      kind: 'OAuth access token',
      goes: ['authorization bearer', 'query access_token', 'query oauth_token'],
    },
    { form: /^1\/\/0/, kind: 'refresh token', spare: true },
    { form: /^GOCSPX-/, kind: 'OAuth client secret', spare: true },
  ],
  sources: ['https://cloud.google.com/docs/authentication/troubleshoot'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN + STATED,
      code: ['youtubeSignupRequired'],
      says: /NoLinkedYouTubeAccount/,
      explanation:
        'The Google account has no YouTube channel; a service account never has one. Make a channel, and log in as its owner.',
      seen: {
        url: 'https://www.googleapis.com/youtube/v3/playlists?part=snippet',
        body: '{"error":{"code":401,"message":"Unauthorized","errors":[{"message":"Unauthorized","domain":"youtube.header","reason":"youtubeSignupRequired","location":"Authorization","locationType":"header"}]}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + HINTED,
      says: /^\S*reason: authError$|^\S*message: Invalid Credentials$/i,
      sent: /^authorization authorization: bearer /i,
      status: [401],
      explanation:
        'The access token is over, which happens after an hour, or was withdrawn: renew it with the refresh token, or let the user log in again.',
      seen: '{"error":{"code":401,"message":"Invalid Credentials","errors":[{"message":"Invalid Credentials","domain":"global","reason":"authError","location":"Authorization","locationType":"header"}]}}',
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /API keys are not supported by this API/i,
      explanation: 'This API wants a token that stands for an account; a key stands for a project only.',
      seen: {
        status: 401,
        sent: {},
        url: 'https://compute.googleapis.com/compute/v1/projects/p/zones?key=AIzaSyA0',
        body: '{"error":{"code":401,"message":"API keys are not supported by this API. Expected OAuth2 access token or other authentication credentials that assert a principal.","status":"UNAUTHENTICATED","details":[{"reason":"CREDENTIALS_MISSING"}]}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['CREDENTIALS_MISSING'],
      notSent: /./,
      explanation: 'No credential reached the API.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['API_KEY_INVALID', 'keyInvalid', 'badRequest.keyInvalid'],
      explanation: 'Google does not know the API key.',
      seen: { status: 400 },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /API key expired\. Please renew/i,
      explanation: 'The key’s time is over.',
      seen: {
        status: 400,
        body: '{"error":{"code":400,"message":"API key expired. Please renew the API key.","status":"INVALID_ARGUMENT"}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: [
        'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        'insufficientPermissions',
        'insufficientAuthenticationScopes',
      ],
      explanation: 'The token was given for fewer scopes; on a virtual machine its access scopes decide.',
      seen: { status: 403 },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      code: ['ACCESS_TOKEN_TYPE_UNSUPPORTED'],
      explanation:
        'The API does not take this kind of token, such as an ID token or one from another product.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['ACCESS_TOKEN_EXPIRED', 'authError.expired'],
      explanation: 'The access token is over after an hour.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'IAM_PERMISSION_DENIED',
        'SERVICE_DISABLED',
        'accessNotConfigured',
        'CONSUMER_INVALID',
        'BILLING_DISABLED',
        'notFound.permission',
        'insufficientFilePermissions',
        'SECURITY_POLICY_VIOLATED',
        'USER_PROJECT_DENIED',
        'RESOURCE_USAGE_RESTRICTED_BY_POLICY',
        'ORG_RESTRICTION_VIOLATION',
        'LOCATION_POLICY_VIOLATED',
        'SERVICE_NOT_VISIBLE',
      ],
      explanation: 'The API is not switched on in the project, or the account has no role for it.',
      seen: { status: 403 },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + HINTED,
      code: ['CONSUMER_SUSPENDED', 'GCP_SUSPENDED', 'ACCOUNT_STATE_INVALID', 'USER_BLOCKED_BY_ADMIN'],
      says: /Consumer '?[^']{0,80}'? has been suspended/i,
      explanation:
        'Google has suspended the project, or the account is disabled or gone: its owner finds out why in the console and appeals there.',
      seen: {
        status: 403,
        body: '{"error":{"code":403,"message":"Permission denied: Consumer \'projects/1\' has been suspended.","status":"PERMISSION_DENIED","details":[{"reason":"CONSUMER_SUSPENDED","domain":"googleapis.com"}]}}',
      },
    },
    {
      cause: 'credentials-conflict',
      weight: STATED,
      code: ['OVERLOADED_CREDENTIALS'],
      explanation: 'More than one credential came with the call; send one.',
    },
    {
      cause: 'session-expired',
      weight: STATED,
      code: ['SESSION_COOKIE_INVALID'],
      explanation: 'The session behind the cookie is over.',
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /SERVICE_DISABLED|has not been used in project|Your client does not have permission to (?:get|the requested) URL/i,
      status: [403],
      explanation: 'The API is switched off in the project or the account lacks the role.',
      seen: {
        status: 403,
        body: '{"error":{"code":403,"message":"Google Sheets API has not been used in project 1 before or it is disabled.","status":"PERMISSION_DENIED"}}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      code: [
        'API_KEY_HTTP_REFERRER_BLOCKED',
        'API_KEY_ANDROID_APP_BLOCKED',
        'API_KEY_IOS_APP_BLOCKED',
        'ipRefererBlocked',
      ],
      explanation: 'The key is restricted to certain pages or apps.',
      seen: { status: 403 },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['API_KEY_SERVICE_BLOCKED'],
      explanation: 'The key is restricted to certain APIs, and this one is not among them.',
      seen: { status: 403 },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Method doesn't allow unregistered callers|^message: Anonymous caller does not have/i,
      notSent: /./,
      explanation: 'Nothing was sent; this method wants a key or a token.',
      seen: {
        status: 403,
        sent: {},
        body: '{"error":{"code":403,"message":"Method doesn\'t allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.","status":"PERMISSION_DENIED"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      status: [200, 403],
      says: /You must enable Billing on the Google Cloud Project|This API project is not authorized to use this API/i,
      explanation:
        'The key is known; its project has no billing account, or this API is not switched on in it.',
      seen: {
        status: 200,
        url: 'https://maps.googleapis.com/maps/api/geocode/json?key=AIzaSyA0123456789abcdefghijklmnopqrstu',
        sent: {},
        received: { 'Content-Type': 'application/json' },
        body: '{"error_message":"You must enable Billing on the Google Cloud Project at https://console.cloud.google.com/project/_/billing/enable","results":[],"status":"REQUEST_DENIED"}',
      },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      code: ['MalformedSecurityHeader'],
      explanation: 'A parameter or field of the signature does not have its form; the answer names it.',
      seen: {
        status: 400,
        body: '<Error><Code>MalformedSecurityHeader</Code><Message>Your request has a malformed header.</Message><ParameterName>credential</ParameterName></Error>',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['API_KEY_IP_ADDRESS_BLOCKED'],
      explanation: 'The key is restricted to certain addresses.',
      seen: { status: 403 },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /quota project|x-goog-user-project/i,
      explanation: 'User credentials need a project to which the use is billed.',
      seen: {
        status: 403,
        body: '{"error":{"code":403,"message":"Your application is authenticating by using local Application Default Credentials. The API requires a quota project, which is not set by default.","status":"PERMISSION_DENIED"}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['RATE_LIMIT_EXCEEDED', 'rateLimitExceeded', 'quotaExceeded', 'userRateLimitExceeded'],
      explanation: 'The project’s quota is used up.',
      seen: { status: 429 },
    },
  ],
});
