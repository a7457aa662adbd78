import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.clashofclans.com/v1/clans/%232PP';
const refused = (reason: string, message: string) => ({
  status: 403,
  url,
  sent: { Authorization: 'Bearer eyJhbGciOiJIUzUxMiJ9.eyJpc3MiOiJzdXBlcmNlbGwifQ.c2ln' },
  body: JSON.stringify({ reason, message }),
});

export const supercell = defineProvider({
  id: 'supercell',
  name: 'Supercell',
  category: 'data',
  address: url,
  hosts: /^api\.(?:clashofclans|clashroyale|brawlstars)\.com$/,
  misleads: [{ says: 'accessDenied', means: 'Stands in front of every refusal; the message tells which.' }],
  sources: [
    'https://developer.clashofclans.com/#/documentation',
    'https://developer.clashroyale.com/#/documentation',
  ],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['accessDenied.invalidIp'],
      explanation:
        'A key is good for the addresses that were named when it was made: make one for this address.',
      seen: refused(
        'accessDenied.invalidIp',
        'Invalid authorization: API key does not allow access from IP 192.0.2.1',
      ),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^message: Invalid authorization$/i,
      explanation: 'The key was deleted, cut off, or made for another of the games.',
      seen: refused('accessDenied', 'Invalid authorization'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['requestThrottled'],
      explanation: 'The key has used up its requests for this second.',
      seen: { ...refused('requestThrottled', 'Request was throttled'), status: 429 },
    },
  ],
});
