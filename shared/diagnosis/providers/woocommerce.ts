import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
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
  misleads: [
    {
      says: 'woocommerce_rest_cannot_view 401 Sorry, you cannot list resources',
      means:
        'Mostly that the key did not arrive: over plain http WooCommerce wants a signature, and some servers drop Authorization.',
    },
  ],
  sources: ['https://woocommerce.github.io/woocommerce-rest-api-docs/'],
  signs: [
    {
      cause: 'header-stripped',
      weight: TOLD + HINTED,
      code: [
        'woocommerce_rest_cannot_view',
        'woocommerce_rest_cannot_create',
        'woocommerce_rest_cannot_edit',
      ],
      sent: /^authorization authorization: basic /i,
      status: [401],
      explanation:
        'WooCommerce took the request for an anonymous one: the server kept Authorization back, or the address is plain http. Try the keys in the query once over https.',
      seen: {
        sent: { Authorization: 'Basic Y2tfMDEyMzpjc180NTY3' },
        body: '{"code":"woocommerce_rest_cannot_view","message":"Sorry, you cannot list resources.","data":{"status":401}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'woocommerce_rest_cannot_view',
        'woocommerce_rest_cannot_create',
        'woocommerce_rest_cannot_edit',
        'woocommerce_rest_cannot_delete',
        'woocommerce_rest_cannot_batch',
      ],
      status: [403],
      explanation: 'The user of the key lacks the right, or the key is for reading only.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic Y2tfMDEyMzpjc180NTY3' },
        body: '{"code":"woocommerce_rest_cannot_create","message":"Sorry, you are not allowed to create resources.","data":{"status":403}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /The API key provided does not have (?:read|write) permissions/i,
      explanation: 'The key is for reading, or writing, only: make one for Read/Write.',
      seen: {
        sent: { Authorization: 'Basic Y2tfMDEyMzpjc180NTY3' },
        body: '{"code":"woocommerce_rest_authentication_error","message":"The API key provided does not have write permissions.","data":{"status":401}}',
      },
    },
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
