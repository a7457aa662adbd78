import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const zoho = defineProvider({
  id: 'zoho',
  name: 'Zoho',
  category: 'productivity',
  address: 'https://www.zohoapis.com/crm/v6/users',
  hosts: /(^|\.)(zohoapis|zoho|zohocloud)\.(com|eu|in|jp|sa|ca|com\.au|com\.cn|uk)$/,
  misleads: [{ says: 'INVALID_TOKEN', means: 'Said of a good token that belongs to another data centre.' }],
  sources: [
    'https://www.zoho.com/social/api/oauth-authentication.html',
    'https://zoho.com/crm/developer/docs/serverless-architecture/deluge-crm-errors-solutions.html',
    'https://www.volcengine.com/article/125091',
  ],
  doors: [
    'authorization zoho-oauthtoken',
    'authorization zoho-enczapikey',
    'authorization bearer',
    'query zapikey',
  ],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['INVALID_TOKEN', 'INVALID_OAUTHTOKEN'],
      says: /invalid oauth ?token/i,
      explanation:
        'The access token is over after an hour, or belongs to another data centre: .com, .eu, .in and the others each have their own.',
      seen: {
        sent: { Authorization: 'Zoho-oauthtoken 1000.abc.def' },
        body: '{"code":"INVALID_TOKEN","details":{},"message":"invalid oauth token","status":"error"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['OAUTH_SCOPE_MISMATCH', 'INVALID_OAUTHSCOPE'],
      says: /invalid oauth scope/i,
      explanation: 'The refresh token was made without this scope; authorize again with it.',
      seen: {
        sent: { Authorization: 'Zoho-oauthtoken 1000.abc.def' },
        body: '{"code":"OAUTH_SCOPE_MISMATCH","details":{},"message":"invalid oauth scope to access this URL","status":"error"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /^error: (?:invalid_client|invalid_client_secret)$/i,
      path: /oauth\/v2\/token/,
      explanation: 'The client is registered in another data centre, or its secret is wrong.',
      seen: {
        status: 200,
        url: 'https://accounts.zoho.com/oauth/v2/token',
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=x&client_id=x&client_secret=x',
        body: '{"error":"invalid_client"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /^error: invalid_code$/i,
      explanation:
        'A code is good once and for a few minutes; a refresh token ends when twenty newer ones were made.',
      seen: {
        status: 200,
        url: 'https://accounts.zoho.com/oauth/v2/token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"error":"invalid_code"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['NO_PERMISSION', 'AUTHORIZATION_FAILED'],
      says: /You are not authorized to perform this operation|permission denied/i,
      explanation: 'The user’s profile lacks the permission named.',
      seen: {
        status: 403,
        sent: { Authorization: 'Zoho-oauthtoken 1000.abc.def' },
        body: '{"code":"NO_PERMISSION","details":{"permissions":["Crm_Implied_Api_Access"]},"message":"permission denied","status":"error"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['AUTHENTICATION_FAILURE'],
      explanation:
        'Zoho does not accept the credential; the field is Authorization: Zoho-oauthtoken and the token.',
      seen: {
        sent: { Authorization: 'Zoho-oauthtoken 1000.abc.def' },
        body: '{"code":"AUTHENTICATION_FAILURE","details":{},"message":"Authentication failed","status":"error"}',
      },
    },
  ],
});
