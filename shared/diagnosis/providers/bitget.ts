import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const signed = {
  'ACCESS-KEY': 'bg_8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c',
  'ACCESS-SIGN': '4F65x5A2bLyMWVQj3AqpB4wivaA7n5Oi2SuYtCJ9o6Y=',
  'ACCESS-TIMESTAMP': '1700049600000',
  'ACCESS-PASSPHRASE': 'keycard9',
};
const seen = (status: number, code: string, msg: string) => ({
  status,
  sent: signed,
  body: JSON.stringify({ code, msg, requestTime: 1700049600000, data: null }),
});

export const bitget = defineProvider({
  id: 'bitget',
  name: 'Bitget',
  category: 'trading',
  address: 'https://api.bitget.com/api/v2/spot/account/assets',
  hosts: /^api\.bitget\.com$/,
  keys: [{ form: /^bg_[0-9a-f]{32}$/, kind: 'API key', goes: ['field access-key'] }],
  sources: ['https://www.bitget.com/api-doc/common/error-code/restapi'],
  doors: ['field access-key', 'field access-sign', 'field access-passphrase'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /^code: 40009$/,
      explanation:
        'Signed is: timestamp, method, path with query and body, joined without separators; HMAC-SHA256 in Base64.',
      seen: seen(400, '40009', 'sign signature error'),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + STATED,
      says: /^code: (?:40008|40005)$/,
      explanation: 'The timestamp is in milliseconds and may be thirty seconds off.',
      seen: seen(400, '40008', 'Request timestamp expired'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /^code: (?:40006|40012|40036|40037)$/,
      explanation:
        'Key or passphrase are not known; demo trading has keys of its own and wants the field paptrading.',
      seen: seen(400, '40012', 'apikey/password is incorrect'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      says: /^code: 40018$/,
      explanation: 'The key lists addresses, and this one is not among them.',
      seen: seen(400, '40018', 'Invalid IP'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN + STATED,
      says: /^code: 40014$/,
      explanation: 'The key was made without the right that the answer names.',
      seen: seen(400, '40014', 'Incorrect permissions, need spot trade read permissions'),
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /^code: (?:4000[1-4]|40011)$/,
      explanation:
        'ACCESS-KEY, ACCESS-SIGN, ACCESS-TIMESTAMP and ACCESS-PASSPHRASE belong together; the answer names the missing one.',
      seen: {
        ...seen(400, '40011', 'ACCESS_PASSPHRASE cannot be empty'),
        sent: { 'ACCESS-KEY': signed['ACCESS-KEY'], 'ACCESS-SIGN': signed['ACCESS-SIGN'] },
      },
    },
  ],
});
