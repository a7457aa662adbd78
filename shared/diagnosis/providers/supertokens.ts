import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const supertokens = defineProvider({
  id: 'supertokens',
  name: 'SuperTokens',
  category: 'identity',
  address: 'https://api.example.com/sessioninfo',
  fields: [['front-token'], ['st-access-token'], ['st-refresh-token']],
  body: /"message"\s*:\s*"(?:try refresh token|token theft detected|invalid claim|unauthorised)"/,
  sends: ['st-auth-mode', 'fdi-version'],
  sources: [
    'https://supertokens.com/docs/post-authentication/session-management/introduction',
    'https://github.com/supertokens/supertokens-node/blob/master/lib/ts/recipe/session/sessionRequestFunctions.ts',
  ],
  misleads: [
    {
      says: 'try refresh token',
      means:
        'The access token is over, or a cookie’s anti-forgery check failed: for a request other than GET the field rid must come too.',
    },
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /token theft detected/i,
      explanation: 'A refresh token came a second time, so the whole session was ended.',
      seen: {
        url: 'https://api.example.com/auth/session/refresh',
        body: '{"message":"token theft detected"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^message: try refresh token$/i,
      explanation: 'Post to /auth/session/refresh, and repeat the request with what comes back.',
      seen: '{"message":"try refresh token"}',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /^id: st-ev$/i,
      explanation: 'The session is good; the user’s e-mail address is not verified yet.',
      seen: {
        status: 403,
        body: '{"message":"invalid claim","claimValidationErrors":[{"id":"st-ev","reason":{"message":"wrong value","expectedValue":true,"actualValue":false}}]}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /^id: st-mfa$/i,
      explanation: 'The session is good; a further factor is still to be done.',
      seen: {
        status: 403,
        body: '{"message":"invalid claim","claimValidationErrors":[{"id":"st-mfa","reason":{"message":"MFA requirement for auth is not satisfied"}}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^id: st-(?:role|perm)$/i,
      explanation: 'The session is good; its user lacks the role or permission that the validator wants.',
      seen: {
        status: 403,
        body: '{"message":"invalid claim","claimValidationErrors":[{"id":"st-role","reason":{"message":"wrong value","expectedToInclude":"admin","actualValue":["user"]}}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^message: unauthorised$/i,
      notSent: /./,
      explanation:
        'No session came: across sites the cookies want credentials: include, or the token goes as Bearer.',
      seen: { sent: {}, body: '{"message":"unauthorised"}' },
    },
  ],
});
