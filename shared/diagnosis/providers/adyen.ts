import { defineProvider } from './provider.ts';

export const adyen = defineProvider({
  id: 'adyen',
  name: 'Adyen',
  category: 'payment',
  address: 'https://checkout-test.adyen.com/v71/payments',
  hosts: /adyen(payments)?\.com$/,
  testHosts: /test/,
  keys: [{ form: /^AQE[a-z]/, kind: 'key', environment: 'test' }],
  sources: ['https://docs.adyen.com/development-resources/api-credentials'],
  signs: [],
});
