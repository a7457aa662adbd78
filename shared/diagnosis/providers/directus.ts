import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const directus = defineProvider({
  id: 'directus',
  name: 'Directus',
  category: 'data',
  address: 'https://acme.directus.app/items/articles',
  hosts: /(^|\.)directus\.app$/,
  fields: [['x-powered-by', /^Directus$/i]],
  body: /"errors":\[\{"message":"[^"]*","extensions":\{(?:"reason":"[^"]*",)?"code":"(?:INVALID_CREDENTIALS|INVALID_TOKEN|TOKEN_EXPIRED|FORBIDDEN|INVALID_OTP|INVALID_IP|USER_SUSPENDED|INVALID_PROVIDER|REQUESTS_EXCEEDED)"/,
  sources: [
    'https://directus.io/docs/guides/connect/errors',
    'https://github.com/directus/directus/tree/main/packages/errors/src/errors',
  ],
  misleads: [
    {
      says: 'You don’t have permission to access this.',
      means: 'Also said of collections and fields that do not exist, so that nobody can find out by asking.',
    },
  ],
  doors: ['authorization bearer', 'query access_token'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['TOKEN_EXPIRED'],
      explanation: 'An access token of Directus lives fifteen minutes; the refresh token gets the next one.',
      seen: '{"errors":[{"message":"Token expired.","extensions":{"code":"TOKEN_EXPIRED"}}]}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['INVALID_TOKEN'],
      explanation: 'It is no JWT of this instance: the secret was changed, or the token is of another one.',
      seen: {
        status: 403,
        body: '{"errors":[{"message":"Invalid token.","extensions":{"code":"INVALID_TOKEN"}}]}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['INVALID_CREDENTIALS', 'INVALID_TOKEN'],
      sent: /^jwt authorization: (?!.*"iss":"directus").*"iss":"/,
      explanation:
        'Directus reads every token that comes, on open routes too, and knows its own alone, whose iss is “directus”.',
      seen: {
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUuY29tLyIsInN1YiI6InUxIiwiZXhwIjoxNzAwMDUzMjAwfQ.c2ln',
        },
        body: '{"errors":[{"message":"Invalid user credentials.","extensions":{"code":"INVALID_CREDENTIALS"}}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      code: ['INVALID_CREDENTIALS'],
      explanation:
        'Directus knows neither this login nor this refresh token, which is good once: two tabs that share one end each other’s session.',
      seen: {
        url: 'https://acme.directus.app/auth/login',
        posted: '{"email":"kim@example.com","password":"word-of-kim"}',
        body: '{"errors":[{"message":"Invalid user credentials.","extensions":{"code":"INVALID_CREDENTIALS"}}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['FORBIDDEN'],
      explanation:
        'The role’s policies do not give this action on this collection; without a token the public role is asked.',
      seen: {
        status: 403,
        body: '{"errors":[{"message":"You don\'t have permission to access this.","extensions":{"code":"FORBIDDEN"}}]}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['INVALID_OTP'],
      explanation: 'The account has two factors: the login needs the member otp.',
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['INVALID_IP'],
      explanation: 'A policy of the role lists addresses, and this one is not among them.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['USER_SUSPENDED'],
      explanation: 'The user is suspended; an administrator makes it active again.',
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['REQUESTS_EXCEEDED'],
      explanation: 'The rate limiter of the instance counts per address.',
    },
  ],
});
