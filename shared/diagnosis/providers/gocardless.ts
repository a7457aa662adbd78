import { defineProvider } from './provider.ts';

export const gocardless = defineProvider({
  id: 'gocardless',
  name: 'GoCardless',
  category: 'payment',
  address: 'https://api.gocardless.com/customers',
  hosts: /gocardless\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^sandbox_/, kind: 'key', environment: 'test' },
    { form: /^live_/, kind: 'key', environment: 'live' },
  ],
  sources: ['https://developer.gocardless.com/api-reference/'],
  signs: [],
});
