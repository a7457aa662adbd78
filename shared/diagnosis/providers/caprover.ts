import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const caprover = defineProvider({
  id: 'caprover',
  name: 'CapRover',
  category: 'cloud',
  address: 'https://captain.apps.example.com/api/v2/user/apps/appData/shop',
  hosts: /^captain\./,
  body: /^\s*\{"status":1[01]\d\d,"description":"/,
  sends: ['x-captain-auth', 'x-captain-app-token'],
  sources: [
    'https://github.com/caprover/caprover/blob/master/src/api/ApiStatusCodes.ts',
    'https://github.com/caprover/caprover/blob/master/src/user/Authenticator.ts',
  ],
  doors: ['field x-captain-auth', 'field x-captain-app-token', 'query token'],
  signs: [
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /Auth token is no longer valid/i,
      explanation: 'The password was changed, which ends all tokens: post to /api/v2/login for a new one.',
      seen: {
        sent: { 'x-captain-auth': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"status":1106,"description":"Auth token is no longer valid. Request for a new auth token","data":{}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Auth token corrupted|^description: Token corrupted/i,
      explanation: 'The token is cut short, is over, or was made by another machine’s captain.',
      seen: {
        sent: { 'x-captain-auth': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"status":1106,"description":"Auth token corrupted","data":{}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^description: (?:Password is incorrect|Old password is incorrect)/i,
      explanation: 'The captain’s password is another; a fresh machine has captain42.',
      seen: {
        url: 'https://captain.apps.example.com/api/v2/login',
        sent: {},
        posted: '{"password":"word-of-kim"}',
        body: '{"status":1105,"description":"Password is incorrect.","data":{}}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: STATED,
      says: /token does not match the namespace/i,
      explanation: 'The token was made for another namespace than x-namespace names.',
      seen: {
        sent: { 'x-captain-auth': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"status":1106,"description":"Auth token does not match the namespace","data":{}}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /Empty namespace/i,
      explanation: 'Every call names its namespace: x-namespace: captain.',
      seen: {
        sent: { 'x-captain-auth': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"status":1102,"description":"Empty namespace","data":{}}',
      },
    },
  ],
});
