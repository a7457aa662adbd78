import { HINTED, PROVEN, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const overseerr = defineProvider({
  id: 'overseerr',
  name: 'Overseerr and Jellyseerr',
  category: 'device',
  address: 'https://overseerr.example.com/api/v1/request',
  hosts: /^(?:overseerr|jellyseerr|seerr)\./,
  body: /"status"\s*:\s*403\s*,\s*"error"\s*:\s*"You do not have permission to access this endpoint"/,
  sources: [
    'https://api-docs.overseerr.dev/',
    'https://github.com/sct/overseerr/blob/develop/server/middleware/auth.ts',
  ],
  misleads: [
    {
      says: 'You do not have permission to access this endpoint',
      means:
        'Mostly that nobody was recognised: a key that is wrong and one that is missing are answered so too.',
    },
  ],
  doors: ['field x-api-key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + HINTED,
      says: /do not have permission to access this endpoint/i,
      notSent: /./,
      explanation:
        'Nobody was recognised: X-Api-Key with the key of the general settings, or a session, belongs here.',
      seen: {
        status: 403,
        sent: {},
        body: '{"status":403,"error":"You do not have permission to access this endpoint"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /do not have permission to access this endpoint/i,
      sent: /^field x-api-key: ./i,
      explanation:
        'The key may do everything, so this one is not the key: it was made anew in the settings, or is another server’s.',
      seen: {
        status: 403,
        sent: { 'X-Api-Key': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"status":403,"error":"You do not have permission to access this endpoint"}',
      },
    },
    {
      cause: 'session-expired',
      weight: SUGGESTED,
      says: /do not have permission to access this endpoint/i,
      sent: /^cookie connect\.sid: /i,
      explanation: 'The session is over, or its user may not do this: both are answered so.',
      seen: {
        status: 403,
        sent: { Cookie: 'connect.sid=s%3Aq7Rk2mXz0bT4wYc1.q7Rk2mXz0bT4wYc1' },
        body: '{"status":403,"error":"You do not have permission to access this endpoint"}',
      },
    },
  ],
});
