import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const bybit = defineProvider({
  id: 'bybit',
  name: 'Bybit',
  category: 'trading',
  address: 'https://api.bybit.com/v5/account/wallet-balance',
  hosts: /(^|\.)(bybit|bytick)\.com$/,
  testHosts: /testnet|demo/,
  misleads: [
    {
      says: '10003 API key is invalid.',
      means: 'Often a key of the test network at the live host, or the other way round.',
    },
  ],
  sources: [
    'https://bybit-exchange.github.io/docs/v5/error',
    'https://docs.rs/patisson-bybit-sdk/0.3.0/src/bybit/ret_code.rs.html',
  ],
  doors: ['field x-bapi-api-key', 'field x-bapi-sign', 'query api_key'],
  signs: [
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['10002'],
      says: /request time exceeds the time window/i,
      explanation: 'The timestamp, in milliseconds, lies outside recv_window; compare the clocks.',
      seen: '{"retCode":10002,"retMsg":"invalid request, please check your server timestamp or recv_window param"}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['10003', '10007'],
      explanation: 'Bybit does not know the key on this network: live, test and demo each have their own.',
      seen: '{"retCode":10003,"retMsg":"API key is invalid."}',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      code: ['10004'],
      explanation: 'The signature differs; the answer shows the text that the server signed.',
      seen: {
        sent: { 'X-BAPI-API-KEY': 'abc', 'X-BAPI-SIGN': 'def', 'X-BAPI-TIMESTAMP': '1700049600000' },
        body: '{"retCode":10004,"retMsg":"error sign! origin_string[1700049600000abc5000]"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['10005'],
      explanation: 'The key’s permissions do not cover the call.',
      seen: '{"retCode":10005,"retMsg":"Permission denied, please check your API key permissions."}',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      code: ['10010', '10024'],
      says: /Unmatched IP/i,
      explanation: 'The key is bound to other addresses.',
      seen: '{"retCode":10010,"retMsg":"Unmatched IP, please check your API key\'s bound IP addresses."}',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['33004'],
      explanation: 'A key without bound addresses lasts three months.',
      seen: '{"retCode":33004,"retMsg":"Your api key has expired."}',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['10006', '10018'],
      explanation: 'Bybit counts calls of the account and address.',
      seen: '{"retCode":10006,"retMsg":"Too many visits. Exceeded the API Rate Limit."}',
    },
  ],
});
