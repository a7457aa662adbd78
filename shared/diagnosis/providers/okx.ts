import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const okx = defineProvider({
  id: 'okx',
  name: 'OKX',
  category: 'trading',
  address: 'https://www.okx.com/api/v5/account/balance',
  hosts: /(^|\.)okx\.com$/,
  misleads: [
    {
      says: '50111 Invalid OK-ACCESS-KEY',
      means: 'Said of a key of simulated trading without x-simulated-trading: 1.',
    },
  ],
  sources: [
    'https://web3.okx.com/onchainos/dev-docs-v5/dex-api/dex-market-price-error-code',
    'https://www.okx.com/help/api-faq-eea',
    'https://github.com/pyted/okx/issues/1',
  ],
  doors: ['field ok-access-key', 'field ok-access-sign', 'field ok-access-passphrase'],
  signs: [
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['50101'],
      explanation: 'Keys of simulated trading go with x-simulated-trading: 1, live keys without.',
      seen: '{"msg":"APIKey does not match current environment.","code":"50101"}',
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['50102', '50112'],
      explanation: 'OK-ACCESS-TIMESTAMP is ISO 8601 in UTC with milliseconds, at most thirty seconds off.',
      seen: '{"msg":"Timestamp request expired","code":"50102"}',
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      code: ['50103', '50104', '50106', '50107'],
      says: /^msg: Request header .*can ?not be empty/i,
      explanation: 'Four fields belong together: OK-ACCESS-KEY, -SIGN, -TIMESTAMP and -PASSPHRASE.',
      seen: {
        sent: {},
        body: '{"msg":"Request header \\"OK-ACCESS-PASSPHRASE\\" can not be empty.","code":"50104"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['50105', '50111', '50114', '50119'],
      explanation: 'The key is not known, or the passphrase is not the one chosen for it.',
      seen: '{"msg":"Request header \\"OK-ACCESS-PASSPHRASE\\" incorrect.","code":"50105"}',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      code: ['50113'],
      explanation:
        'The signature is Base64 of HMAC-SHA256 over timestamp, method, path with query, and body.',
      seen: {
        sent: {
          'OK-ACCESS-KEY': 'abc',
          'OK-ACCESS-SIGN': 'def',
          'OK-ACCESS-TIMESTAMP': '2023-11-15T12:00:00.000Z',
        },
        body: '{"msg":"Invalid Sign","code":"50113"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['50110'],
      explanation: 'The key lists other addresses.',
      seen: '{"msg":"Your IP 192.0.2.1 is not included in your API key\'s IP whitelist.","code":"50110"}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['50030', '50120'],
      explanation: 'The key was made to read only, or for another function.',
      seen: '{"msg":"This API key doesn\'t have permission to use this function","code":"50120"}',
    },
  ],
});
