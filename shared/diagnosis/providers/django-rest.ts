import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const djangoRest = defineProvider({
  id: 'django-rest',
  name: 'Django REST framework',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['server', /WSGIServer/i]],
  // The documents of JSON:API and of RFC 9457 have such a member as well.
  body: /^(?![^]*"(?:errors|title|type)"\s*:)[^]*"detail"\s*:\s*"/,
  misleads: [
    {
      says: 'Authentication credentials were not provided.',
      means:
        'Also said when a credential came with a scheme that no authentication class knows, and when mod_wsgi kept Authorization back.',
    },
  ],
  sources: [
    'https://www.django-rest-framework.org/api-guide/authentication/',
    'https://github.com/encode/django-rest-framework/blob/main/rest_framework/authentication.py',
    'https://github.com/jazzband/djangorestframework-simplejwt/blob/master/rest_framework_simplejwt/authentication.py',
  ],
  signs: [
    {
      cause: 'token-revoked',
      weight: PROVEN + HINTED,
      says: /password_changed|user's password has been changed/i,
      explanation: 'Simple JWT withdraws tokens when the user’s password changes; the user logs in anew.',
      seen: {
        received: { 'WWW-Authenticate': 'Bearer realm="api"' },
        body: '{"detail":"The user\'s password has been changed.","code":"password_changed"}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /Token has wrong type/i,
      explanation: 'Simple JWT writes the kind into token_type and takes access tokens only.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"detail":"Given token not valid for any token type","code":"token_not_valid","messages":[{"token_class":"AccessToken","token_type":"access","message":"Token has wrong type"}]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['token_not_valid'],
      says: /Token is invalid or expired|Given token not valid|Token is invalid\b/i,
      explanation: 'Simple JWT found the token invalid.',
      seen: '{"detail":"Given token not valid for any token type","code":"token_not_valid","messages":[{"message":"Token is invalid or expired"}]}',
    },
    {
      cause: 'token-expired',
      weight: SUGGESTED,
      says: /Token is invalid or expired/i,
      explanation: 'Simple JWT does not tell an expired token from a wrong one.',
      seen: '{"detail":"Token is invalid or expired","code":"token_not_valid"}',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /message: Token is expired|detail: Token (?:is|has) expired/i,
      explanation: 'Newer releases of Simple JWT say it outright.',
      seen: '{"detail":"Given token not valid for any token type","code":"token_not_valid","messages":[{"message":"Token is expired"}]}',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['user_inactive'],
      says: /User (?:is )?inactive|User inactive or deleted/i,
      explanation: 'The account behind the token is inactive.',
      seen: '{"detail":"User inactive or deleted."}',
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF Failed/i,
      explanation:
        'With session login Django REST demands the anti-forgery token; a session cookie sent beside a token has the same effect.',
      seen: {
        status: 403,
        sent: { Cookie: 'sessionid=a1b2c3' },
        body: '{"detail":"CSRF Failed: CSRF token missing."}',
      },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN + HINTED,
      says: /Invalid (?:token|basic) header\.|must contain two space-delimited values/i,
      explanation: 'The field holds more or fewer words than scheme and value.',
      seen: '{"detail":"Authorization header must contain two space-delimited values","code":"bad_authorization_header"}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /detail: Invalid token\.(?![^\n])|Invalid username\/password|Unable to log in with provided credentials|No active account found with the given credentials/i,
      explanation: 'The database has no such token or user.',
      seen: '{"detail":"Invalid token."}',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /Token is blacklisted/i,
      explanation: 'The token was put on the blacklist.',
      seen: '{"detail":"Token is blacklisted","code":"token_not_valid"}',
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /You do not have permission to perform this action/i,
      explanation: 'The user is known and lacks the permission.',
      seen: { status: 403, body: '{"detail":"You do not have permission to perform this action."}' },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + HINTED,
      says: /Authentication credentials were not provided/i,
      sent: /^authorization authorization: bearer [0-9a-f]{40}$/i,
      explanation: 'TokenAuthentication takes “Token” and the key; behind Bearer it is not seen.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b' },
        body: '{"detail":"Authentication credentials were not provided."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Request was throttled/i,
      explanation: 'The view’s throttle counts requests.',
      seen: { status: 429, body: '{"detail":"Request was throttled. Expected available in 86 seconds."}' },
    },
  ],
});
