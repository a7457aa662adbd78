import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openweather = defineProvider({
  id: 'openweather',
  name: 'OpenWeather',
  category: 'data',
  address: 'https://api.openweathermap.org/data/2.5/weather',
  hosts: /(^|\.)openweathermap\.org$/,

  sources: ['https://openweathermap.org/faq'],
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
