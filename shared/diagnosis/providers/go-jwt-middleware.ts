import { HINTED, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const goJwtMiddleware = defineProvider({
  id: 'go-jwt-middleware',
  name: 'Echo and Fiber JWT middleware',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  body: /^\s*(?:\{"message":")?(?:missing or malformed jwt|invalid or expired jwt)(?:"\})?\s*$/i,
  sources: [
    'https://github.com/labstack/echo-jwt/blob/main/jwt.go',
    'https://github.com/gofiber/contrib/blob/main/jwt/config.go',
  ],
  misleads: [
    {
      says: 'missing or malformed jwt',
      means:
        'No Bearer was found where the middleware looks; a token that is there but does not parse is called invalid or expired.',
    },
    {
      says: 'invalid or expired jwt',
      means: 'Any fault of a token that was found: its time, its signature, its algorithm, or its form.',
    },
  ],
  few: 'Both say but these two things.',
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /missing or malformed jwt/i,
      notSent: /./,
      explanation: 'The middleware found no token where TokenLookup looks.',
      seen: { status: 400, sent: {}, body: '{"message":"missing or malformed jwt"}' },
    },
    {
      cause: 'header-malformed',
      weight: STATED + HINTED,
      says: /missing or malformed jwt/i,
      sent: /^authorization authorization: (?!bearer |basic |token |jwt )/i,
      explanation: 'Authorization came without the word Bearer before the token, so the middleware saw none.',
      seen: {
        status: 400,
        sent: { Authorization: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        body: '{"message":"missing or malformed jwt"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /invalid or expired jwt/i,
      explanation:
        'The token was found and did not pass: its time, its signature, its algorithm, or its form.',
      seen: '{"message":"invalid or expired jwt"}',
    },
  ],
});
