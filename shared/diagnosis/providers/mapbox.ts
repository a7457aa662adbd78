import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mapbox = defineProvider({
  id: 'mapbox',
  name: 'Mapbox',
  category: 'data',
  address: 'https://api.mapbox.com/tokens/v2',
  hosts: /(^|\.)mapbox\.com$/,
  keys: [
    { form: /^pk\.eyJ/, kind: 'public token', goes: ['query access_token'] },
    { form: /^sk\.eyJ/, kind: 'secret token', goes: ['query access_token'] },
  ],
  sources: ['https://docs.mapbox.com/api/accounts/tokens/'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key|apiKeyInvalid|Not Authorized - Invalid Token|Invalid Application-ID or API key|EAPI:Invalid key/i,
      explanation: 'The service does not know the key; a new one may take some time until it works.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /not allowed with this API key|EGeneral:Permission denied/i,
      explanation: 'The key’s own restrictions do not cover the index or call.',
    },
  ],
});
