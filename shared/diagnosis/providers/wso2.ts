import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const wso2 = defineProvider({
  id: 'wso2',
  name: 'WSO2 API Manager',
  category: 'gateway',
  address: 'https://gateway.example.com/pizzashack/1.0.0/menu',
  body: /\b9009\d\d\b/,

  sources: ['https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/'],
  signs: [
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['900903'],
      explanation: 'The gateway knows the token and it is over.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['900901'],
      explanation: 'The gateway does not know the key or token.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['900908', '900910'],
      explanation: 'The application is not subscribed to this API or lacks the scope.',
    },
  ],
});
