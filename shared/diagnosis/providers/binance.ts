import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const binance = defineProvider({
  id: 'binance',
  name: 'Binance',
  category: 'trading',
  address: 'https://api.binance.com/api/v3/account',
  hosts: /(^|\.)binance\.com$/,

  sources: ['https://developers.binance.com/docs/binance-spot-api-docs/errors'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: STATED,
      code: ['-1022'],
      seen: {
        sent: { 'X-MBX-APIKEY': 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A' },
        url: 'https://api.binance.com/api/v3/account?timestamp=1700049600000&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71',
      },
      explanation: 'The signature over the parameters differs.',
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['-1021'],
      explanation: 'The timestamp lies outside the window that the exchange allows.',
    },
    {
      cause: 'ip-not-allowed',
      weight: TOLD,
      code: ['-2015'],
      explanation: 'Key, address or permission does not fit; with Binance one code covers the three.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['-2014'],
      explanation: 'The form of the key is wrong or it is not known.',
    },
  ],
});
