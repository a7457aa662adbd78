import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const coinbase = defineProvider({
  id: 'coinbase',
  name: 'Coinbase',
  category: 'trading',
  address: 'https://api.coinbase.com/v2/user',
  hosts: /(^|\.)coinbase\.com$/,

  sources: ['https://docs.cdp.coinbase.com/'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key|apiKeyInvalid|Not Authorized - Invalid Token|Invalid Application-ID or API key|EAPI:Invalid key/i,
      explanation: 'The service does not know the key; a new one may take some time until it works.',
    },
  ],
});
