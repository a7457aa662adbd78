import { defineProvider } from './provider.ts';

export const alpaca = defineProvider({
  id: 'alpaca',
  name: 'Alpaca',
  category: 'trading',
  address: 'https://api.alpaca.markets/v2/account',
  hosts: /alpaca\.markets$/,
  testHosts: /^paper-/,
  keys: [
    { form: /^AK/, kind: 'key', environment: 'live' },
    { form: /^PK/, kind: 'key', environment: 'test' },
  ],
  sources: ['https://docs.alpaca.markets/docs/authentication'],
  signs: [],
});
