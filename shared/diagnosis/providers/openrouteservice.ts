import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.openrouteservice.org/v2/directions/driving-car';
const key = { Authorization: '5b3ce3597851110001cf6248a1b2c3d4e5f647f8a9b0c1d2e3f4a5b6' };

export const openrouteservice = defineProvider({
  id: 'openrouteservice',
  name: 'openrouteservice',
  category: 'data',
  address: url,
  family: 'tyk',
  hosts: /^api\.openrouteservice\.org$/,
  sources: [
    'https://openrouteservice.org/dev/#/api-docs',
    'https://giscience.github.io/openrouteservice/frequently-asked-questions',
  ],
  doors: ['authorization', 'query api_key', 'authorization bearer'],
  bare: true,
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Access to this API has been disallowed/i,
      explanation: 'The key is not known, or was made for another of the services.',
      seen: {
        status: 403,
        url,
        sent: key,
        posted: '{}',
        body: '{"error":"Access to this API has been disallowed"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Daily quota reached or API key unauthorized/i,
      explanation: 'The day’s quota is used up, most likely; the same is said of a key that was withdrawn.',
      seen: {
        status: 403,
        url,
        sent: key,
        posted: '{}',
        body: '{"error":"Daily quota reached or API key unauthorized"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Authorization field missing/i,
      notSent: /./,
      explanation: 'The key goes into Authorization as it is, or into the parameter api_key.',
      seen: { url, sent: {}, posted: '{}', body: '{"error":"Authorization field missing"}' },
    },
  ],
});
