import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = {
  'X-Algolia-API-Key': '0123456789abcdef0123456789abcdef',
  'X-Algolia-Application-Id': 'BH4D9OD16A',
};

export const algolia = defineProvider({
  id: 'algolia',
  name: 'Algolia',
  category: 'database',
  address: 'https://appid.algolia.net/1/indexes',
  hosts: /(^|\.)(algolia\.net|algolianet\.com)$/,
  sources: [
    'https://www.algolia.com/doc/guides/security/api-keys/in-depth/api-key-restrictions',
    'https://www.skills.sh/jeremylongshore/claude-code-plugins-plus-skills/algolia-common-errors',
  ],
  doors: [
    'field x-algolia-api-key',
    'field x-algolia-application-id',
    'query x-algolia-api-key',
    'query x-algolia-application-id',
    'authorization bearer',
  ],
  needs: [
    {
      at: ['field x-algolia-application-id', 'query x-algolia-application-id'],
      beside: 'field x-algolia-api-key',
    },
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid Application-ID or API key/i,
      explanation: 'Key and application do not belong together; the host begins with the application’s id.',
      seen: {
        status: 403,
        sent,
        body: '{"message":"Invalid Application-ID or API key","status":403}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /not allowed with this API key/i,
      explanation: 'The key’s own restrictions do not cover the index or call; a search key only searches.',
      seen: {
        status: 403,
        sent,
        body: '{"message":"Method not allowed with this API key","status":403}',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /key (?:has )?expired|validUntil/i,
      explanation: 'A secured key’s validUntil has passed.',
      seen: {
        status: 403,
        sent,
        body: '{"message":"The API key has expired (validUntil)","status":403}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      says: /referer/i,
      explanation: 'The key is for listed pages only.',
      seen: {
        status: 403,
        sent,
        body: '{"message":"Invalid referer","status":403}',
      },
    },
  ],
});
