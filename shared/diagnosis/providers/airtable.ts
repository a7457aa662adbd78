import { defineProvider } from './provider.ts';

export const airtable = defineProvider({
  id: 'airtable',
  name: 'Airtable',
  category: 'productivity',
  address: 'https://api.airtable.com/v0/meta/whoami',
  hosts: /(^|\.)airtable\.com$/,
  keys: [
    { form: /^pat[\w]{14}\./, kind: 'personal access token' },
    { form: /^key\w{14}$/, kind: 'API key' },
  ],
  sources: ['https://airtable.com/developers/web/api/errors'],
  signs: [],
});
