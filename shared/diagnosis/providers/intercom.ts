import { defineProvider } from './provider.ts';

export const intercom = defineProvider({
  id: 'intercom',
  name: 'Intercom',
  category: 'messaging',
  address: 'https://api.intercom.io/me',
  hosts: /(^|\.)intercom\.io$/,

  sources: ['https://developers.intercom.com/docs/references/rest-api/errors/http-responses'],
  signs: [],
});
