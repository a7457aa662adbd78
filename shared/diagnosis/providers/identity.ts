import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const keycloak = defineProvider({
  id: 'keycloak',
  name: 'Keycloak',
  hosts: /keycloak/,
  challenge: /^bearer .*(realm)/,
  body: /"error_description":"(?:Session not active|Invalid user credentials|Account (?:is not fully set up|disabled)|Token is not active|Token verification failed|Stale token|Client not enabled|Incorrect redirect_uri|Code not valid|Maximum allowed refresh token reuse exceeded|Session doesn't have required client|Offline user session not found|Invalid client (?:or Invalid client )?credentials|Invalid refresh token|Invalid token issuer[^"]*|PKCE[^"]*)/,
  source: 'https://www.keycloak.org/docs/latest/server_admin/',
  signs: [
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /Session not active|Token is not active|Stale token|Code not valid|Maximum allowed refresh token reuse|Offline user session not found|Invalid refresh token|Session doesn't have required client/,
      explanation:
        'The single sign-on session behind the refresh token has ended, or the token was replaced.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid user credentials/,
      explanation: 'Keycloak does not know user and password, or the user lives in another realm.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /Account is not fully set up|Account disabled|Account temporarily disabled|user_temporarily_disabled|Account is temporarily/,
      explanation:
        'The account is disabled or still has a required action, such as a new password or a confirmed e-mail.',
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /Invalid client (?:or Invalid client )?credentials|Client not enabled|Client secret not provided|Public client not allowed|Parameter client_assertion/,
      explanation:
        'The client id or secret is wrong for this realm, or the client is public where a secret is sent.',
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /Incorrect redirect_uri|Invalid parameter: redirect_uri/,
      explanation: 'The redirect URI differs from the one of the login or is not registered.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /Invalid token issuer/,
      explanation: 'Keycloak derives the issuer from the host name by which it is called.',
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /Realm (?:does not exist|not enabled)|RealmNotFound/,
      explanation: 'The realm in the path does not exist here; releases before 17 had /auth in front.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Client not allowed for direct access grants|not_allowed|Service account.*not enabled|unauthorized_client/,
      explanation: 'The client’s settings do not allow this grant.',
    },
  ],
});

export const auth0 = defineProvider({
  id: 'auth0',
  name: 'Auth0',
  hosts: /\.auth0\.com$/,
  body: /auth0/i,
  source: 'https://auth0.com/docs/libraries/common-auth0-library-authentication-errors',
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['mfa_required', 'mfa_invalid_code'],
      explanation: 'Auth0 demands a second factor.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['too_many_attempts', 'user_blocked', 'password_leaked'],
      explanation: 'The account is blocked after failed logins or because its password is known elsewhere.',
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /Unauthorized.*client|access_denied: Unauthorized|Unknown client/i,
      explanation: 'Auth0 does not accept the client’s secret or does not know the client.',
    },
    {
      cause: 'consent-missing',
      weight: TOLD,
      says: /Client is not authorized to access|client-grant/i,
      explanation: 'The application has no grant for this API.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: TOLD,
      says: /Service not (?:found|enabled)/i,
      explanation: 'The audience is not the identifier of an API.',
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /Unknown or invalid refresh token|Invalid authorization code/i,
      explanation: 'Code or refresh token is over or was used.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Wrong email or password/i,
      explanation: 'Auth0 does not know e-mail and password.',
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: STATED,
      says: /Callback URL mismatch/i,
      explanation: 'The callback is not in the application’s list.',
    },
  ],
});

export const okta = defineProvider({
  id: 'okta',
  name: 'Okta',
  hosts: /\.(okta|oktapreview|okta-emea)\.com$/,
  fields: [[/^x-okta-request-id$/i]],
  body: /"errorCode"\s*:\s*"E\d{7}"/,
  source: 'https://developer.okta.com/docs/reference/error-codes/',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['E0000004', 'E0000011'],
      explanation:
        'Okta does not know the login or the API token; an SSWS token ends after thirty days without use.',
    },
    { cause: 'session-expired', weight: STATED, code: ['E0000005'], explanation: 'Okta’s session is over.' },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['E0000006', 'E0000015', 'E0000022'],
      explanation: 'The token’s owner may not do this.',
    },
    { cause: 'rate-limited', weight: STATED, code: ['E0000047'], explanation: 'Okta’s rate limit answered.' },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['E0000069', 'E0000119', 'E0000080'],
      explanation: 'The account is locked.',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['E0000068', 'E0000079', 'MFA_REQUIRED', 'MFA_ENROLL'],
      explanation: 'Okta demands a further factor.',
    },
    {
      cause: 'consent-missing',
      weight: STATED,
      says: /consent_required|no_matching_policy|Policy evaluation failed/i,
      explanation: 'No policy or consent covers the request.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['E0000038'],
      says: /invalid_scope|scopes? are not configured/i,
      explanation: 'The scope is not granted to the app.',
    },
    { cause: 'token-rejected', weight: STATED, code: ['E0000095'], explanation: 'Okta refuses the token.' },
  ],
});

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

export const salesforce = defineProvider({
  id: 'salesforce',
  name: 'Salesforce',
  hosts: /\.(salesforce|force|salesforce-setup)\.com$/,
  body: /"errorCode"\s*:\s*"[A-Z_]+"/,
  source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm',
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /This session is not valid for use with the REST API|ip restricted|invalid login hours|LOGIN_MUST_USE_SECURITY_TOKEN/i,
      explanation:
        'The session is bound to the IP range of the profile or connected app; the app’s policy can relax it.',
    },
    {
      cause: 'session-expired',
      weight: TOLD,
      code: ['INVALID_SESSION_ID'],
      explanation: 'The session behind the token ended or belongs to another organisation.',
    },
    {
      cause: 'token-expired',
      weight: SUGGESTED,
      says: /Session expired or invalid/i,
      explanation: 'Salesforce does not tell an expired session from a wrong one.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'API_DISABLED_FOR_ORG',
        'INSUFFICIENT_ACCESS',
        'INSUFFICIENT_ACCESS_OR_READONLY',
        'API_CURRENTLY_DISABLED',
        'FUNCTIONALITY_NOT_ENABLED',
      ],
      explanation: 'The edition or profile lacks access to the API or object.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /INVALID_LOGIN|authentication failure/i,
      explanation:
        'User, password or security token are wrong, or the login went to production instead of the sandbox.',
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /expired access\/refresh token|expired authorization code/i,
      explanation: 'The refresh token was withdrawn, often because more than five were given out.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['REQUEST_LIMIT_EXCEEDED'],
      explanation: 'The organisation’s daily requests are used up.',
    },
  ],
});

export const salesforceUi = defineProvider({
  id: 'salesforce-lightning',
  name: 'Salesforce Lightning',
  hosts: /\.lightning\.force\.com$/,
  source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest.htm',
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN + 0.5,
      path: /^\/services\//,
      explanation:
        'The pages live under .lightning.force.com; the REST API is served under .my.salesforce.com and refuses its tokens here.',
    },
  ],
});
