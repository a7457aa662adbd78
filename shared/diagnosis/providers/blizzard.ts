import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://us.api.blizzard.com/data/wow/realm/index?namespace=dynamic-us';
const token = { Authorization: 'Bearer USZx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };

export const blizzard = defineProvider({
  id: 'blizzard',
  name: 'Blizzard',
  category: 'data',
  address: url,
  hosts: /\.api\.blizzard\.com$|^(?:oauth|\w\w)\.battle\.net$|^gateway\.battlenet\.com\.cn$/,
  body: /BLZWEBAPI0*\d+/,
  sources: [
    'https://community.developer.battle.net/documentation/guides/using-oauth',
    'https://community.developer.battle.net/documentation/guides/getting-started',
  ],
  doors: ['authorization bearer', 'authorization basic', 'query access_token'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      status: [401],
      says: /BLZWEBAPI0*401|^detail: Unauthorized/i,
      sent: /^query access_token: /i,
      notSent: /^authorization /,
      explanation: 'Since 2024 the token is read in Authorization as Bearer only, no longer in the address.',
      seen: {
        url: `${url}&access_token=USZx81kQp07vTnE4sWc2RbYh6LmU9aDf3G`,
        sent: {},
        body: '{"code":401,"type":"BLZWEBAPI00000401","detail":"Unauthorized"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      status: [401],
      says: /BLZWEBAPI0*401|^detail: Unauthorized|invalid_token/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token is over after a day, or of the other world (China has its own).',
      seen: { sent: token, body: '{"code":401,"type":"BLZWEBAPI00000401","detail":"Unauthorized"}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /BLZWEBAPI0*403|^detail: Forbidden/i,
      explanation:
        'Mostly the namespace is missing or of another region; a profile wants its owner’s token with the scope of the game.',
      seen: {
        status: 403,
        sent: token,
        body: '{"code":403,"type":"BLZWEBAPI00000403","detail":"Forbidden"}',
      },
    },
  ],
});
