import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const giphy = defineProvider({
  id: 'giphy',
  name: 'GIPHY',
  category: 'data',
  address: 'https://api.giphy.com/v1/gifs/search',
  hosts: /(^|\.)giphy\.com$/,
  sources: ['https://developers.giphy.com/docs/api/'],
  doors: ['query api_key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No API key found in request|api_key is a required parameter/i,
      notSent: /./,
      explanation: 'GIPHY reads the key from the parameter api_key.',
      seen: { sent: {}, body: '{"message":"No API key found in request"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid authentication credentials|msg: (?:Unauthorized|Forbidden)/i,
      explanation: 'GIPHY does not know the key.',
      seen: {
        url: 'https://api.giphy.com/v1/gifs/search?api_key=Zx81kQp07vTnE4sWc2Rb',
        sent: {},
        body: '{"message":"Invalid authentication credentials"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /API rate limit exceeded/i,
      explanation: 'A beta key has a hundred calls an hour.',
      seen: { status: 429, body: '{"message":"API rate limit exceeded"}' },
    },
  ],
});
