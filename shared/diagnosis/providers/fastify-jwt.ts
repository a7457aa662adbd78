import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const fastifyJwt = defineProvider({
  id: 'fastify-jwt',
  name: '@fastify/jwt',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  body: /"code"\s*:\s*"(?:FST_JWT_|FAST_JWT_)|No Authorization was found in request\.(?:headers|cookies)|Format is Authorization: Bearer \[token\]|Authorization token (?:expired|is invalid: )|Untrusted authorization token/,
  sources: ['https://github.com/fastify/fastify-jwt/blob/master/jwt.js'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      code: ['FST_JWT_NO_AUTHORIZATION_IN_COOKIE'],
      says: /No Authorization was found in request\.cookies/i,
      sent: /^authorization |^field /,
      explanation: 'The plugin is set to read a cookie alone, and the token came elsewhere.',
      seen: '{"statusCode":401,"code":"FST_JWT_NO_AUTHORIZATION_IN_COOKIE","error":"Unauthorized","message":"No Authorization was found in request.cookies"}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['FST_JWT_NO_AUTHORIZATION_IN_HEADER', 'FST_JWT_NO_AUTHORIZATION_IN_COOKIE'],
      says: /No Authorization was found in request\.(?:headers|cookies)/i,
      notSent: /./,
      explanation: 'The plugin found no token where it looks.',
      seen: {
        sent: {},
        body: '{"statusCode":401,"code":"FST_JWT_NO_AUTHORIZATION_IN_HEADER","error":"Unauthorized","message":"No Authorization was found in request.headers"}',
      },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      code: ['FST_JWT_BAD_REQUEST'],
      says: /Format is Authorization: Bearer \[token\]/i,
      explanation: 'The field must read Bearer, one space and the token, and nothing more.',
      seen: {
        status: 400,
        sent: { Authorization: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        body: '{"statusCode":400,"code":"FST_JWT_BAD_REQUEST","error":"Bad Request","message":"Format is Authorization: Bearer [token]"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['FST_JWT_AUTHORIZATION_TOKEN_EXPIRED', 'FAST_JWT_EXPIRED'],
      says: /^message: Authorization token expired/i,
      explanation: 'The token’s exp has passed.',
      seen: '{"statusCode":401,"code":"FST_JWT_AUTHORIZATION_TOKEN_EXPIRED","error":"Unauthorized","message":"Authorization token expired"}',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      code: ['FAST_JWT_INVALID_SIGNATURE'],
      says: /Authorization token is invalid: (?:The token signature is invalid|Invalid public key|The token algorithm is invalid)/i,
      explanation: 'Signed with another key or algorithm than the plugin checks with.',
      seen: '{"statusCode":401,"code":"FST_JWT_AUTHORIZATION_TOKEN_INVALID","error":"Unauthorized","message":"Authorization token is invalid: The token signature is invalid."}',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /Authorization token is invalid: The aud claim/i,
      explanation: 'The token was issued for another audience than allowedAud.',
      seen: '{"statusCode":401,"code":"FST_JWT_AUTHORIZATION_TOKEN_INVALID","error":"Unauthorized","message":"Authorization token is invalid: The aud claim value is not allowed."}',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /Authorization token is invalid: The iss claim/i,
      explanation: 'The token was issued by another issuer than allowedIss.',
      seen: '{"statusCode":401,"code":"FST_JWT_AUTHORIZATION_TOKEN_INVALID","error":"Unauthorized","message":"Authorization token is invalid: The iss claim value is not allowed."}',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      code: ['FST_JWT_AUTHORIZATION_TOKEN_UNTRUSTED'],
      says: /Untrusted authorization token/i,
      explanation:
        'The token verifies; the application’s own list of trusted tokens does not hold it any more.',
      seen: '{"statusCode":401,"code":"FST_JWT_AUTHORIZATION_TOKEN_UNTRUSTED","error":"Unauthorized","message":"Untrusted authorization token"}',
    },
  ],
});
