import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const deepl = defineProvider({
  id: 'deepl',
  name: 'DeepL',
  category: 'ai',
  address: 'https://api.deepl.com/v2/usage',
  hosts: /^api(-free)?\.deepl\.com$/,
  sources: [
    'https://developers.deepl.com/docs/getting-started/auth',
    'https://developers.deepl.com/docs/best-practices/error-handling',
  ],
  doors: ['authorization deepl-auth-key', 'query auth_key'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      status: [403],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'DeepL has a scheme of its own: DeepL-Auth-Key, a space, the key. Behind Bearer it answers a bare 403.',
      seen: { status: 403, sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' } },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /Wrong endpoint\. Use/i,
      explanation:
        'Keys of the free plan end in :fx and are served by api-free.deepl.com, the others by api.deepl.com.',
      seen: {
        status: 403,
        sent: { Authorization: 'DeepL-Auth-Key 279a2e9d-83b3-c416-7e2d-f721593e42a1:fx' },
        body: '{"message":"Wrong endpoint. Use https://api-free.deepl.com"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Legacy authentication|auth_key.*(?:deprecated|no longer)/i,
      explanation: 'The key no longer counts in the address or body; it goes into Authorization.',
      seen: {
        status: 403,
        sent: {},
        url: 'https://api.deepl.com/v2/usage?auth_key=279a2e9d-83b3-c416-7e2d-f721593e42a1',
        body: '{"message":"Legacy authentication method used. Authenticate with the Authorization header."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      status: [403],
      sent: /^authorization authorization: deepl-auth-key /i,
      explanation: 'DeepL knows no such key; a key that was deleted in the account answers the same.',
      seen: { status: 403, sent: { Authorization: 'DeepL-Auth-Key 279a2e9d-83b3-c416-7e2d-f721593e42a1' } },
    },
  ],
});
