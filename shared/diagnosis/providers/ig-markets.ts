import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const session = {
  'X-IG-API-KEY': '8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a',
  CST: 'Zx81kQp07v',
  'X-SECURITY-TOKEN': 'TnE4sWc2Rb',
};
const login = {
  url: 'https://api.ig.com/gateway/deal/session',
  sent: { 'X-IG-API-KEY': session['X-IG-API-KEY'] },
  posted: '{"identifier":"anna","password":"keycard"}',
};
const seen = (status: number, errorCode: string) => ({
  status,
  sent: session,
  body: JSON.stringify({ errorCode }),
});

export const igMarkets = defineProvider({
  id: 'ig-markets',
  name: 'IG',
  category: 'trading',
  address: 'https://api.ig.com/gateway/deal/accounts',
  hosts: /^(?:demo-)?api\.ig\.com$/,
  testHosts: /^demo-/,
  body: /"errorCode"\s*:\s*"error\.(?:security|public-api)\.[\w.-]+"/,
  sources: ['https://labs.ig.com/rest-trading-api-guide.html', 'https://labs.ig.com/faq.html'],
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN,
      code: ['error.security.client-token-invalid'],
      explanation: 'CST and X-SECURITY-TOKEN are over after six hours without use: log in again.',
      seen: seen(401, 'error.security.client-token-invalid'),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: ['error.security.oauth-token-invalid'],
      explanation: 'The access token lives a minute: renew it with the refresh token.',
      seen: {
        ...seen(401, 'error.security.oauth-token-invalid'),
        sent: {
          'X-IG-API-KEY': session['X-IG-API-KEY'],
          Authorization: 'Bearer 702f6580-25c7-4c04-931d-6000efa824f8',
        },
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['error.security.invalid-details', 'error.security.api-key-invalid'],
      explanation: 'Name and password, or the key, are not known: demo and live have their own of each.',
      seen: { ...seen(401, 'error.security.invalid-details'), ...login },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['error.security.api-key-missing'],
      notSent: /x-ig-api-key/i,
      explanation: 'No key was sent: it goes in X-IG-API-KEY.',
      seen: { ...seen(403, 'error.security.api-key-missing'), sent: {} },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + PROVEN,
      code: [
        'error.security.api-key-disabled',
        'error.security.api-key-revoked',
        'error.security.too-many-failed-attempts',
        'error.security.account-migrated',
      ],
      explanation: 'The key was switched off, or the account is suspended after wrong logins.',
      seen: seen(403, 'error.security.api-key-disabled'),
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: [
        'error.public-api.exceeded-account-allowance',
        'error.public-api.exceeded-api-key-allowance',
        'error.public-api.exceeded-account-trading-allowance',
      ],
      explanation: 'Sixty calls a minute for the key, thirty for the account.',
      seen: seen(403, 'error.public-api.exceeded-api-key-allowance'),
    },
  ],
});
