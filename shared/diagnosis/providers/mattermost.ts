import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mattermost = defineProvider({
  id: 'mattermost',
  name: 'Mattermost',
  category: 'messaging',
  address: 'https://acme.cloud.mattermost.com/api/v4/users/me',
  paths: /^\/api\/v4\/(?:posts|channels|teams)(?:\/|$)/,
  hosts: /(^|\.)mattermost\.com$|(^|\.)cloud\.mattermost\.com$/,
  body: /"id"\s*:\s*"(?:api|ent|store|model|web)\.[a-z_.]+"/,
  sources: [
    'https://developers.mattermost.com/api-documentation/',
    'https://github.com/mattermost/mattermost/blob/master/server/channels/web/context.go',
    'https://github.com/mattermost/mattermost/blob/master/server/i18n/en.json',
  ],
  misleads: [
    {
      says: 'Invalid or expired session, please login again.',
      means: 'Also said where no token came, and of access tokens that are switched off on the server.',
    },
  ],
  doors: ['authorization bearer', 'authorization token', 'query access_token'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['api.context.session_expired.app_error'],
      notSent: /./,
      explanation: 'Neither a Bearer token nor the cookie MMAUTHTOKEN came.',
      seen: {
        sent: {},
        body: '{"id":"api.context.session_expired.app_error","message":"Invalid or expired session, please login again.","detailed_error":"UserRequired","status_code":401}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      code: ['api.context.session_expired.app_error'],
      sent: /^(?:authorization|cookie)/,
      explanation:
        'The session behind the token is over or was ended. A personal access token gives the same words where such tokens are switched off, or it was disabled.',
      seen: '{"id":"api.context.session_expired.app_error","message":"Invalid or expired session, please login again.","detailed_error":"token=q7rk2mxz0bt4wyc1q7rk2mxz0b","status_code":401}',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: [
        'api.user.login.invalid_credentials_email',
        'api.user.login.invalid_credentials_username',
        'api.user.login.invalid_credentials_email_username',
        'api.user.check_user_password.invalid.app_error',
      ],
      explanation: 'The login is not known with this password.',
      seen: {
        url: 'https://chat.example.com/api/v4/users/login',
        posted: '{"login_id":"kim","password":"word-of-kim"}',
        body: '{"id":"api.user.login.invalid_credentials_email_username","message":"Enter a valid email or username and/or password.","detailed_error":"","status_code":401}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['api.context.permissions.app_error'],
      explanation: 'The user or bot lacks the permission, often because it is not in the channel or team.',
      seen: {
        status: 403,
        body: '{"id":"api.context.permissions.app_error","message":"You do not have the appropriate permissions.","detailed_error":"","status_code":403}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: [
        'api.context.mfa_required.app_error',
        'mfa.validate_token.authenticate.app_error',
        'api.user.check_user_mfa.bad_code.app_error',
      ],
      explanation: 'The account or the server demands a second factor: the login needs the member token.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: [
        'api.user.login.inactive.app_error',
        'api.user.login.not_verified.app_error',
        'api.user.check_user_login_attempts.too_many.app_error',
      ],
      explanation:
        'The account is deactivated, locked after too many logins, or its address was not confirmed.',
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /Invalid or expired CSRF|Appears to be a CSRF attempt/i,
      explanation: 'With the cookie a writing request needs X-CSRF-Token with the value of MMCSRF.',
    },
  ],
});
