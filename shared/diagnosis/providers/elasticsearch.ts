import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const elasticsearch = defineProvider({
  id: 'elasticsearch',
  name: 'Elasticsearch',
  category: 'database',
  address: 'https://elastic.example.com:9200/_search',
  fields: [['x-elastic-product']],
  body: /security_exception/,

  sources: [
    'https://www.elastic.co/guide/en/elasticsearch/reference/current/setting-up-authentication.html',
    'https://www.elastic.co/guide/en/elasticsearch/reference/current/security-api-create-api-key.html',
  ],
  signs: [
    {
      cause: 'header-malformed',
      weight: STATED,
      says: /missing authentication credentials/i,
      sent: /^authorization authorization: apikey (?!\S{52,}$)/i,
      explanation:
        'Behind ApiKey goes the Base64 of the key’s id, a colon and the key (“encoded” in the answer that made it); the plain key or id is read as no credential.',
      seen: {
        sent: { Authorization: 'ApiKey ui2lp2axTNmsyakw9tvNnw' },
        body: '{"error":{"type":"security_exception","reason":"missing authentication credentials for REST request [/_search]"},"status":401}',
      },
    },
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
