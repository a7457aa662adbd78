import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url =
  'https://partner.shopeemobile.com/api/v2/shop/get_shop_info?partner_id=1&timestamp=1700049600&access_token=4a6b&shop_id=1&sign=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const seen = (error: string, message: string) => ({
  status: 403,
  url,
  sent: {},
  body: JSON.stringify({ error, message, request_id: '8f0c' }),
});

export const shopee = defineProvider({
  id: 'shopee',
  name: 'Shopee',
  category: 'commerce',
  address: url,
  hosts: /(^|\.)(?:shopeemobile\.com|test-stable\.shopeemobile\.com|shopee\.\w\w)$/,
  sources: ['https://open.shopee.com/developer-guide/16'],
  doors: ['query access_token', 'query partner_id', 'query sign'],
  lives: { seconds: 14_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      code: ['error_sign'],
      explanation:
        'The sign is an HMAC-SHA256 with the partner key over partner id, path, timestamp, token and shop id, in this order and without the host.',
      seen: seen('error_sign', 'Wrong sign.'),
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['invalid_acceess_token', 'invalid_access_token', 'error_auth'],
      explanation: 'The access token is over after four hours, or is another shop’s.',
      seen: seen('invalid_acceess_token', 'Invalid access_token, please have a check.'),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['error_param_timestamp', 'invalid_timestamp'],
      says: /timestamp (?:is )?(?:expired|invalid)|Invalid timestamp/i,
      explanation: 'The timestamp is in seconds and may be five minutes off.',
      seen: seen('invalid_timestamp', 'Invalid timestamp.'),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['error_permission', 'api_suspended', 'error_banned', 'no_linked'],
      explanation: 'The app has no right to this interface, or the shop is not joined to it.',
      seen: seen('error_permission', 'You have no permission to this API.'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['source_ip_undeclared', 'error_ip'],
      says: /Source IP (?:address )?undeclared/i,
      explanation: 'The app lists the addresses from which it may call: add this one in the console.',
      seen: seen('source_ip_undeclared', 'Source IP undeclared.'),
    },
  ],
});
