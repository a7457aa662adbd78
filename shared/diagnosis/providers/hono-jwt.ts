import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const honoJwt = defineProvider({
  id: 'hono-jwt',
  name: 'Hono JWT middleware',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  challenge: /^bearer https?:\/\//i,
  sources: ['https://github.com/honojs/hono/blob/main/src/middleware/jwt/jwt.ts'],
  misleads: [
    {
      says: 'token verification failure',
      means: 'Whatever is wrong with a token that was found: its time, its signature, or its algorithm.',
    },
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /no authorization included in request/i,
      notSent: /./,
      explanation: 'Neither Authorization nor the cookie that the middleware is told to read came.',
      seen: {
        sent: {},
        received: {
          'WWW-Authenticate':
            'Bearer realm="https://api.example.com/v1/me",error="invalid_request",error_description="no authorization included in request"',
        },
        body: 'Unauthorized',
      },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /invalid credentials structure/i,
      explanation: 'The field must be two words: Bearer and the token.',
      seen: {
        sent: { Authorization: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        received: {
          'WWW-Authenticate':
            'Bearer realm="https://api.example.com/v1/me",error="invalid_request",error_description="invalid credentials structure"',
        },
        body: 'Unauthorized',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /token verification failure/i,
      explanation: 'The token was found and did not verify; Hono does not tell a client why.',
      seen: {
        received: {
          'WWW-Authenticate':
            'Bearer realm="https://api.example.com/v1/me",error="invalid_token",error_description="token verification failure"',
        },
        body: 'Unauthorized',
      },
    },
  ],
});
