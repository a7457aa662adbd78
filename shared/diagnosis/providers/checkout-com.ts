import { defineProvider } from './provider.ts';

export const checkoutCom = defineProvider({
  id: 'checkout-com',
  name: 'Checkout.com',
  category: 'payment',
  address: 'https://api.checkout.com/payments',
  hosts: /checkout\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^sk_(sbox|test)_/, kind: 'key', environment: 'test' },
    { form: /^sk_(?!sbox|test)/, kind: 'key', environment: 'live' },
  ],
  sources: ['https://www.checkout.com/docs/developer-resources/api/api-keys'],
  signs: [],
});
