import { HINTED, PROVEN, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const woocommerce = defineProvider({
  id: 'woocommerce',
  name: 'WooCommerce',
  category: 'commerce',
  address: 'https://shop.example.com/wp-json/wc/v3/orders',
  paths: /\/wp-json\/wc\//,
  body: /"code"\s*:\s*"woocommerce_rest/,
  keys: [
    { form: /^ck_[0-9a-f]{40}$/, kind: 'consumer key' },
    { form: /^cs_[0-9a-f]{40}$/, kind: 'consumer secret' },
  ],
  sources: ['https://woocommerce.github.io/woocommerce-rest-api-docs/'],
  doors: [
    'authorization basic',
    'authorization oauth',
    'query consumer_key',
    'query consumer_secret',
    'query oauth_consumer_key',
    'query oauth_signature',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['woocommerce_rest_authentication_error'],
      says: /Consumer (?:key|secret) is invalid/i,
      explanation: 'WooCommerce wants the keys of its REST API, not the login of WordPress.',
      seen: { sent: { Authorization: 'Basic YW5uYTprZXljYXJk' } },
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + HINTED,
      says: /Invalid signature - provided signature does not match/i,
      explanation:
        'WooCommerce signs the site’s address as it stands in its settings; http and https make two texts.',
      seen: {
        status: 401,
        sent: {
          Authorization:
            'OAuth oauth_consumer_key="ck_1", oauth_nonce="n1", oauth_signature="c2ln", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1700049600", oauth_version="1.0"',
        },
        body: '{"code":"woocommerce_rest_authentication_error","message":"Invalid signature - provided signature does not match.","data":{"status":401}}',
      },
    },
    {
      cause: 'nonce-stale',
      weight: PROVEN + HINTED,
      says: /Invalid nonce - nonce has already been used/i,
      explanation: 'Each OAuth 1.0a request needs a new nonce.',
      seen: {
        status: 401,
        sent: {
          Authorization:
            'OAuth oauth_consumer_key="ck_1", oauth_nonce="n1", oauth_signature="c2ln", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1700049600", oauth_version="1.0"',
        },
        body: '{"code":"woocommerce_rest_authentication_error","message":"Invalid nonce - nonce has already been used.","data":{"status":401}}',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + HINTED,
      says: /Invalid timestamp/i,
      explanation: 'The timestamp is more than fifteen minutes off.',
      seen: {
        status: 401,
        sent: {
          Authorization:
            'OAuth oauth_consumer_key="ck_1", oauth_nonce="n1", oauth_signature="c2ln", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1700049600", oauth_version="1.0"',
        },
        body: '{"code":"woocommerce_rest_authentication_error","message":"Invalid timestamp.","data":{"status":401}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /The API key provided does not have (?:read|write) permissions/i,
      explanation: 'The key was made for reading only, or for writing only.',
      seen: {
        status: 401,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"code":"woocommerce_rest_authentication_error","message":"The API key provided does not have write permissions.","data":{"status":401}}',
      },
    },
    {
      cause: 'header-stripped',
      weight: TOLD,
      says: /woocommerce_rest_cannot_view/i,
      sent: /^authorization /,
      status: [401],
      explanation:
        'The keys left the client; PHP did not get Authorization. Over HTTPS they may go as consumer_key and consumer_secret in the query.',
      seen: {
        status: 401,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"code":"woocommerce_rest_cannot_view","message":"Sorry, you cannot list resources.","data":{"status":401}}',
      },
    },
  ],
});
