import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const adyen = defineProvider({
  id: 'adyen',
  name: 'Adyen',
  category: 'payment',
  address: 'https://checkout-test.adyen.com/v71/payments',
  hosts: /adyen(payments)?\.com$/,
  testHosts: /test/,
  keys: [{ form: /^AQE[a-z]/, kind: 'API key', environment: 'test', goes: ['field x-api-key'] }],
  misleads: [
    { says: '00_401 Unauthorized', means: 'Covers an unknown key and a key without the right role alike.' },
  ],
  sources: [
    'https://docs.adyen.com/errors/unauthorized.md',
    'https://docs.adyen.com/errors',
    'https://docs.adyen.com/development-resources/response-handling/',
    'https://docs.adyen.com/development-resources/api-credentials',
  ],
  doors: ['field x-api-key', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['000', '00_401'],
      explanation:
        'Adyen does not know the key or the user and password, or they belong to the other of test and live.',
      seen: '{"status":401,"errorCode":"000","message":"HTTP Status Response - Unauthorized","errorType":"security"}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['010', '00_403'],
      explanation: 'The API credential lacks the role for this call; add it in the Customer Area.',
      seen: {
        status: 403,
        body: '{"status":403,"errorCode":"010","message":"Not allowed","errorType":"security"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['901'],
      says: /Invalid Merchant Account/i,
      explanation:
        'The credential has no access to the merchant account that the request names, or its name is mistyped.',
      seen: {
        status: 403,
        body: '{"status":403,"errorCode":"901","message":"Invalid Merchant Account","errorType":"security"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:allowed|in the allowed)/i,
      explanation: 'The API credential lists other networks.',
      seen: {
        status: 403,
        body: '{"status":403,"errorCode":"010","message":"IP address is not allowed","errorType":"security"}',
      },
    },
  ],
});
