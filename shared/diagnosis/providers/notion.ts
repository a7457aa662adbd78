import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const notion = defineProvider({
  id: 'notion',
  name: 'Notion',
  category: 'productivity',
  address: 'https://api.notion.com/v1/users/me',
  hosts: /(^|\.)notion\.com$/,
  keys: [{ form: /^(secret|ntn)_/, kind: 'integration token', goes: ['authorization bearer'] }],
  sources: ['https://developers.notion.com/reference/status-codes'],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      code: ['missing_version'],
      explanation: 'Notion wants its version in a field.',
    },
  ],
});
