import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const at = 'https://api.twelvedata.com/time_series?symbol=AAPL&interval=1day';
const seen = (code: number, message: string, status: number, key?: string) => ({
  status,
  url: key === undefined ? at : `${at}&apikey=${key}`,
  sent: {},
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ code, message, status: 'error' }),
});
const text =
  '**apikey** parameter is incorrect or not specified. You can get your free API key instantly following this link: https://twelvedata.com/pricing.';
const key = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

export const twelveData = defineProvider({
  id: 'twelve-data',
  name: 'Twelve Data',
  category: 'trading',
  address: at,
  hosts: /^api\.twelvedata\.com$/,
  sources: ['https://twelvedata.com/docs#errors'],
  doors: ['query apikey', 'authorization apikey'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /apikey\*{0,2} parameter is incorrect or not specified/i,
      notSent: /./,
      explanation: 'The key goes into the parameter apikey.',
      seen: seen(401, text, 401),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /apikey\*{0,2} parameter is incorrect or not specified/i,
      sent: /./,
      explanation: 'Twelve Data does not know this key.',
      seen: seen(401, text, 401, key),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /is available (?:exclusively with|starting with)|Upgrade (?:your )?plan/i,
      status: [403],
      explanation: 'The plan does not cover this.',
      seen: seen(
        403,
        'This endpoint is available exclusively with ultra or enterprise plans. Consider upgrading your API Key now.',
        403,
        key,
      ),
    },
  ],
});
