import { defineProvider } from './provider.ts';

export const midtrans = defineProvider({
  id: 'midtrans',
  name: 'Midtrans',
  category: 'payment',
  address: 'https://api.midtrans.com/v2/charge',
  hosts: /midtrans\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^SB-/, kind: 'key', environment: 'test' },
    { form: /^Mid-/, kind: 'key', environment: 'live' },
  ],
  sources: ['https://docs.midtrans.com/docs/access-keys'],
  signs: [],
});
