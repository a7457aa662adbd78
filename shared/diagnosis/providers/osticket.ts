import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'X-API-Key': '8F0C1B2A9D8E7F6A5B4C3D2E1F0A9B8C' };

export const osticket = defineProvider({
  id: 'osticket',
  name: 'osTicket',
  category: 'productivity',
  address: 'https://helpdesk.example.com/api/tickets.json',
  body: /^\s*(?:Valid API key required|API key not found\/active or source IP not authorized|API key not authorized)/,
  few: 'The product has three refusals, one of them for two causes.',
  sources: [
    'https://docs.osticket.com/en/latest/Developer%20Documentation/API%20Docs.html',
    'https://github.com/osTicket/osTicket/blob/develop/include/class.api.php',
  ],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /API key not found\/active or source IP not authorized|Valid API key required/i,
      sent: /x-api-key/i,
      explanation:
        'An osTicket key is good from the one address that it was made for, and this answer does not say which of the two is wrong; behind a proxy the server sees the proxy’s address.',
      seen: { sent: key, body: 'Valid API key required' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Valid API key required/i,
      notSent: /x-api-key/i,
      explanation: 'No key arrived: it goes in X-API-Key.',
      seen: { sent: {}, body: 'Valid API key required' },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /API key not authorized/i,
      explanation: 'The key is known and was made without the right to create tickets.',
      seen: { sent: key, body: 'API key not authorized' },
    },
  ],
});
