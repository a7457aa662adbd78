import { STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const assemblyai = defineProvider({
  id: 'assemblyai',
  name: 'AssemblyAI',
  category: 'ai',
  address: 'https://api.assemblyai.com/v2/transcript',
  hosts: /(^|\.)assemblyai\.com$/,
  bare: true,
  sources: ['https://www.assemblyai.com/docs/api-reference/overview'],
  few: 'The API says the same of a key that is missing and of one that it does not know.',
  misleads: [
    {
      says: 'Authentication error, API token missing/invalid',
      means: 'The key stands in Authorization as it is, without Bearer before it.',
    },
  ],
  doors: ['authorization', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      says: /API token missing\/invalid/i,
      sent: /^authorization /,
      explanation:
        'AssemblyAI does not know the key; it stands in Authorization as it is, without Bearer before it.',
      seen: {
        sent: { Authorization: '0123456789abcdef0123456789abcdef' },
        body: '{"error":"Authentication error, API token missing/invalid"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /API token missing\/invalid/i,
      notSent: /./,
      explanation: 'AssemblyAI reads the key from Authorization, without a scheme.',
      seen: { sent: {}, body: '{"error":"Authentication error, API token missing/invalid"}' },
    },
  ],
});
