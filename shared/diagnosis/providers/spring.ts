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
  misleads: [
    {
      says: '403 Forbidden',
      means: 'With method security and CSRF on, Spring answers 403 also where nobody is logged in.',
    },
  ],
  sources: [
    'https://docs.spring.io/spring-security/reference/servlet/oauth2/resource-server/jwt.html',
    'https://github.com/spring-projects/spring-security/blob/main/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/NimbusJwtDecoder.java',
  ],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Jwt expired at|Access token expired: |JWT expired at/i,
      explanation: 'Spring names the time at which the token ended.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="Jwt expired at 2023-11-15T11:00:00Z", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"',
        },
        body: '',
      },
    },
    {
      cause: 'token-not-yet-valid',
      weight: PROVEN,
      says: /Jwt used before/i,
      explanation: 'Spring compares nbf with its own clock, allowing a minute.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Jwt used before 2023-11-16T11:00:00Z"',
        },
        body: '',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /Another algorithm expected, or no matching key|Signed JWT rejected: Invalid signature|Unsupported algorithm|Invalid signature/i,
      explanation:
        'Spring’s decoder allows RS256 only unless told otherwise, and takes keys from the issuer’s set.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Signed JWT rejected: Another algorithm expected, or no matching key(s) found"',
        },
        body: '',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /The iss claim is not valid/i,
      explanation:
        'Spring compares iss with issuer-uri letter by letter; behind a proxy or in Docker one issuer often has two names.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: The iss claim is not valid"',
        },
        body: '',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /The aud claim is not valid|required audience is missing|Invalid token does not contain resource id/i,
      explanation: 'Spring checks aud against the configured audience.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: The aud claim is not valid"',
        },
        body: '',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Couldn't retrieve remote JWK set|Unable to resolve the (?:Configuration|OpenID)|Failed to lazily resolve|I\/O error on GET request/i,
      explanation: 'The application could not fetch the issuer’s keys.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Couldn\'t retrieve remote JWK set: Connection refused"',
        },
        body: '',
      },
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Invalid JWT serialization|Malformed token|Bearer token is malformed|Invalid unsecured\/JWS\/JWE|Cannot convert access token to JSON|Missing dot delimiter|Malformed (?:payload|Jwk set|header)/i,
      explanation: 'What stands behind Bearer is not a JWT.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Malformed token"',
        },
        body: '',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /JOSE header typ|header \(?typ\)?|type=at\+jwt|\(typ\) \S+ not allowed/i,
      explanation:
        'The decoder takes tokens of certain typ only: an access token (at+jwt) is not a plain JWT for it, or the other way round.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: JOSE header typ (type) at+jwt not allowed"',
        },
        body: '',
      },
    },
    {
      cause: 'token-revoked',
      weight: TOLD,
      says: /Provided token isn't active/i,
      explanation: 'The authorization server’s introspection says that the token is over or withdrawn.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="Provided token isn\'t active"',
        },
        body: '',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /The request requires higher privileges than provided by the access token/i,
      explanation: 'The token lacks the scope; Spring turns scope into authorities named SCOPE_….',
      seen: {
        status: 403,
        received: {
          'WWW-Authenticate':
            'Bearer error="insufficient_scope", error_description="The request requires higher privileges than provided by the access token.", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"',
        },
        body: '',
      },
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      says: /Full authentication is required/i,
      notSent: /./,
      explanation: 'Spring found no authentication on the request.',
      seen: {
        status: 401,
        sent: {},
        body: '{"timestamp":"2023-11-15T12:00:00","status":401,"error":"Unauthorized","message":"Full authentication is required to access this resource","path":"/v1/me"}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /Invalid CSRF|Could not verify the provided CSRF/i,
      explanation: 'Spring demands an anti-forgery token for every change.',
      seen: {
        status: 403,
        sent: { Cookie: 'JSESSIONID=0F1E2D' },
        body: '{"status":403,"error":"Forbidden","message":"Invalid CSRF Token \'null\' was found on the request parameter \'_csrf\' or header \'X-CSRF-TOKEN\'.","path":"/v1/me"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /Bad credentials/i,
      explanation:
        'Spring compared user and password and they differ; a stored hash without its {bcrypt} prefix does that too.',
      seen: {
        status: 401,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"status":401,"error":"Unauthorized","message":"Bad credentials","path":"/v1/me"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /User (?:is disabled|account (?:is locked|has expired)|credentials have expired)/i,
      explanation: 'The account is locked, disabled or over.',
      seen: {
        status: 401,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"status":401,"error":"Unauthorized","message":"User account is locked","path":"/v1/me"}',
      },
    },
  ],
});
