import { defineProvider } from './provider.ts';

export const square = defineProvider({
  id: 'square',
  name: 'Square',
  category: 'payment',
  address: 'https://connect.squareup.com/v2/locations',
  hosts: /squareup(sandbox)?\.com$/,
  testHosts: /squareupsandbox/,
  keys: [
    { form: /^sandbox-/, kind: 'key', environment: 'test' },
    { form: /^(sq0|EAAA[^l])/, kind: 'key', environment: 'live' },
  ],
  sources: ['https://developer.squareup.com/docs/devtools/sandbox/overview'],
  signs: [],
});
