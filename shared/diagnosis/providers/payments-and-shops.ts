import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const stripe = defineProvider({
  id: 'stripe',
  name: 'Stripe',
  hosts: /^(api|files|connect)\.stripe\.com$/,
  source: 'https://docs.stripe.com/error-handling',
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['api_key_expired'],
      explanation: 'The key was rolled and its time is over.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid API Key provided/i,
      explanation: 'Stripe does not know the key.',
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['secret_key_required'],
      says: /publishable API key/i,
      explanation: 'A publishable key may only make tokens; this call needs the secret key.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['testmode_charges_only', 'livemode_mismatch', 'platform_api_key_expired'],
      explanation: 'Test and live mode know nothing of each other.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['more_permissions_required'],
      says: /does not have the required permissions/i,
      explanation: 'The restricted key lacks the permission.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You did not provide an API key/i,
      notSent: /./,
      explanation: 'Stripe saw no key.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP address/i,
      explanation: 'The key is restricted to certain addresses.',
    },
  ],
});

export const commerce = defineProvider({
  id: 'shopify',
  name: 'Shopify',
  hosts: /\.myshopify\.com$/,
  fields: [[/^x-shopify-stage$/i], [/^x-shopid$/i]],
  source: 'https://shopify.dev/docs/api/usage/response-codes',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key or access token/i,
      explanation: 'Shopify does not know the token for this shop; it ends when the app is removed.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /requires merchant approval for/i,
      explanation: 'The app lacks the scope named.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /hmac/i,
      explanation: 'The signature of the request differs.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Unavailable Shop|shop is (?:currently )?(?:frozen|unavailable)/i,
      explanation: 'The shop is closed or frozen.',
    },
  ],
});

export const woocommerce = defineProvider({
  id: 'wordpress',
  name: 'WordPress and WooCommerce',
  fields: [[/^link$/i, /api\.w\.org/], [/^x-wp-/i]],
  body: /"code"\s*:\s*"(?:rest_|woocommerce_rest|jwt_auth|incorrect_password|invalid_username)/,
  source: 'https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/',
  signs: [
    {
      cause: 'header-stripped',
      weight: STATED,
      code: ['rest_not_logged_in', 'jwt_auth_no_auth_header', 'rest_cannot_access'],
      sent: /^authorization /,
      explanation:
        'PHP never saw Authorization: under CGI and FastCGI Apache keeps it back unless told otherwise.',
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      code: ['rest_cookie_invalid_nonce'],
      explanation: 'The page’s nonce belongs to an earlier login or is more than a day old.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: [
        'incorrect_password',
        'invalid_username',
        'invalid_email',
        '[jwt_auth] incorrect_password',
        'woocommerce_rest_authentication_error',
      ],
      says: /Consumer (?:key|secret) is invalid/i,
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
      cause: 'token-expired',
      weight: STATED,
      says: /jwt_auth_invalid_token: .*expired|Expired token/i,
      explanation: 'The token’s time is over.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /rest_forbidden|rest_cannot_(?:view|create|edit|delete)|woocommerce_rest_cannot/i,
      explanation: 'The user’s role does not allow it.',
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
