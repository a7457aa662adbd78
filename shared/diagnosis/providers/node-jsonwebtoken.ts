import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const nodeJsonwebtoken = defineProvider({
  id: 'node-jsonwebtoken',
  name: 'Express and jsonwebtoken',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['x-powered-by', /^Express/i]],
  body: /UnauthorizedError|JsonWebTokenError|TokenExpiredError|NotBeforeError|"?(?:jwt (?:expired|malformed|must be provided|not active|signature is required)|invalid signature|credentials_required|credentials_bad_(?:format|scheme)|No authorization token was found|Format is Authorization: Bearer \[token\])\b/,
  sources: [
    'https://github.com/auth0/node-jsonwebtoken/blob/master/verify.js',
    'https://github.com/auth0/express-jwt/blob/master/src/index.ts',
  ],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['TokenExpiredError'],
      says: /jwt expired/i,
      explanation: 'jsonwebtoken compared exp with the server’s clock.',
      seen: '{"name":"TokenExpiredError","message":"jwt expired","expiredAt":"2023-11-15T11:00:00.000Z"}',
    },
    {
      cause: 'token-not-yet-valid',
      weight: PROVEN,
      code: ['NotBeforeError'],
      says: /jwt not active/i,
      explanation: 'nbf lies in the future.',
      seen: '{"name":"NotBeforeError","message":"jwt not active"}',
    },
    {
      cause: 'token-malformed',
      weight: PROVEN,
      says: /jwt malformed|invalid token$|Unexpected token .* in JSON/i,
      explanation: 'The text behind Bearer is no JWT: often “null”, quotes, or the word Bearer twice.',
      seen: { status: 401, body: '{"name":"JsonWebTokenError","message":"jwt malformed"}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['credentials_required'],
      says: /jwt must be provided|No authorization token was found/i,
      notSent: /^authorization /,
      explanation: 'The middleware found no token.',
      seen: { status: 401, sent: {}, body: 'UnauthorizedError: No authorization token was found' },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      code: ['credentials_bad_format', 'credentials_bad_scheme'],
      says: /Format is Authorization: Bearer \[token\]/i,
      explanation: 'The field must read Bearer, one space and the token.',
      seen: { sent: { Authorization: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' } },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /invalid signature|jwt signature is required|invalid algorithm/i,
      explanation:
        'The token is signed with another secret, or with an algorithm that the server does not list.',
      seen: '{"name":"JsonWebTokenError","message":"invalid signature"}',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /jwt audience invalid/i,
      explanation: 'The message names the audience that the server expects.',
      seen: '{"name":"JsonWebTokenError","message":"jwt audience invalid. expected: https://api.example.com"}',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /jwt issuer invalid/i,
      explanation: 'The message names the issuer that the server expects.',
      seen: '{"name":"JsonWebTokenError","message":"jwt issuer invalid. expected: https://id.example.com/"}',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['revoked_token'],
      says: /The token has been revoked/i,
      explanation: 'The application’s isRevoked said so.',
      seen: '{"code":"revoked_token","message":"The token has been revoked."}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Insufficient scope/i,
      explanation: 'A scope check of the application found one missing.',
      seen: { status: 403, body: 'UnauthorizedError: Insufficient scope' },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /secret or public key must be provided|secretOrPrivateKey must have a value|secretOrPublicKey/i,
      explanation: 'The application has no secret: its environment variable is empty, so every token fails.',
      seen: {
        status: 500,
        body: '{"name":"JsonWebTokenError","message":"secret or public key must be provided"}',
      },
    },
  ],
});
