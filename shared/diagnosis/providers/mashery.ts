import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.example.com/v1/items?api_key=k3vx8rm2ztq6bwy1nhd4jgf7';
const seen = (status: number, code: string, words: string) => ({
  status,
  url,
  sent: {},
  received: { 'X-Mashery-Error-Code': code, 'X-Error-Detail-Header': words },
  body: `<h1>${words}</h1>`,
});

export const mashery = defineProvider({
  id: 'mashery',
  name: 'Mashery',
  category: 'gateway',
  address: url,
  fields: [['server', /^Mashery Proxy/], ['x-mashery-error-code'], ['x-mashery-responder']],
  body: /ERR_(?:403|596)_[A-Z_]+/,
  sources: [
    'https://support.mashery.com/docs/read/mashery_api/20_reporting/error_codes',
    'https://support.mashery.com/docs/read/mashery_api/20/oauth_supporting_methods/OAuth_Generated_Errors',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      says: /ERR_403_DEVELOPER_UNKNOWN|ERR_403_NOT_AUTHORIZED/,
      explanation:
        'The gateway does not know the key for this service: keys open the packages that they were made for.',
      seen: seen(403, 'ERR_403_NOT_AUTHORIZED', 'Not Authorized'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + PROVEN,
      says: /ERR_403_DEVELOPER_INACTIVE/,
      explanation: 'The key is known and not active: not approved yet, or switched off.',
      seen: seen(403, 'ERR_403_DEVELOPER_INACTIVE', 'Account Inactive'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN + PROVEN,
      says: /ERR_403_(?:DEVELOPER|SERVICE)_OVER_(?:QPS|RATE)/,
      explanation: 'More calls in a second, or in a day, than the key’s package holds.',
      seen: seen(403, 'ERR_403_DEVELOPER_OVER_QPS', 'Developer Over Qps'),
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN + PROVEN,
      says: /ERR_403_(?:DEVELOPER_)?(?:BLOCKED|REFERER|NOT_ALLOWED)/,
      explanation: 'The key is restricted to certain referring pages, or the method is not open.',
      seen: seen(403, 'ERR_403_REFERER', 'Referer Not Allowed'),
    },
  ],
});
