import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const ginJwt = defineProvider({
  id: 'gin-jwt',
  name: 'gin-jwt',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  challenge: /^jwt ?(gin jwt|test zone|\w+ zone)?/i,
  body: /^\s*\{"code":40[013],"message":"(?:auth header is empty|cookie token is empty|query token is empty|auth header is invalid|Token is expired|token is expired|signature is invalid|incorrect Username or Password|missing Username or Password|you don't have permission to access this resource|missing exp field|invalid signing algorithm)/,
  sources: ['https://github.com/appleboy/gin-jwt/blob/master/auth_jwt.go'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + STATED,
      says: /(?:cookie|query|parameter|form) token is empty/i,
      sent: /^authorization /,
      explanation: 'TokenLookup names another place than Authorization, and that one is empty.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        body: '{"code":401,"message":"cookie token is empty"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /(?:auth header|cookie token|query token|parameter token) is empty/i,
      notSent: /./,
      explanation: 'The middleware found nothing where TokenLookup looks.',
      seen: { status: 401, sent: {}, body: '{"code":401,"message":"auth header is empty"}' },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      says: /auth header is invalid/i,
      explanation: 'The field must read Bearer, one space and the token.',
      seen: {
        status: 401,
        sent: { Authorization: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        body: '{"code":401,"message":"auth header is invalid"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Token is expired/i,
      explanation: 'The token’s exp has passed.',
      seen: '{"code":401,"message":"Token is expired"}',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /signature is invalid|invalid signing algorithm/i,
      explanation: 'Signed with another key or algorithm.',
      seen: '{"code":401,"message":"signature is invalid"}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /incorrect Username or Password/i,
      explanation: 'User or password is wrong.',
      seen: {
        status: 401,
        posted: '{"username":"anna","password":"keycard"}',
        sent: {},
        body: '{"code":401,"message":"incorrect Username or Password"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /you don't have permission to access this resource/i,
      explanation: 'The Authorizator function said no.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"code":403,"message":"you don\'t have permission to access this resource"}',
      },
    },
  ],
});
