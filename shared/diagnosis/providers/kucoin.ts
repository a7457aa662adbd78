import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const kucoin = defineProvider({
  id: 'kucoin',
  name: 'KuCoin',
  category: 'trading',
  address: 'https://api.kucoin.com/api/v1/accounts',
  hosts: /(^|\.)kucoin\.com$/,
  sources: [
    'https://github.com/Kucoin/kucoin-python-sdk/blob/8e1cb98b4d2ae5a457b8df57bd8c6640f3a9595c/README.md',
  ],
  doors: ['field kc-api-key', 'field kc-api-sign', 'field kc-api-passphrase'],
  signs: [
    {
      cause: 'required-header-missing',
      weight: STATED,
      code: ['400001'],
      explanation: 'The fields KC-API-KEY, -SIGN, -TIMESTAMP and -PASSPHRASE belong together.',
      seen: {
        sent: {},
        body: '{"code":"400001","msg":"Please check the header of your request for KC-API-KEY, KC-API-SIGN, KC-API-TIMESTAMP, KC-API-PASSPHRASE"}',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['400002'],
      says: /KC-API-TIMESTAMP Invalid/i,
      explanation: 'The timestamp, in milliseconds, may be five seconds off.',
      seen: '{"code":"400002","msg":"KC-API-TIMESTAMP Invalid"}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['400003', '400004'],
      explanation: 'The key is not known, or the passphrase differs; keys of version 2 want it signed.',
      seen: '{"code":"400003","msg":"KC-API-KEY not exists"}',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      code: ['400005'],
      explanation: 'The signature is over timestamp, method, path with query, and body.',
      seen: {
        sent: { 'KC-API-KEY': 'abc', 'KC-API-SIGN': 'def', 'KC-API-TIMESTAMP': '1700049600000' },
        body: '{"code":"400005","msg":"Invalid KC-API-SIGN"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['400006'],
      explanation: 'The key lists other addresses.',
      seen: '{"code":"400006","msg":"The requested ip address is not in the api whitelist"}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['400007', '411100'],
      explanation: 'The key lacks the permission, or the user is frozen.',
      seen: { status: 403, body: '{"code":"400007","msg":"Access denied--> require more permissions"}' },
    },
  ],
});
