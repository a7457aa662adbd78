import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (status: number, errorCode: string, errorMessage: string) => ({
  status,
  posted: '{}',
  body: JSON.stringify({ requestId: '8f0c-1', errorCode, errorMessage }),
});

export const safaricomDaraja = defineProvider({
  id: 'safaricom-daraja',
  name: 'Safaricom Daraja (M-Pesa)',
  category: 'payment',
  address: 'https://api.safaricom.co.ke/mpesa/stkpush/v1/processrequest',
  hosts: /^(?:api|sandbox)\.safaricom\.co\.ke$/,
  testHosts: /^sandbox\./,
  body: /"errorCode"\s*:\s*"[45]0[0-9]\.\d{3}\.\d{2}"/,
  misleads: [{ says: '404', means: 'Daraja says 404 to a token that it does not know; errorCode tells.' }],
  sources: [
    'https://developer.safaricom.co.ke/APIs/Authorization',
    'https://developer.safaricom.co.ke/APIs/MpesaExpressSimulate',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 3_599, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      says: /^errorcode: (?:404\.001\.03|401\.003\.01)$/,
      explanation:
        'The token is over after an hour, is of the other environment, or its app does not hold this product.',
      seen: seen(404, '404.001.03', 'Invalid Access Token'),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN + PROVEN,
      says: /^errorcode: 400\.008\.01$/,
      explanation:
        'Consumer key and secret, sent as Basic, do not fit, or are those of the other environment.',
      seen: {
        ...seen(400, '400.008.01', 'Invalid Authentication passed'),
        url: 'https://api.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials',
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
      },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /^errorcode: 404\.001\.04$/,
      explanation: 'The field reads “Bearer”, a space and the token.',
      seen: seen(404, '404.001.04', 'Invalid Authentication Header'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Wrong credentials/i,
      explanation:
        'Password is the Base64 of short code, passkey and timestamp, and one of the three does not fit the others.',
      seen: seen(500, '500.001.1001', 'Wrong credentials'),
    },
  ],
});
