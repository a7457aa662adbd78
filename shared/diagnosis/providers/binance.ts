import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const binance = defineProvider({
  id: 'binance',
  name: 'Binance',
  category: 'trading',
  address: 'https://api.binance.com/api/v3/account',
  hosts: /(^|\.)(binance\.(com|us|vision)|binancefuture\.com)$/,
  testHosts: /testnet|binancefuture/,
  misleads: [
    {
      says: '-2015 Invalid API-key, IP, or permissions for action.',
      means: 'Is one code for three causes, and for a key of the test network at the live host.',
    },
  ],
  sources: [
    'https://developers.binance.com/docs/binance-spot-api-docs/errors',
    'https://developers.binance.com/en/docs/products/derivatives-trading-usds-futures/error-code',
    'https://github.com/ccxt/php-binance-api/wiki/Errors',
  ],
  doors: ['field x-mbx-apikey'],
  signs: [
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['-1021'],
      says: /Timestamp for this request (?:is outside|was \d+ms ahead)/i,
      explanation:
        'timestamp is in milliseconds, at most a second ahead of Binance’s clock and recvWindow behind it; ask /api/v3/time.',
      seen: {
        status: 400,
        sent: { 'X-MBX-APIKEY': 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A' },
        body: '{"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."}',
      },
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      code: ['-1022'],
      explanation:
        'The signature over the parameters differs: it covers the query and body as they are sent, percent-encoded, in their order.',
      seen: {
        status: 400,
        url: 'https://api.binance.com/api/v3/account?timestamp=1700049600000&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71',
        sent: { 'X-MBX-APIKEY': 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A' },
        body: '{"code":-1022,"msg":"Signature for this request is not valid."}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: TOLD,
      code: ['-2015'],
      explanation:
        'Key, address or permission does not fit; Binance does not say which. Compare the key’s list of addresses first, then its permissions and the network.',
      seen: {
        sent: { 'X-MBX-APIKEY': 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A' },
        body: '{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['-2014', '-2008'],
      explanation:
        'The form of the key is wrong or it is not known; the key goes into X-MBX-APIKEY, the secret nowhere.',
      seen: { sent: { 'X-MBX-APIKEY': 'abc' }, body: '{"code":-2014,"msg":"API-key format invalid."}' },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /restricted location/i,
      explanation: 'The address lies in a country that Binance does not serve.',
      seen: {
        status: 451,
        sent: {},
        body: '{"code":0,"msg":"Service unavailable from a restricted location according to \'b. Eligibility\' in https://www.binance.com/en/terms."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['-1002', '-2017'],
      explanation: 'The key’s permissions do not cover the call.',
      seen: {
        sent: { 'X-MBX-APIKEY': 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A' },
        body: '{"code":-1002,"msg":"You are not authorized to execute this request."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['-1003'],
      explanation: 'Too much weight in a minute; going on ends in a ban of the address.',
      seen: {
        status: 429,
        sent: { 'X-MBX-APIKEY': 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A' },
        body: '{"code":-1003,"msg":"Too much request weight used; current limit is 6000 request weight per 1 MINUTE."}',
      },
    },
  ],
});
