import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const salesforce = defineProvider({
  id: 'salesforce',
  name: 'Salesforce',
  category: 'productivity',
  address: 'https://example.my.salesforce.com/services/data/v60.0/',
  hosts: /\.(salesforce|force|salesforce-setup)\.com$/,
  body: /"errorCode"\s*:\s*"[A-Z_]+"/,

  sources: ['https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm'],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /This session is not valid for use with the REST API|ip restricted|invalid login hours|LOGIN_MUST_USE_SECURITY_TOKEN/i,
      explanation:
        'The session is bound to the IP range of the profile or connected app; the app’s policy can relax it.',
    },
    {
      cause: 'session-expired',
      weight: TOLD,
      code: ['INVALID_SESSION_ID'],
      explanation: 'The session behind the token ended or belongs to another organisation.',
    },
    {
      cause: 'token-expired',
      weight: SUGGESTED,
      says: /Session expired or invalid/i,
      explanation: 'Salesforce does not tell an expired session from a wrong one.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'API_DISABLED_FOR_ORG',
        'INSUFFICIENT_ACCESS',
        'INSUFFICIENT_ACCESS_OR_READONLY',
        'API_CURRENTLY_DISABLED',
        'FUNCTIONALITY_NOT_ENABLED',
      ],
      explanation: 'The edition or profile lacks access to the API or object.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /INVALID_LOGIN|authentication failure/i,
      explanation:
        'User, password or security token are wrong, or the login went to production instead of the sandbox.',
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /expired access\/refresh token|expired authorization code/i,
      explanation: 'The refresh token was withdrawn, often because more than five were given out.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['REQUEST_LIMIT_EXCEEDED'],
      explanation: 'The organisation’s daily requests are used up.',
    },
  ],
});
