import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const signed = {
  'X-Auth': 'BITSTAMP 8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c',
  'X-Auth-Signature': '9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08',
  'X-Auth-Nonce': 'f93c979d-b00d-43a9-9b9c-fd4cd9547fa6',
  'X-Auth-Timestamp': '1700049600000',
  'X-Auth-Version': 'v2',
};
const seen = (code: string, reason: string) => ({
  status: 403,
  sent: signed,
  posted: '',
  body: JSON.stringify({ status: 'error', reason, code }),
});

export const bitstamp = defineProvider({
  id: 'bitstamp',
  name: 'Bitstamp',
  category: 'trading',
  address: 'https://www.bitstamp.net/api/v2/account_balances/',
  hosts: /^(?:www\.)?bitstamp\.net$/,
  body: /"code"\s*:\s*"API\d{4}"/,
  sources: ['https://www.bitstamp.net/api/#section/Error-codes'],
  doors: ['field x-auth', 'field x-auth-signature'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      code: ['API0001'],
      explanation: 'No such key: it was deleted, or never confirmed by mail.',
      seen: seen('API0001', 'API key not found'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      code: ['API0002'],
      explanation: 'The key lists addresses, and this one is not among them.',
      seen: seen('API0002', 'IP address not allowed'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN + STATED,
      code: ['API0003'],
      explanation: 'The key was made without the right to this call.',
      seen: seen('API0003', 'No permission found'),
    },
    {
      cause: 'nonce-stale',
      weight: PROVEN + STATED,
      code: ['API0004'],
      explanation: 'A nonce was used before: two threads share the key, or the clock gave one number twice.',
      seen: seen('API0004', 'Invalid nonce'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      code: ['API0005'],
      explanation:
        'Signed is: X-Auth, method, host, path, query, Content-Type, nonce, timestamp, version and body; Content-Type must be absent where the body is empty.',
      seen: seen('API0005', 'Invalid signature'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['API0011'],
      explanation: 'The key was not activated by mail yet, or was switched off.',
      seen: seen('API0011', 'API key not active'),
    },
  ],
});
