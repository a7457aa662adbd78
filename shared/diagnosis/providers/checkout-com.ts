import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const checkoutCom = defineProvider({
  id: 'checkout-com',
  name: 'Checkout.com',
  category: 'payment',
  address: 'https://api.checkout.com/payments',
  hosts: /(^|\.)checkout\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^sk_(sbox|test)_/, kind: 'key', environment: 'test' },
    { form: /^sk_(?!sbox|test)/, kind: 'key', environment: 'live' },
  ],
  misleads: [
    {
      says: '401 without a body',
      means:
        'Key of the other environment, or a key without Bearer for the newer keys (sk_ without the uuid form).',
    },
  ],
  sources: ['https://www.checkout.com/docs/developer-resources/api/api-keys'],
  doors: ['authorization bearer', 'authorization'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      sent: /^authorization authorization: sk_/i,
      status: [401],
      explanation: 'Newer keys want the word Bearer before them; only those of the old form go without.',
      seen: { sent: { Authorization: 'sk_sbox_abc' }, body: '' },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      sent: /^authorization authorization: (?:bearer )?pk_/i,
      status: [401, 403],
      explanation: 'A public key may only make tokens; this call needs the secret key.',
      seen: { sent: { Authorization: 'Bearer pk_sbox_abc' }, body: '' },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['invalid_scope', 'insufficient_scope', 'missing_scope'],
      explanation: 'The access key lacks the scope of this call: add it in the dashboard.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer sk_sbox_abc' },
        body: '{"error_type":"request_invalid","error_codes":["missing_scope"]}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /^error: invalid_client$/i,
      path: /connect\/token/,
      explanation:
        'Key id and secret do not fit, or belong to the other environment; the secret is shown once.',
      seen: {
        status: 400,
        url: 'https://access.checkout.com/connect/token',
        sent: {},
        posted: 'grant_type=client_credentials&client_id=ack_x&client_secret=x',
        body: '{"error":"invalid_client"}',
      },
    },
  ],
});
