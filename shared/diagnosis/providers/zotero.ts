import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'Zotero-API-Key': 'P9NiFoyLeZu2bZNvvuQPDWsd' };

export const zotero = defineProvider({
  id: 'zotero',
  name: 'Zotero',
  category: 'productivity',
  address: 'https://api.zotero.org/users/475425/items',
  hosts: /^api\.zotero\.org$/,
  fields: [['zotero-api-version']],
  sources: ['https://www.zotero.org/support/dev/web_api/v3/basics'],
  doors: ['field zotero-api-key', 'authorization bearer', 'query key'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^: Invalid key/i,
      explanation: 'Zotero does not know the key: it was deleted, or part of it is missing.',
      seen: { status: 403, sent: key, body: 'Invalid key' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /^: Forbidden$|(?:Write|Library) access denied/i,
      sent: /zotero-api-key|authorization/i,
      explanation:
        'The key is known; it was made without access to this library or without the right to write. The number in the path must be that of the key’s user.',
      seen: { status: 403, sent: key, body: 'Forbidden' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [403],
      says: /^: Forbidden$/,
      notSent: /./,
      explanation: 'The library is not public: send the key in Zotero-API-Key.',
      seen: { status: 403, sent: {}, body: 'Forbidden' },
    },
  ],
});
