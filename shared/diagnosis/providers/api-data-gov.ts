import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.nasa.gov/planetary/apod?api_key=k3vX8rM2ZtQ6bWy1NhD4JgF7pLc5SoUe9iAq0xB2';
const seen = (status: number, code: string, message: string, address = url) => ({
  status,
  url: address,
  sent: {},
  body: JSON.stringify({ error: { code, message } }),
});

export const apiDataGov = defineProvider({
  id: 'api-data-gov',
  name: 'api.data.gov',
  category: 'gateway',
  address: url,
  hosts:
    /(^|\.)(?:api\.nasa\.gov|api\.data\.gov|developer\.nrel\.gov|api\.regulations\.gov|api\.congress\.gov|api\.open\.fec\.gov|api\.govinfo\.gov|developer\.nlr\.gov)$/,
  fields: [['x-api-umbrella-request-id']],
  body: /api\.data\.gov|"code"\s*:\s*"API_KEY_(?:MISSING|INVALID|DISABLED|UNAUTHORIZED|UNVERIFIED)"/,
  sources: ['https://api.data.gov/docs/developer-manual/', 'https://github.com/NREL/api-umbrella'],
  doors: ['field x-api-key', 'query api_key', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['API_KEY_MISSING'],
      explanation: 'No key was sent: it goes in X-Api-Key, or the parameter api_key.',
      seen: seen(403, 'API_KEY_MISSING', 'No api_key was supplied.', 'https://api.nasa.gov/planetary/apod'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['API_KEY_INVALID'],
      explanation: 'No such key: get one at api.data.gov/signup; DEMO_KEY is for first steps only.',
      seen: seen(403, 'API_KEY_INVALID', 'An invalid api_key was supplied.'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['API_KEY_DISABLED', 'API_KEY_UNVERIFIED'],
      explanation: 'The key was disabled, or its e-mail address never confirmed.',
      seen: seen(403, 'API_KEY_DISABLED', 'The api_key supplied has been disabled.'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['API_KEY_UNAUTHORIZED'],
      explanation: 'The key was not made for this service.',
      seen: seen(
        403,
        'API_KEY_UNAUTHORIZED',
        'The api_key supplied is not authorized to access the given service.',
      ),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['OVER_RATE_LIMIT'],
      explanation: 'A key has a thousand calls an hour; DEMO_KEY thirty, for all of one address.',
      seen: seen(429, 'OVER_RATE_LIMIT', 'You have exceeded your rate limit.'),
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      code: ['HTTPS_REQUIRED'],
      explanation: 'The service takes HTTPS only.',
      seen: seen(
        400,
        'HTTPS_REQUIRED',
        'Requests must be made over HTTPS.',
        'http://api.nasa.gov/planetary/apod',
      ),
    },
  ],
});
