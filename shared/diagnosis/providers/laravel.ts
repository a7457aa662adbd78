import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const laravel = defineProvider({
  id: 'laravel',
  name: 'Laravel',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [
    ['set-cookie', /laravel_session|XSRF-TOKEN/],
    ['x-powered-by', /PHP/i],
  ],
  body: /Illuminate\\|token_not_provided|token_expired|token_invalid|Tymon|"message"\s*:\s*"(?:Unauthenticated\.|CSRF token mismatch)/,

  sources: ['https://laravel.com/docs/sanctum'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF token mismatch|TokenMismatch/i,
      explanation: 'The XSRF-TOKEN cookie did not come back; often its domain is not that of the page.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /token_expired|Token has expired/i,
      explanation: 'The token’s time is over.',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /blacklisted/i,
      explanation: 'The token was withdrawn by a logout or refresh.',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /token_invalid|Token could not be parsed/i,
      explanation: 'The token does not verify.',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /Token Signature could not be verified/i,
      explanation: 'Signed with another secret than the application’s.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /This action is unauthorized|Invalid ability provided|User does not have the right/i,
      explanation: 'A policy or ability is missing.',
    },
  ],
});
