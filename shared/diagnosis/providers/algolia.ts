import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const algolia = defineProvider({
  id: 'algolia',
  name: 'Algolia',
  category: 'data',
  address: 'https://abc123-dsn.algolia.net/1/indexes/x/query',
  hosts: /(^|\.)(algolia\.net|algolianet\.com)$/,

  sources: ['https://www.algolia.com/doc/rest-api/search/'],
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
