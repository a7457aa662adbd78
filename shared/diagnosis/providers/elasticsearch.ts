import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const elasticsearch = defineProvider({
  id: 'elasticsearch',
  name: 'Elasticsearch',
  category: 'database',
  address: 'https://elastic.example.com:9200/_search',
  fields: [['x-elastic-product']],
  body: /security_exception/,

  sources: ['https://www.elastic.co/guide/en/elasticsearch/reference/current/setting-up-authentication.html'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /unable to authenticate user|failed to authenticate user|Invalid username or password/i,
      explanation: 'The server compared user and password, or key, and they differ.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /missing authentication credentials/i,
      notSent: /./,
      explanation: 'Elasticsearch saw no credential.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /is unauthorized for (?:user|API key|service account)/i,
      explanation: 'The role or key does not cover the index or action.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /token expired|api key .* (?:has )?expired/i,
      explanation: 'The token or key is over.',
    },
  ],
});
