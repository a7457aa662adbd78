import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const googleIap = defineProvider({
  id: 'google-iap',
  name: 'Google Identity-Aware Proxy',
  category: 'proxy',
  address: 'https://app.example.com/api/items',
  fields: [['x-goog-iap-generated-response']],
  body: /IAP credentials/i,

  sources: ['https://cloud.google.com/iap/docs/authentication-howto'],
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      says: /IAP credentials/i,
      explanation: 'Identity-Aware Proxy stands before the application and wants an ID token of its own.',
    },
  ],
});
