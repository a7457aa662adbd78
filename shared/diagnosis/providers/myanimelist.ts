import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.myanimelist.net/v2/anime?q=one&limit=4';

export const myanimelist = defineProvider({
  id: 'myanimelist',
  name: 'MyAnimeList',
  category: 'social',
  address: url,
  hosts: /^api\.myanimelist\.net$/,
  few: 'It answers a bad token in the words of the standard.',
  sources: [
    'https://myanimelist.net/apiconfig/references/api/v2',
    'https://github.com/Chris-Kode/myanimelist-api-v2/issues/7',
  ],
  doors: ['field x-mal-client-id', 'authorization bearer'],
  lives: { seconds: 2_678_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      status: [400, 401, 403],
      says: /^message: Invalid client id$/i,
      explanation: 'X-MAL-CLIENT-ID holds the client id of an application made in the account’s settings.',
      seen: {
        status: 400,
        url,
        sent: { 'X-MAL-CLIENT-ID': '8f1c2d3e4b5a69788695a4b3c2d1e0f9' },
        body: '{"message":"Invalid client id","error":"bad_request"}',
      },
    },
  ],
});
