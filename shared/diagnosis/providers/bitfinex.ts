import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: number, text: string) => ({
  status: 500,
  url: 'https://api.bitfinex.com/v2/auth/r/wallets',
  sent: {
    'bfx-apikey': 'kT4vB1sZpLcR8wYhD5gF6eUa9jN2mXq7kT4vB1sZpLc',
    'bfx-nonce': '1700049600000000',
    'bfx-signature': '9c3ad4bd5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809',
  },
  posted: '{}',
  body: JSON.stringify(['error', code, text]),
});

export const bitfinex = defineProvider({
  id: 'bitfinex',
  name: 'Bitfinex',
  category: 'trading',
  address: 'https://api.bitfinex.com/v2/auth/r/wallets',
  hosts: /^api(?:-pub)?\.bitfinex\.com$/,
  sends: ['bfx-apikey', 'bfx-nonce', 'bfx-signature'],
  misleads: [
    { says: '500', means: 'Its refusals are 500s; the body is a list of “error”, a number and a text.' },
  ],
  sources: [
    'https://docs.bitfinex.com/docs/rest-auth',
    'https://docs.bitfinex.com/docs/abbreviations-glossary',
  ],
  doors: ['field bfx-apikey', 'field bfx-token'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /apikey: (?:invalid|digest invalid)|\b10100\b/i,
      explanation:
        'The key is unknown, or the signature does not fit it: /api/v2 path, nonce and body, by HMAC-SHA384.',
      seen: seen(10100, 'apikey: invalid'),
    },
    {
      cause: 'nonce-stale',
      weight: PROVEN + STATED,
      says: /nonce: small|\b10114\b/i,
      explanation: 'Each nonce must be above the last one of this key; two programs need two keys.',
      seen: seen(10114, 'nonce: small'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /action: (?:permission )?denied|apikey: permission/i,
      explanation: 'The key was made without this right.',
      seen: seen(10020, 'action: permission denied'),
    },
  ],
});
