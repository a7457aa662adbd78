import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const woocommerce = defineProvider({
  id: 'woocommerce',
  name: 'WooCommerce',
  category: 'commerce',
  address: 'https://shop.example.com/wp-json/wc/v3/orders',
  body: /"code"\s*:\s*"woocommerce_rest/,
  keys: [
    { form: /^ck_[0-9a-f]{40}$/, kind: 'consumer key' },
    { form: /^cs_[0-9a-f]{40}$/, kind: 'consumer secret' },
  ],
  sources: ['https://woocommerce.github.io/woocommerce-rest-api-docs/'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['woocommerce_rest_authentication_error'],
      says: /Consumer (?:key|secret) is invalid/i,
      seen: { sent: { Authorization: 'Basic YW5uYTprZXljYXJk' } },
      explanation:
        'WooCommerce wants the keys of its REST API, not the login of WordPress; WordPress wants an application password.',
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + HINTED,
      says: /Invalid signature - provided signature does not match/i,
      explanation:
        'WooCommerce signs the site’s address as it stands in its settings; http and https make two texts.',
    },
    {
      cause: 'nonce-stale',
      weight: STATED,
      says: /Invalid nonce - nonce has already been used/i,
      explanation: 'Each OAuth 1.0a request needs a new nonce.',
    },
    {
      cause: 'clock-skew',
      weight: STATED,
      says: /Invalid timestamp/i,
      explanation: 'The timestamp is more than fifteen minutes off.',
    },
  ],
});
