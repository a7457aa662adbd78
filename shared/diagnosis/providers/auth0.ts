import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const auth0 = defineProvider({
  id: 'auth0',
  name: 'Auth0',
  category: 'identity',
  address: 'https://example.eu.auth0.com/oauth/token',
  hosts: /\.auth0\.com$/,
  body: /auth0/i,

  sources: ['https://auth0.com/docs/libraries/common-auth0-library-authentication-errors'],
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['mfa_required', 'mfa_invalid_code'],
      explanation: 'Auth0 demands a second factor.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['too_many_attempts', 'user_blocked', 'password_leaked'],
      explanation: 'The account is blocked after failed logins or because its password is known elsewhere.',
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /Unauthorized.*client|access_denied: Unauthorized|Unknown client/i,
      explanation: 'Auth0 does not accept the client’s secret or does not know the client.',
    },
    {
      cause: 'consent-missing',
      weight: TOLD,
      says: /Client is not authorized to access|client-grant/i,
      explanation: 'The application has no grant for this API.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: TOLD,
      says: /Service not (?:found|enabled)/i,
      explanation: 'The audience is not the identifier of an API.',
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /Unknown or invalid refresh token|Invalid authorization code/i,
      explanation: 'Code or refresh token is over or was used.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Wrong email or password/i,
      explanation: 'Auth0 does not know e-mail and password.',
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: STATED,
      says: /Callback URL mismatch/i,
      explanation: 'The callback is not in the application’s list.',
    },
  ],
});
