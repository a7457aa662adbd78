import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const spring = defineProvider({
  id: 'spring',
  name: 'Spring Security',
  challenge: /oauth2-resource|oauth2\/client|^bearer realm/i,
  body: /org\.springframework|"path"\s*:\s*"\/.*"status"\s*:\s*40[13]|"status"\s*:\s*40[13].*"path"|Full authentication is required|An error occurred while attempting to decode the Jwt|Cannot convert access token to JSON/,
  fields: [
    [/^www-authenticate$/i, /An error occurred while attempting to decode the Jwt|rfc6750#section-3\.1/],
  ],
  source: 'https://docs.spring.io/spring-security/reference/servlet/oauth2/resource-server/jwt.html',
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Jwt expired at/i,
      explanation: 'Spring names the time at which the token ended.',
    },
    {
      cause: 'token-not-yet-valid',
      weight: PROVEN,
      says: /Jwt used before/i,
      explanation: 'Spring compares nbf with its own clock.',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /Another algorithm expected, or no matching key|Invalid signature|Unsupported algorithm/i,
      explanation:
        'Spring’s decoder allows RS256 only unless told otherwise, and takes keys from the issuer’s set.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /The iss claim is not valid/i,
      explanation: 'Spring compares iss with issuer-uri letter by letter.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /The aud claim is not valid|required audience is missing/i,
      explanation: 'Spring checks aud against the configured audience.',
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Couldn't retrieve remote JWK set|Unable to resolve the (?:Configuration|OpenID)|Failed to lazily resolve|I\/O error on GET request/i,
      explanation: 'The application could not fetch the issuer’s keys.',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Invalid JWT serialization|Malformed token|Bearer token is malformed|Invalid unsecured\/JWS\/JWE|Cannot convert access token to JSON|Missing dot delimiter/i,
      explanation: 'What stands behind Bearer is not a JWT.',
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      says: /Full authentication is required/i,
      notSent: /./,
      explanation: 'Spring found no authentication on the request.',
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /Invalid CSRF|Could not verify the provided CSRF/i,
      explanation: 'Spring demands an anti-forgery token for every change.',
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /Bad credentials/i,
      explanation: 'Spring compared user and password and they differ.',
    },
  ],
});

export const djangoRest = defineProvider({
  id: 'django-rest',
  name: 'Django REST framework',
  fields: [[/^server$/i, /WSGIServer|gunicorn|uWSGI/i]],
  body: /"detail"\s*:\s*"/,
  source: 'https://www.django-rest-framework.org/api-guide/authentication/',
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

export const laravel = defineProvider({
  id: 'laravel',
  name: 'Laravel',
  fields: [
    [/^set-cookie$/i, /laravel_session|XSRF-TOKEN/],
    [/^x-powered-by$/i, /PHP/i],
  ],
  body: /Illuminate\\|token_not_provided|token_expired|token_invalid|Tymon|"message"\s*:\s*"(?:Unauthenticated\.|CSRF token mismatch)/,
  source: 'https://laravel.com/docs/sanctum',
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF token mismatch|TokenMismatch/i,
      explanation: 'The XSRF-TOKEN cookie did not come back; often its domain is not that of the page.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /token_expired|Token has expired/i,
      explanation: 'The token’s time is over.',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /blacklisted/i,
      explanation: 'The token was withdrawn by a logout or refresh.',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /token_invalid|Token could not be parsed/i,
      explanation: 'The token does not verify.',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /Token Signature could not be verified/i,
      explanation: 'Signed with another secret than the application’s.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /This action is unauthorized|Invalid ability provided|User does not have the right/i,
      explanation: 'A policy or ability is missing.',
    },
  ],
});
