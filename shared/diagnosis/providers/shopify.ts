import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const shopify = defineProvider({
  id: 'shopify',
  name: 'Shopify',
  category: 'commerce',
  address: 'https://example.myshopify.com/admin/api/2024-01/shop.json',
  hosts: /\.myshopify\.com$/,
  fields: [['x-shopify-stage'], ['x-shopid']],
  keys: [
    {
      form: /^shpat_/,
      kind: 'access token of an app',
      goes: ['field x-shopify-access-token', 'authorization basic'],
    },
    {
      form: /^shppa_/,
      kind: 'password of a private app',
      goes: ['authorization basic', 'field x-shopify-access-token'],
    },
    { form: /^shpss_/, kind: 'shared secret of an app' },
  ],
  sources: ['https://shopify.dev/docs/api/usage/response-codes'],
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
