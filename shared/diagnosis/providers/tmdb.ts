import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const tmdb = defineProvider({
  id: 'tmdb',
  name: 'The Movie Database',
  category: 'data',
  address: 'https://api.themoviedb.org/3/movie/550',
  hosts: /(^|\.)themoviedb\.org$/,

  sources: ['https://developer.themoviedb.org/docs/errors'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key|apiKeyInvalid|Not Authorized - Invalid Token|Invalid Application-ID or API key|EAPI:Invalid key/i,
      explanation: 'The service does not know the key; a new one may take some time until it works.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /not allowed with this API key|EGeneral:Permission denied/i,
      explanation: 'The key’s own restrictions do not cover the index or call.',
    },
  ],
});
