import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const marks = { 'X-Syncthing-Id': 'P56IOI7-MZJNU2Y', 'Content-Type': 'text/plain; charset=utf-8' };

export const syncthing = defineProvider({
  id: 'syncthing',
  name: 'Syncthing',
  category: 'storage',
  address: 'https://127.0.0.1:8384/rest/system/status',
  paths: /^\/rest\/(?:system|db|config|events|noauth)\//,
  fields: [['x-syncthing-id'], ['x-syncthing-version']],
  misleads: [
    {
      says: 'CSRF Error',
      means: 'Is said to every request that carries neither a key nor the token of the page.',
    },
  ],
  sources: [
    'https://docs.syncthing.net/dev/rest.html',
    'https://github.com/syncthing/syncthing/blob/main/lib/api/tokenmanager.go',
  ],
  doors: ['field x-api-key', 'authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /CSRF Error|Not Authorized|Forbidden/i,
      sent: /^query (?:api_?key|token|key)/i,
      explanation:
        'Syncthing reads its key from the field X-API-Key, or behind Bearer, and not from the address.',
      seen: {
        status: 403,
        url: 'https://127.0.0.1:8384/rest/system/status?apikey=Kx3vQ9tW2mT7zL5nR1cY8bJ4dF6gS0pK',
        sent: {},
        received: marks,
        body: 'CSRF Error',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN + PROVEN,
      says: /CSRF Error/i,
      notSent: /./,
      explanation: 'Without a key only the page itself may call the interface; send X-API-Key.',
      seen: { status: 403, sent: {}, received: marks, body: 'CSRF Error' },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      says: /CSRF Error|Not Authorized|Forbidden/i,
      sent: /^(?:field x-api-key|authorization authorization: bearer )/i,
      explanation: 'The key is not the one in the settings: it is made anew with a new configuration.',
      seen: {
        status: 403,
        sent: { 'X-API-Key': 'Kx3vQ9tW2mT7zL5nR1cY8bJ4dF6gS0pK' },
        received: marks,
        body: 'CSRF Error',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /CSRF Error/i,
      sent: /^cookie /i,
      explanation:
        'The page’s requests repeat the cookie CSRF-Token-… in the field X-CSRF-Token-…; a restart makes both anew.',
      seen: {
        status: 403,
        sent: { Cookie: 'sessionid-P56IOI7=Kx3vQ9tW2mT7zL5nR1cY8bJ4dF6gS0pK' },
        received: marks,
        body: 'CSRF Error',
      },
    },
  ],
});
