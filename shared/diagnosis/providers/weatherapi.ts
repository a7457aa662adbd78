import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const at = 'https://api.weatherapi.com/v1/current.json?q=London';
const key = '0b1c2d3e4f5a4697b8c9d0e1f2a3b4c5';
const seen = (code: number, message: string, status: number, sent: string | undefined = key) => ({
  status,
  url: sent === undefined || sent === '' ? at : `${at}&key=${sent}`,
  sent: {},
  body: JSON.stringify({ error: { code, message } }),
});

export const weatherapi = defineProvider({
  id: 'weatherapi',
  name: 'WeatherAPI.com',
  category: 'data',
  address: at,
  hosts: /^api\.weatherapi\.com$/,
  sources: ['https://www.weatherapi.com/docs/#intro-error-codes'],
  doors: ['query key', 'field key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^code: 1002$/,
      notSent: /./,
      explanation: 'The key goes into the parameter key.',
      seen: seen(1002, 'API key is invalid or not provided.', 401, ''),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^code: 2006$/,
      explanation: 'WeatherAPI does not know this key.',
      seen: seen(2006, 'API key is invalid.', 401),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /^code: 2007$/,
      explanation: 'The month’s calls are used up.',
      seen: seen(2007, 'API key has exceeded calls per month quota.', 403),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + STATED,
      says: /^code: 2008$/,
      explanation: 'The key was switched off; a new account or a plan that was changed can bring that about.',
      seen: seen(2008, 'API key has been disabled.', 403),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^code: 2009$/,
      explanation: 'The plan does not cover this resource.',
      seen: seen(
        2009,
        'API key does not have access to the resource. Please check pricing page for what is allowed in your API subscription plan.',
        403,
      ),
    },
  ],
});
