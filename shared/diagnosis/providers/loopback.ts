import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const loopback = defineProvider({
  id: 'loopback',
  name: 'LoopBack 3',
  category: 'framework',
  address: 'https://api.example.com/api/Orders',
  body: /"error"\s*:\s*\{[^{}]*"code"\s*:\s*"(?:AUTHORIZATION_REQUIRED|LOGIN_FAILED|LOGIN_FAILED_EMAIL_NOT_VERIFIED|USERNAME_EMAIL_REQUIRED|INVALID_TOKEN|ACCESS_DENIED)"/,
  sources: [
    'https://loopback.io/doc/en/lb3/Making-authenticated-requests.html',
    'https://loopback.io/doc/en/lb3/Controlling-data-access.html',
  ],
  misleads: [
    {
      says: 'Authorization Required',
      means:
        'No rule lets this user call this method: said of nobody, of a token that is over, and of a user whose role does not fit.',
    },
  ],
  lives: { seconds: 1_209_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['LOGIN_FAILED_EMAIL_NOT_VERIFIED'],
      explanation: 'The password is right; the address was never confirmed.',
      seen: {
        url: 'https://api.example.com/api/Users/login',
        sent: {},
        posted: '{"email":"kim@example.com","password":"word-of-kim"}',
        body: '{"error":{"statusCode":401,"name":"Error","message":"login failed as the email has not been verified","code":"LOGIN_FAILED_EMAIL_NOT_VERIFIED"}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['LOGIN_FAILED'],
      explanation: 'No user has this name or address with that password.',
      seen: {
        url: 'https://api.example.com/api/Users/login',
        sent: {},
        posted: '{"email":"kim@example.com","password":"word-of-kim"}',
        body: '{"error":{"statusCode":401,"name":"Error","message":"login failed","code":"LOGIN_FAILED"}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['INVALID_TOKEN'],
      explanation: 'The token’s row is gone: it was logged out, or its time was over and it was deleted.',
      seen: {
        sent: { Authorization: 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"error":{"statusCode":401,"name":"Error","message":"Invalid Access Token","code":"INVALID_TOKEN"}}',
      },
    },
  ],
});
