import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const appwrite = defineProvider({
  id: 'appwrite',
  name: 'Appwrite',
  category: 'data',
  address: 'https://cloud.appwrite.io/v1/account',
  sends: ['x-appwrite-project', 'x-appwrite-key'],
  hosts: /(^|\.)appwrite\.(?:io|global)$/,
  fields: [['x-appwrite-*']],
  body: /"type"\s*:\s*"(?:general_unauthorized_scope|general_access_forbidden|general_unknown_origin|user_(?:invalid_credentials|unauthorized|jwt_invalid|blocked|more_factors_required)|project_(?:unknown|key_expired))"/,
  sources: [
    'https://appwrite.io/docs/advanced/platform/response-codes',
    'https://github.com/appwrite/appwrite/blob/main/src/Appwrite/Extend/Exception.php',
  ],
  misleads: [
    {
      says: 'User (role: guests) missing scope (account)',
      means: 'No session and no key came with the request: a guest is asked for what only a user has.',
    },
  ],
  doors: ['field x-appwrite-key', 'field x-appwrite-session', 'field x-appwrite-jwt'],
  lives: { seconds: 900, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /role: guests\) missing scope/i,
      explanation:
        'Appwrite took the request for a guest’s: neither a session cookie, a JWT nor an API key came with it. In a browser the session cookie is lost where third-party cookies are off.',
      seen: {
        sent: {},
        body: '{"message":"User (role: guests) missing scope (account)","code":401,"type":"general_unauthorized_scope","version":"1.6.0"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /role: (?:users|applications|app)\) missing scope/i,
      explanation: 'The API key was made without the scope that the answer names; scopes can be added to it.',
      seen: '{"message":"app.653a@service.cloud.appwrite.io (role: applications) missing scope (users.read)","code":401,"type":"general_unauthorized_scope","version":"1.6.0"}',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['user_invalid_credentials'],
      explanation: 'Appwrite does not know this mail address with this password.',
      seen: {
        url: 'https://cloud.appwrite.io/v1/account/sessions/email',
        posted: '{"email":"kim@example.com","password":"word-of-kim"}',
        body: '{"message":"Invalid credentials. Please check the email and password.","code":401,"type":"user_invalid_credentials","version":"1.6.0"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['user_blocked', 'user_email_not_verified'],
      explanation: 'The user is blocked in the project, or has not confirmed the mail address.',
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['user_more_factors_required'],
      explanation: 'The session has passed one factor; a challenge for the second one must be completed.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['project_key_expired'],
      explanation: 'The API key has an end date, and it has passed.',
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      code: ['general_unknown_origin'],
      explanation: 'The page’s origin is not registered as a platform of the project.',
      seen: {
        status: 403,
        body: '{"message":"Invalid Origin. Register your new client (app.example.com) as a new Web platform on your project console dashboard","code":403,"type":"general_unknown_origin","version":"1.6.0"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['user_jwt_invalid'],
      explanation: 'A JWT of Appwrite lives fifteen minutes, and ends with its session.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['user_unauthorized', 'general_access_forbidden'],
      explanation: 'The permissions of the document, file or collection do not name this user.',
    },
  ],
});
