import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const djangoRest = defineProvider({
  id: 'django-rest',
  name: 'Django REST framework',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['server', /WSGIServer|gunicorn|uWSGI/i]],
  body: /"detail"\s*:\s*"/,

  sources: ['https://www.django-rest-framework.org/api-guide/authentication/'],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /Token has wrong type/i,
      explanation: 'Simple JWT writes the kind into token_type and takes access tokens only.',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['token_not_valid'],
      says: /Token is invalid or expired|Given token not valid/i,
      explanation: 'Simple JWT found the token invalid.',
    },
    {
      cause: 'token-expired',
      weight: SUGGESTED,
      says: /Token is invalid or expired/i,
      explanation: 'Simple JWT does not tell an expired token from a wrong one.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['user_inactive'],
      says: /User (?:is )?inactive|User inactive or deleted/i,
      explanation: 'The account behind the token is inactive.',
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF Failed/i,
      explanation: 'With session login Django REST demands the anti-forgery token.',
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      says: /Invalid (?:token|basic) header\.|must contain two space-delimited values/i,
      explanation: 'The field holds more or fewer words than scheme and value.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /detail: Invalid token\.|Invalid username\/password/i,
      explanation: 'The database has no such token or user.',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /Token is blacklisted/i,
      explanation: 'The token was put on the blacklist.',
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /You do not have permission to perform this action/i,
      explanation: 'The user is known and lacks the permission.',
    },
  ],
});
