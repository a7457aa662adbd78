import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const pinecone = defineProvider({
  id: 'pinecone',
  name: 'Pinecone',
  category: 'ai',
  address: 'https://api.pinecone.io/indexes',
  hosts: /(^|\.)pinecone\.io$/,
  keys: [{ form: /^pcsk_/, kind: 'API key', goes: ['field api-key'] }],
  sources: [
    'https://github.com/pinecone-io/pinecone-python-client/blob/9ecf1c691d8ad96af020d07ec51e52f4d71cd103/README.md',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^(?:.*: )?(?:API key (?:is )?missing|Unauthorized)$/i,
      notSent: /./,
      status: [401],
      explanation: 'Pinecone saw no key; it goes into Api-Key.',
      seen: { sent: {}, body: 'Unauthorized' },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      sent: /^authorization /,
      status: [401, 403],
      explanation: 'Pinecone reads the key from Api-Key.',
      seen: { sent: { Authorization: 'Bearer pcsk_abcdefghijklmnop' }, body: 'Unauthorized' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API Key|Malformed API Key|Wrong API key/i,
      sent: /^field api-key: /,
      explanation: 'The key is not known, or belongs to another project than the index.',
      seen: {
        sent: { 'Api-Key': 'pcsk_abcdefghijklmnop' },
        body: '{"error":{"code":"UNAUTHENTICATED","message":"Invalid API Key"},"status":401}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['FORBIDDEN', 'PERMISSION_DENIED'],
      explanation: 'The key’s role or the index does not allow it.',
      seen: {
        status: 403,
        sent: { 'Api-Key': 'pcsk_abcdefghijklmnop' },
        body: '{"error":{"code":"FORBIDDEN","message":"Deletion protection is enabled for this index."},"status":403}',
      },
    },
  ],
});
