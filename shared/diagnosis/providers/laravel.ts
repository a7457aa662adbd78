import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const laravel = defineProvider({
  id: 'laravel',
  name: 'Laravel',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['set-cookie', /laravel_session|XSRF-TOKEN/]],
  body: /Illuminate\\|token_not_provided|token_expired|token_invalid|Tymon|"message"\s*:\s*"(?:Unauthenticated\.|CSRF token mismatch|This action is unauthorized|Invalid ability|User does not have the right)|Token Signature could not be verified|The token has been blacklisted|Wrong number of segments/,
  misleads: [
    {
      says: 'Route [login] not defined',
      means:
        'Not a missing page: the request was not authenticated and did not say Accept: application/json.',
    },
  ],
  keys: [{ form: /^\d+\|[A-Za-z0-9]{40,}$/, kind: 'personal access token of Sanctum' }],
  sources: [
    'https://laravel.com/docs/sanctum',
    'https://github.com/laravel/framework/blob/11.x/src/Illuminate/Foundation/Exceptions/Handler.php',
    'https://github.com/tymondesigns/jwt-auth/blob/develop/src/Http/Middleware/BaseMiddleware.php',
  ],
  lives: { seconds: 7_200, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF token mismatch|TokenMismatch/i,
      explanation: 'The XSRF-TOKEN cookie did not come back; often its domain is not that of the page.',
      seen: {
        status: 419,
        sent: { Cookie: 'laravel_session=eyJpdiI6' },
        body: '{"message":"CSRF token mismatch."}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /token_expired|Token has expired/i,
      explanation: 'The token’s time is over.',
      seen: '{"error":"token_expired","message":"Token has expired"}',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /blacklisted/i,
      explanation: 'The token was withdrawn by a logout or refresh.',
      seen: '{"message":"The token has been blacklisted"}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /token_invalid|Token could not be parsed/i,
      explanation: 'The token does not verify.',
      seen: '{"error":"token_invalid"}',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Wrong number of segments|could not be parsed from the request|Error while decoding/i,
      explanation: 'What stands behind Bearer is not a JWT.',
      seen: '{"message":"Wrong number of segments","exception":"Tymon\\\\JWTAuth\\\\Exceptions\\\\TokenInvalidException"}',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /Token Signature could not be verified/i,
      explanation: 'Signed with another secret than the application’s.',
      seen: '{"message":"Token Signature could not be verified."}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /This action is unauthorized|Invalid ability provided|User does not have the right/i,
      explanation: 'A policy or ability is missing.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"message":"This action is unauthorized."}',
      },
    },
    {
      cause: 'session-expired',
      weight: TOLD,
      says: /message: Unauthenticated\./i,
      sent: /^cookie \S*(laravel|_session)/i,
      explanation:
        'Sanctum knows a page’s session only from the domains in SANCTUM_STATEFUL_DOMAINS, with Referer or Origin sent along; or the session is over.',
      seen: {
        status: 401,
        sent: { Cookie: 'laravel_session=eyJpdiI6' },
        body: '{"message":"Unauthenticated."}',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /message: Unauthenticated\./i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Laravel says it to every token that its guard does not find: removed from personal_access_tokens, over, of another database, or another guard in auth.php.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer 12|Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"message":"Unauthenticated."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Your email address is not verified/i,
      explanation: 'The address has to be confirmed first.',
      seen: {
        status: 403,
        body: '{"message":"Your email address is not verified.","exception":"Illuminate\\\\Http"}',
      },
    },
  ],
});
