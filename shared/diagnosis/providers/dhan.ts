import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { 'access-token': 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzUxMiJ9.eyJpc3MiOiJkaGFuIn0.c2lnbmF0dXJl' };
const seen = (errorCode: string, errorType: string, errorMessage: string, status = 401) => ({
  status,
  sent: { ...token, 'client-id': '1100000001' },
  body: JSON.stringify({ errorType, errorCode, errorMessage }),
});

export const dhan = defineProvider({
  id: 'dhan',
  name: 'DhanHQ',
  category: 'trading',
  address: 'https://api.dhan.co/v2/orders',
  hosts: /^(?:api|sandbox|auth)\.dhan\.co$/,
  testHosts: /^sandbox\./,
  sources: [
    'https://dhanhq.co/docs/v2/annexure/#trading-api-error',
    'https://dhanhq.co/docs/v2/authentication/',
  ],
  doors: ['field access-token'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  needs: [
    { at: ['field client-id'], beside: 'field access-token', path: /^\/v2\/(?:marketfeed|optionchain)/ },
  ],
  signs: [
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['DH-901'],
      explanation: 'Tokens are good for a day; the same is said of one that is not the client’s.',
      seen: seen(
        'DH-901',
        'Invalid_Authentication',
        'Client ID or user generated access token is invalid or expired.',
      ),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['DH-902'],
      explanation: 'The user has not subscribed to this interface.',
      seen: seen(
        'DH-902',
        'Invalid_Access',
        'User has not subscribed to Data APIs or does not have access to Trading APIs.',
        403,
      ),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['DH-903'],
      explanation: 'The account lacks a segment, or something of its set-up.',
      seen: seen(
        'DH-903',
        'User_Account',
        'Errors related to User’s Account. Check if the required segments are activated or other requirements are met.',
        403,
      ),
    },
  ],
});
