import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const signed = { Authorization: 'IYZWSv2 YXBpS2V5OnNhbmRib3gtazN2WDhyTTI=', 'x-iyzi-rnd': '1700049600123' };
const seen = (errorCode: string, errorMessage: string) => ({
  status: 200,
  sent: signed,
  received: { 'Content-Type': 'application/json' },
  posted: '{}',
  body: JSON.stringify({
    status: 'failure',
    errorCode,
    errorMessage,
    locale: 'tr',
    systemTime: 1700049600000,
  }),
});

export const iyzico = defineProvider({
  id: 'iyzico',
  name: 'iyzico',
  category: 'payment',
  address: 'https://api.iyzipay.com/payment/auth',
  hosts: /^(?:sandbox-)?api\.iyzipay\.com$/,
  testHosts: /^sandbox-/,
  few: 'Two of its codes speak of authentication.',
  misleads: [{ says: '200', means: 'Every answer is a 200; status and errorCode are the answer.' }],
  sources: [
    'https://docs.iyzico.com/en/add-ons/error-codes',
    'https://docs.iyzico.com/en/getting-started/preliminaries/authentication/hmacsha256-auth',
  ],
  doors: ['authorization iyzwsv2', 'authorization iyzws'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /^errorcode: 1000$/,
      explanation:
        'Signed is: the random key, the path and the body as it is sent; a body written anew by the library differs.',
      seen: seen('1000', 'Geçersiz imza'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /^errorcode: 1001$/,
      explanation: 'No such key here: sandbox and live have their own.',
      seen: seen('1001', 'api bilgileri bulunamadı'),
    },
  ],
});
