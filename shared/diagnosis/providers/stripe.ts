import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const stripe = defineProvider({
  id: 'stripe',
  name: 'Stripe',
  category: 'payment',
  address: 'https://api.stripe.com/v1/charges',
  hosts: /^(api|files|connect)\.stripe\.com$/,
  keys: [
    {
      form: /^sk_test_/,
      kind: 'secret key',
      environment: 'test',
      goes: ['authorization bearer', 'authorization basic'],
    },
    {
      form: /^sk_live_/,
      kind: 'secret key',
      environment: 'live',
      goes: ['authorization bearer', 'authorization basic'],
    },
    {
      form: /^rk_test_/,
      kind: 'restricted key',
      environment: 'test',
      goes: ['authorization bearer', 'authorization basic'],
    },
    {
      form: /^rk_live_/,
      kind: 'restricted key',
      environment: 'live',
      goes: ['authorization bearer', 'authorization basic'],
    },
    { form: /^pk_test_/, kind: 'publishable key', environment: 'test' },
    { form: /^pk_live_/, kind: 'publishable key', environment: 'live' },
    { form: /^whsec_/, kind: 'signing secret of a webhook' },
  ],
  sources: ['https://docs.stripe.com/error-handling', 'https://docs.stripe.com/keys'],
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
