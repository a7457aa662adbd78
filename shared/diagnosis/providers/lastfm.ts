import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url =
  'https://ws.audioscrobbler.com/2.0/?method=auth.getSession&api_key=4f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c&token=x1&api_sig=9f86d081884c7d659a2feaa0c55ad015&format=json';
const seen = (error: number, message: string) => ({
  status: 403,
  url,
  sent: {},
  body: JSON.stringify({ message, error }),
});

export const lastfm = defineProvider({
  id: 'lastfm',
  name: 'Last.fm',
  category: 'social',
  address: url,
  hosts: /^(?:ws|ws2)\.audioscrobbler\.com$/,
  body: /<lfm status="failed">/,
  sources: ['https://www.last.fm/api/errorcodes'],
  doors: ['query api_key', 'query api_sig', 'query sk'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN + PROVEN,
      says: /^(?:error|code): 13$|Invalid method signature supplied/i,
      explanation:
        'api_sig is the md5 of all parameters but format and callback, sorted and joined without separators, with the secret appended.',
      seen: seen(13, 'Invalid method signature supplied'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^(?:error|code): 10$|You must be granted a valid key by last\.fm/i,
      explanation: 'Last.fm does not know the key.',
      seen: seen(10, 'Invalid API key - You must be granted a valid key by last.fm'),
    },
    {
      cause: 'consent-missing',
      weight: PROVEN,
      says: /^(?:error|code): 14$|This token has not been authorized/i,
      explanation: 'The user has not yet agreed at last.fm/api/auth with this token.',
      seen: seen(14, 'Unauthorized Token - This token has not been authorized'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^(?:error|code): 15$|This token has expired/i,
      explanation: 'A token lives an hour and is good for one session: fetch a new one.',
      seen: { ...seen(15, 'This token has expired'), status: 403 },
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /^(?:error|code): 9$|Invalid session key - Please re-authenticate/i,
      explanation: 'The user withdrew the app, which ends its session key: ask for consent again.',
      seen: seen(9, 'Invalid session key - Please re-authenticate'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /^(?:error|code): 26$|Access for your account has been suspended/i,
      explanation: 'The key was suspended: write to Last.fm.',
      seen: seen(
        26,
        'Suspended API key - Access for your account has been suspended, please contact Last.fm',
      ),
    },
  ],
});
