import { PROVEN, STATED, TOLD } from '../weights.ts';
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
