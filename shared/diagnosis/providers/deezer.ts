import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.deezer.com/user/me?access_token=frZx81kQp07vTnE4sWc2RbYh6LmU9aDf3GZx81kQp07vTnE4';
const seen = (code: number, message: string) => ({
  status: 200,
  url,
  sent: {},
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ error: { type: 'OAuthException', message, code } }),
});

export const deezer = defineProvider({
  id: 'deezer',
  name: 'Deezer',
  category: 'social',
  address: url,
  hosts: /^(?:api|connect)\.deezer\.com$/,
  misleads: [{ says: '200', means: 'Deezer answers 200 to a refused token.' }],
  sources: ['https://developers.deezer.com/api/errors'],
  doors: ['query access_token'],
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      says: /^code: 300$|Invalid OAuth access token|An active access token must be used/i,
      explanation: 'The token is over or not known.',
      seen: seen(300, 'Invalid OAuth access token.'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /has not given permission to the application|Application does not have permission/i,
      explanation: 'The user was not asked for this permission: log in again with it among perms.',
      seen: seen(200, 'The User has not given permission to the application'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /^code: 4$|Quota limit exceeded/i,
      explanation: 'Fifty calls in five seconds.',
      seen: seen(4, 'Quota limit exceeded'),
    },
  ],
});
