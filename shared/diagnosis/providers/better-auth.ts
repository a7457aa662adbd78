import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const betterAuth = defineProvider({
  id: 'better-auth',
  name: 'Better Auth',
  category: 'framework',
  address: 'https://app.example.com/api/auth/get-session',
  paths:
    /^\/api\/auth\/(?:sign-in\/(?:email|social|username|passkey|magic-link|anonymous|oauth2)|get-session|sign-up\/email|two-factor\/|list-sessions)/,
  body: /"code"\s*:\s*"(?:INVALID_EMAIL_OR_PASSWORD|EMAIL_NOT_VERIFIED|CREDENTIAL_ACCOUNT_NOT_FOUND|INVALID_ORIGIN|MISSING_OR_NULL_ORIGIN|SESSION_NOT_FRESH)"/,
  sources: [
    'https://www.better-auth.com/docs/reference/errors',
    'https://github.com/better-auth/better-auth/blob/main/packages/better-auth/src/error/codes.ts',
  ],
  lives: { seconds: 604_800, ends: 'session-expired', idle: true, of: 'cookie' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['INVALID_EMAIL_OR_PASSWORD'],
      explanation: 'No account has this address and password; one made by a social login has no password.',
      seen: {
        url: 'https://app.example.com/api/auth/sign-in/email',
        sent: {},
        posted: '{"email":"kim@example.com","password":"word-of-kim"}',
        body: '{"code":"INVALID_EMAIL_OR_PASSWORD","message":"Invalid email or password"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['EMAIL_NOT_VERIFIED'],
      explanation: 'The password is right; the address was never confirmed.',
      seen: {
        url: 'https://app.example.com/api/auth/sign-in/email',
        status: 403,
        sent: {},
        posted: '{"email":"kim@example.com","password":"word-of-kim"}',
        body: '{"code":"EMAIL_NOT_VERIFIED","message":"Email not verified"}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      code: ['INVALID_ORIGIN', 'MISSING_OR_NULL_ORIGIN'],
      says: /^message: Invalid origin$/i,
      explanation: 'The page’s origin is not among trustedOrigins, nor is it baseURL.',
      seen: {
        url: 'https://app.example.com/api/auth/sign-in/email',
        status: 403,
        sent: { Origin: 'https://preview.example.org' },
        posted: '{"email":"kim@example.com","password":"word-of-kim"}',
        body: '{"code":"INVALID_ORIGIN","message":"Invalid origin"}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /Session expired\. Re-authenticate to perform this action/i,
      explanation: 'What is asked for wants a session that is fresh, by default no older than a day.',
      seen: {
        status: 400,
        sent: { Cookie: 'better-auth.session_token=q7Rk2mXz0bT4wYc1.q7Rk2mXz0bT4wYc1' },
        body: '{"code":"SESSION_EXPIRED","message":"Session expired. Re-authenticate to perform this action."}',
      },
    },
  ],
});
