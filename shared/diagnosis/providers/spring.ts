import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const spring = defineProvider({
  id: 'spring',
  name: 'Spring Security',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  challenge: /oauth2-resource|oauth2\/client|^bearer realm/i,
  body: /org\.springframework|"path"\s*:\s*"\/.*"status"\s*:\s*40[13]|"status"\s*:\s*40[13].*"path"|Full authentication is required|An error occurred while attempting to decode the Jwt|Cannot convert access token to JSON/,
  fields: [['www-authenticate', /An error occurred while attempting to decode the Jwt|rfc6750#section-3\.1/]],

  sources: ['https://docs.spring.io/spring-security/reference/servlet/oauth2/resource-server/jwt.html'],
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
