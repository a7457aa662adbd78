import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://pro-api.coingecko.com/api/v3/ping';
const sent = { 'x-cg-pro-api-key': 'CG-Zx81kQp07vTnE4sWc2RbYh' };
const told = (code: number, message: string): string =>
  JSON.stringify({ status: { error_code: code, error_message: message } });

export const coingecko = defineProvider({
  id: 'coingecko',
  name: 'CoinGecko',
  category: 'trading',
  address: url,
  hosts: /^(?:pro-)?api\.coingecko\.com$/,
  keys: [
    {
      form: /^CG-[A-Za-z0-9]{20,}$/,
      kind: 'API key',
      goes: [
        'field x-cg-pro-api-key',
        'field x-cg-demo-api-key',
        'query x_cg_pro_api_key',
        'query x_cg_demo_api_key',
      ],
    },
  ],
  sources: ['https://docs.coingecko.com/reference/common-errors-rate-limit'],
  doors: [
    'field x-cg-pro-api-key',
    'field x-cg-demo-api-key',
    'query x_cg_pro_api_key',
    'query x_cg_demo_api_key',
  ],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN,
      code: ['10010', '10011'],
      explanation:
        'Keys of the demo plan are read at api.coingecko.com, those of paid plans at pro-api.coingecko.com.',
      seen: {
        status: 400,
        url,
        sent,
        body: told(
          10011,
          'If you are using Demo API key, please change your root URL from pro-api.coingecko.com to api.coingecko.com',
        ),
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['10002'],
      notSent: /CG-/,
      explanation: 'CoinGecko saw no key.',
      seen: { url, sent: {}, body: told(10002, 'API Key Missing') },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['10005'],
      explanation: 'The endpoint belongs to a higher plan.',
      seen: {
        url,
        sent,
        body: told(10005, 'This request is limited to PRO API subscribers.'),
      },
    },
  ],
});
