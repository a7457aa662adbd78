import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: number, message: string) => ({
  status: 500,
  body: JSON.stringify({ status: { code, message } }),
});

export const ecobee = defineProvider({
  id: 'ecobee',
  name: 'ecobee',
  category: 'device',
  address: 'https://api.ecobee.com/1/thermostat',
  hosts: /^api\.ecobee\.com$/,
  misleads: [
    { says: '500', means: 'ecobee answers 500 to a token that is over; the status code in the body tells.' },
  ],
  sources: [
    'https://www.ecobee.com/home/developer/api/documentation/v1/auth/auth-req-resp.shtml',
    'https://www.ecobee.com/home/developer/api/documentation/v1/operations/response-codes.shtml',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Authentication token has expired/i,
      explanation: 'The access token lives an hour: renew it with the refresh token.',
      seen: seen(14, 'Authentication token has expired. Refresh your tokens. '),
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /deauthorized by user|re-authorize the application/i,
      explanation: 'The owner took the app out of My Apps: let them enter a new PIN.',
      seen: seen(16, 'Authorization was deauthorized by user, please re-authorize the application.'),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^message: Authentication failed/i,
      explanation: 'ecobee does not know the token.',
      seen: seen(1, 'Authentication failed.'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^message: Not authori[sz]ed/i,
      explanation: 'The account or the app’s scope (smartRead, smartWrite) does not cover this thermostat.',
      seen: seen(2, 'Not authorized.'),
    },
  ],
});
