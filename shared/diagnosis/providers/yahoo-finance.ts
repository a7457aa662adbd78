import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://query2.finance.yahoo.com/v10/finance/quoteSummary/GOOG?modules=financialData';
const seen = (description: string, sent: Readonly<Record<string, string>> = {}) => ({
  url,
  sent,
  body: JSON.stringify({ finance: { result: null, error: { code: 'Unauthorized', description } } }),
});

export const yahooFinance = defineProvider({
  id: 'yahoo-finance',
  name: 'Yahoo Finance',
  category: 'trading',
  address: url,
  hosts: /^query\d\.finance\.yahoo\.com$/,
  sources: [
    'https://github.com/gadicc/yahoo-finance2/issues/764',
    'https://github.com/iprak/yahoofinance/issues/94',
    'https://github.com/bradlucas/get-yahoo-quotes/issues/7',
    'https://github.com/ranaroussi/yfinance/issues/2441',
  ],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /Invalid Crumb/i,
      explanation:
        'A crumb belongs to the cookie A1 or A3 that it was got with (v1/test/getcrumb) and goes along as the parameter crumb.',
      seen: seen('Invalid Crumb', { Cookie: 'A3=d=AQABBKL; B=9m3' }),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /Invalid Cookie/i,
      lacks: 'Cookie',
      explanation: 'Calls of this path want the cookie that fc.yahoo.com sets, and the crumb made for it.',
      seen: seen('Invalid Cookie'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      status: [401, 429],
      path: /crumb=Too(?:\+|%20)Many(?:\+|%20)Requests/,
      explanation:
        'The crumb is the text of a refusal: getcrumb had answered that there were too many requests.',
      seen: {
        status: 429,
        url: 'https://query1.finance.yahoo.com/v7/finance/quote?symbols=INGR&crumb=Too+Many+Requests%0D%0A',
        sent: { Cookie: 'A3=d=AQABBKL' },
        body: 'Edge: Too Many Requests',
      },
    },
  ],
});
