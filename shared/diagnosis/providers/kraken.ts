import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const kraken = defineProvider({
  id: 'kraken',
  name: 'Kraken',
  category: 'trading',
  address: 'https://api.kraken.com/0/private/Balance',
  hosts: /(^|\.)kraken\.com$/,

  sources: ['https://docs.kraken.com/api/docs/guides/spot-errors'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /EAPI:Invalid key/i,
      explanation: 'The service does not know the key; a new one may take some time until it works.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /EGeneral:Permission denied/i,
      explanation: 'The key’s own restrictions do not cover the index or call.',
    },
    {
      cause: 'nonce-stale',
      weight: STATED,
      says: /EAPI:Invalid nonce/i,
      explanation:
        'Each request must carry a larger nonce than the one before, as a parameter that is signed.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /EAPI:Invalid signature/i,
      explanation: 'The signature over the parameters differs.',
    },
  ],
});
