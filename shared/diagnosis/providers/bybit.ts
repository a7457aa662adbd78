import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const bybit = defineProvider({
  id: 'bybit',
  name: 'Bybit',
  category: 'trading',
  address: 'https://api.bybit.com/v5/account/info',
  hosts: /(^|\.)bybit\.com$/,

  sources: ['https://bybit-exchange.github.io/docs/v5/error'],
  signs: [
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['10002'],
      explanation: 'The timestamp lies outside the window that the exchange allows.',
    },
    {
      cause: 'ip-not-allowed',
      weight: TOLD,
      code: ['10010'],
      explanation: 'Key, address or permission does not fit.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['10003', '1001'],
      explanation: 'The form of the key is wrong or it is not known.',
    },
  ],
});
