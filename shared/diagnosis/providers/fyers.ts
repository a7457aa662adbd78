import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: number, message: string) => ({
  sent: { Authorization: 'XC4EOD67IM-100:eyJ0eXAiOiJKV1QifQ' },
  body: JSON.stringify({ s: 'error', code, message }),
});

export const fyers = defineProvider({
  id: 'fyers',
  name: 'FYERS',
  category: 'trading',
  address: 'https://api-t1.fyers.in/api/v3/profile',
  hosts: /^(?:api|api-t\d|apiv\d)\.fyers\.in$/,
  sources: ['https://myapi.fyers.in/docsv3#tag/Error-Codes'],
  doors: ['authorization'],
  bare: true,
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN + STATED,
      says: /^code: -8$/,
      explanation: 'Access tokens end in the night, whenever they were made; log in once a day.',
      seen: seen(-8, 'Your token has expired'),
    },
    {
      cause: 'token-malformed',
      weight: PROVEN,
      says: /^code: -1[567]$/,
      sent: /^authorization authorization: (?:bearer )?ey[\w.-]+$/i,
      explanation: 'In front of the token stands the app’s id and a colon.',
      seen: {
        ...seen(-16, 'Could not authenticate the user'),
        sent: { Authorization: 'eyJ0eXAiOiJKV1QifQ.e30.c2ln' },
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^code: -1[567]$/,
      sent: /^authorization authorization: (?:bearer )?[\w-]+:ey/i,
      explanation: 'The token is over, or was made for another app id than the one in front of it.',
      seen: seen(-16, 'Could not authenticate the user'),
    },
  ],
});
