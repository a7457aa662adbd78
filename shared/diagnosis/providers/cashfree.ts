import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const secret = 'a5c1f0d29b8e7f6a4c3b2d1e0f9a8b7c_6d5e4f3a';
const sent = {
  'x-client-id': '1043294c7f2a5b9d8e1f3a6c4b2340',
  'x-client-secret': `cfsk_ma_prod_${secret}`,
  'x-api-version': '2023-08-01',
};
const body = '{"message":"authentication Failed","code":"request_failed","type":"authentication_error"}';

export const cashfree = defineProvider({
  id: 'cashfree',
  name: 'Cashfree Payments',
  category: 'payment',
  address: 'https://api.cashfree.com/pg/orders',
  hosts: /^(?:api|sandbox|payout-api|payout-gamma)\.cashfree\.com$/,
  testHosts: /^(?:sandbox|payout-gamma)/,
  sources: [
    'https://docs.cashfree.com/reference/pg-authentication',
    'https://github.com/cashfree/cashfree-pg-sdk-nodejs/issues/74',
  ],
  doors: ['field x-client-id', 'field x-client-secret', 'authorization bearer'],
  keys: [
    { form: /^TEST\d{6,10}[0-9a-f]{20,}$/, kind: 'client id', environment: 'test' },
    { form: /^cfsk_ma_test_/, kind: 'client secret', environment: 'test' },
    { form: /^cfsk_ma_prod_/, kind: 'client secret', environment: 'live' },
  ],
  signs: [
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN + STATED,
      code: ['authentication_error'],
      sent: /^field x-client-secret: cfsk_ma_test_/,
      host: /^api\./,
      explanation: 'The secret is the sandbox’s: sandbox.cashfree.com.',
      seen: { sent: { ...sent, 'x-client-secret': `cfsk_ma_test_${secret}` }, posted: '{}', body },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN + STATED,
      code: ['authentication_error'],
      sent: /^field x-client-secret: cfsk_ma_prod_/,
      host: /^sandbox\./,
      explanation: 'The secret is the live account’s: api.cashfree.com.',
      seen: { url: 'https://sandbox.cashfree.com/pg/orders', sent, posted: '{}', body },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['authentication_error'],
      explanation:
        'Id and secret do not fit each other; the sandbox has ids of its own, which begin with TEST.',
      seen: { sent, posted: '{}', body },
    },
  ],
});
