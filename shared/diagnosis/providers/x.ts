import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const x = defineProvider({
  id: 'x',
  name: 'X (Twitter)',
  category: 'social',
  address: 'https://api.x.com/2/users/me',
  hosts: /^(api|upload)\.(twitter|x)\.com$/,

  sources: ['https://docs.x.com/x-api/fundamentals/response-codes-and-errors'],
  signs: [
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['135'],
      says: /Timestamp out of bounds/i,
      explanation: 'X compares oauth_timestamp with its own clock.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['32', '215'],
      explanation: 'X could not authenticate: key, token or signature is wrong.',
    },
    {
      cause: 'token-revoked',
      weight: TOLD,
      code: ['89'],
      says: /Invalid or expired token/i,
      explanation: 'The access token was withdrawn or regenerated.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['64', '326', '63'],
      explanation: 'The account is locked or suspended.',
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      code: ['415'],
      says: /Callback URL not approved/i,
      explanation: 'The callback must be listed in the app’s settings, letter by letter.',
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /Unsupported Authentication|application-only/i,
      explanation: 'This endpoint wants a user’s context.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['453', '220'],
      says: /subset of|access level/i,
      explanation: 'The app’s plan does not include this endpoint.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /oauth1 app permissions/i,
      explanation: 'The app’s permissions were read-only when the token was made.',
    },
  ],
});
