import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const signed = {
  'api-key': 'LAqUlngMIQkIUjXMUreyu3qo',
  'api-expires': '1700049660',
  'api-signature': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};
const seen = (status: number, message: string) => ({
  status,
  sent: signed,
  body: JSON.stringify({ error: { message, name: 'HTTPError' } }),
});

export const bitmex = defineProvider({
  id: 'bitmex',
  name: 'BitMEX',
  category: 'trading',
  address: 'https://www.bitmex.com/api/v1/user',
  hosts: /^(?:www|testnet|ws)\.bitmex\.com$/,
  testHosts: /^testnet\./,
  misleads: [
    {
      says: 'Invalid API Key',
      means: 'Mostly a key of the test network at the live one, or the other way round.',
    },
  ],
  sources: ['https://www.bitmex.com/app/apiKeysUsage', 'https://www.bitmex.com/app/restAPI'],
  doors: ['field api-key', 'field api-signature'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^message: Invalid API Key/i,
      explanation: 'No such key here: www and testnet have their own.',
      seen: seen(401, 'Invalid API Key.'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /^message: Signature not valid/i,
      explanation:
        'Signed is: method, path with query, expires and body, joined without separators; HMAC-SHA256 in hexadecimal.',
      seen: seen(401, 'Signature not valid.'),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + STATED,
      says: /This request has expired - `expires` is in the past|expires` is (?:in the past|too far)|Nonce is not increasing/i,
      explanation:
        'api-expires is in seconds and must lie a little in the future by the server’s clock, which the answer names.',
      seen: seen(401, 'This request has expired - `expires` is in the past. Current time: 1700049700'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /This key is disabled/i,
      explanation: 'A new key must be enabled on the page of the keys.',
      seen: seen(401, 'This key is disabled.'),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /^message: Access Denied/i,
      explanation:
        'The key was made without the right to trade or withdraw, or its range of addresses does not hold this one.',
      seen: seen(403, 'Access Denied'),
    },
  ],
});
