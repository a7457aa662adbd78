import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const firebase = defineProvider({
  id: 'firebase',
  name: 'Firebase',
  category: 'identity',
  address: 'https://identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=AIzaSyA0',
  family: 'google-cloud',
  hosts:
    /(firebaseio\.com|identitytoolkit\.googleapis\.com|firestore\.googleapis\.com|securetoken\.googleapis\.com)$/,
  body: /Firebase|auth\/[a-z-]+/,

  sources: ['https://firebase.google.com/docs/auth/admin/errors'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /auth\/id-token-expired|Firebase ID token has expired/i,
      explanation: 'A Firebase ID token lasts an hour.',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /auth\/(?:id-token|session-cookie)-revoked/i,
      explanation: 'The user’s tokens were withdrawn.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /incorrect "aud"|invalid 'aud'/i,
      explanation: 'The token belongs to another Firebase project, or is Google’s own and not Firebase’s.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: STATED,
      says: /incorrect "iss"|invalid 'iss'/i,
      explanation: 'The token does not come from securetoken.google.com for this project.',
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /expects an ID token, but was given a custom token|legacy custom token/i,
      explanation: 'A custom token must first be exchanged for an ID token by signing in.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['INVALID_PASSWORD', 'EMAIL_NOT_FOUND', 'INVALID_LOGIN_CREDENTIALS'],
      explanation: 'Firebase does not know e-mail and password.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['USER_DISABLED'],
      explanation: 'The account is disabled.',
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN + HINTED,
      code: ['TOKEN_EXPIRED', 'INVALID_REFRESH_TOKEN', 'USER_NOT_FOUND'],
      seen: {
        url: 'https://securetoken.googleapis.com/v1/token?key=AIzaSyA0',
        posted: 'grant_type=refresh_token&refresh_token=AMf-vBx',
        status: 400,
        sent: {},
      },
      explanation: 'The refresh token is no longer accepted.',
    },
  ],
});
