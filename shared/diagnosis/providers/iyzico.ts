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
  misleads: [{ says: '200', means: 'Every answer is a 200; status and errorCode are the answer.' }],
  sources: [
    'https://docs.iyzico.com/en/add-ons/error-codes',
    'https://docs.iyzico.com/en/getting-started/preliminaries/authentication/hmacsha256-auth',
    'https://github.com/iyzico/iyzipay-node/issues/128',
    'https://github.com/iyzico/iyzipay-php/issues/204',
    'https://github.com/iyzico/iyzipay-php/issues/215',
  ],
  keys: [{ form: /^sandbox-[A-Za-z0-9]{24,40}$/, kind: 'API key', environment: 'test' }],
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
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /^errorcode: 1009$|Authorization header string gönderilmesi zorunludur/i,
      notSent: /^authorization /,
      explanation: 'Every call is signed: Authorization: IYZWSv2 and the signed text, beside x-iyzi-rnd.',
      seen: {
        ...seen('1009', 'Authorization header string gönderilmesi zorunludur'),
        sent: {},
      },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN + STATED,
      says: /^errorcode: 1007$|Signature gönderilmesi zorunludur/i,
      explanation:
        'The text behind IYZWSv2 holds no signature: it is the Base64 of apiKey, randomKey and signature.',
      seen: seen('1007', 'Signature gönderilmesi zorunludur'),
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /^errorcode: 5$/i,
      sent: /^authorization authorization: IYZWS /i,
      explanation: 'IYZWS is the older way to sign, over SHA-1; it is now IYZWSv2.',
      seen: {
        ...seen('5', 'Authentication failed!'),
        sent: {
          Authorization: 'IYZWS sandbox-cHIHP8aClBahMcsexnCKILosxo8PXQ3b:lAOSbptT8EIeCnFPRvjc2NhF4y0=',
        },
      },
    },
  ],
});
