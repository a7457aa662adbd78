import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: number, msg: string) => ({
  status: 200,
  url: 'https://open-api.bingx.com/openApi/spot/v1/account/balance?timestamp=1700049600000&signature=9c3ad4bd5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809',
  sent: { 'X-BX-APIKEY': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3GZx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ code, msg, timestamp: 1700049600123 }),
});

export const bingx = defineProvider({
  id: 'bingx',
  name: 'BingX',
  category: 'trading',
  address: 'https://open-api.bingx.com/openApi/swap/v2/user/balance',
  hosts: /^open-api(?:-vst)?\.bingx\.com$/,
  sends: ['x-bx-apikey'],
  misleads: [{ says: '200', means: 'Every answer is a 200; its code is the answer.' }],
  sources: [
    'https://bingx-api.github.io/docs/#/en-us/spot/market-api.html',
    'https://bingx-api.github.io/docs/#/en-us/spot/account-api.html',
  ],
  doors: ['field x-bx-apikey'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /^code: 100413$|Incorrect apiKey/i,
      explanation: 'No such key: it was deleted, or was cut when it was copied.',
      seen: seen(100413, 'Incorrect apiKey'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      says: /^code: 100419$|IP does not match IP whitelist/i,
      explanation: 'The key lists other addresses than the one that asks.',
      seen: seen(
        100419,
        'IP does not match IP whitelist , please go to https://bingx.com/en/account/api/ to verify the ip you have set',
      ),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + STATED,
      says: /^code: 100421$|Null timestamp or timestamp mismatch|timestamp is invalid/i,
      explanation: 'timestamp is in milliseconds and may be five seconds off.',
      seen: seen(100421, 'Null timestamp or timestamp mismatch'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN + STATED,
      says: /^code: 100410$/,
      explanation: 'The answer says until when the interface stays closed.',
      seen: seen(100410, 'rate limited'),
    },
  ],
});
