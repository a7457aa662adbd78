import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url =
  'https://api.mexc.com/api/v3/account?timestamp=1700049600000&signature=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const seen = (code: number, msg: string) => ({
  status: 400,
  url,
  sent: { 'X-MEXC-APIKEY': 'mx0aBYs33eIilxBWC5' },
  body: JSON.stringify({ code, msg }),
});

export const mexc = defineProvider({
  id: 'mexc',
  name: 'MEXC',
  category: 'trading',
  address: url,
  hosts: /^(?:api|contract)\.mexc\.com$/,
  keys: [{ form: /^mx0/, kind: 'API key', goes: ['field x-mexc-apikey'] }],
  sources: ['https://mexcdevelop.github.io/apidocs/spot_v3_en/#error-code'],
  doors: ['field x-mexc-apikey', 'query signature'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /^code: (?:700002|602)$/,
      explanation:
        'The signature is an HMAC-SHA256 over the whole query, or query and body, in lower-case hexadecimal.',
      seen: seen(700002, 'Signature for this request is not valid.'),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + STATED,
      says: /^code: 700003$/,
      explanation: 'The timestamp is in milliseconds and may be as far off as recvWindow says.',
      seen: seen(700003, 'Timestamp for this request is outside of the recvWindow.'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /^code: (?:700001|10072)$|Api key info invalid/i,
      explanation: 'No such key.',
      seen: seen(10072, 'Api key info invalid'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      says: /^code: 700006$|not in the ip white list/i,
      explanation: 'The key lists addresses, and the answer names the one that called.',
      seen: seen(700006, 'IP [203.0.113.9] not in the ip white list'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN + STATED,
      says: /^code: (?:700007|401 permission)$|No permission to access the endpoint/i,
      explanation: 'The key was made without this right; some symbols are not open to the interface at all.',
      seen: seen(700007, 'No permission to access the endpoint'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^code: 402$|API key expired/i,
      explanation: 'A key without bound addresses ends after ninety days.',
      seen: seen(402, 'API key expired'),
    },
  ],
});
