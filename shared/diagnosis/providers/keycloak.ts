import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const keycloak = defineProvider({
  id: 'keycloak',
  name: 'Keycloak',
  category: 'identity',
  address: 'https://keycloak.example.com/realms/demo/protocol/openid-connect/token',
  paths: /\/(?:realms\/[^/]+\/protocol\/(?:openid-connect|saml)|admin\/realms)\b/,
  hosts: /keycloak/,
  challenge: /^bearer .*(realm)/,
  body: /"error_description":"(?:Session not active|Invalid user credentials|Account (?:is not fully set up|disabled)|Token is not active|Token verification failed|Stale token|Client not enabled|Incorrect redirect_uri|Code not valid|Maximum allowed refresh token reuse exceeded|Session doesn't have required client|Offline user session not found|Invalid client (?:or Invalid client )?credentials|Invalid refresh token|Invalid token issuer[^"]*|PKCE[^"]*|Client not allowed for|Client not enabled to retrieve service account|User session not found)|"error_description":"HTTPS required"|kc-error-message|"error"\s*:\s*"(?:Realm does not exist|RESTEASY|HTTP 40[13] (?:Unauthorized|Forbidden))/,
  misleads: [
    {
      says: 'unauthorized_client',
      means: 'Also said for a wrong secret, where RFC 6749 has invalid_client.',
    },
    {
      says: 'Account is not fully set up',
      means:
        'A required action is open; or the profile lacks first name, last name or e-mail since release 24.',
    },
  ],
  sources: [
    'https://www.keycloak.org/docs/latest/server_admin/',
    'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/TokenManager.java',
  ],
  doors: ['authorization bearer', 'authorization dpop', 'authorization basic'],
  lives: { seconds: 1_800, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /Session not active|Token is not active|Stale token|Code not valid|Maximum allowed refresh token reuse|Offline user session not found|Invalid refresh token|Session doesn't have required client|User session not found/,
      explanation:
        'The single sign-on session behind the refresh token has ended, or the token was replaced.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Token is not active"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /PKCE (?:code verifier|verification)|PKCE invalid|Missing parameter: code_challenge/,
      explanation: 'The client is set to PKCE: code_verifier is missing or does not fit.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_grant","error_description":"PKCE verification failed: Invalid code verifier"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid user credentials/,
      explanation: 'Keycloak does not know user and password, or the user lives in another realm.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=password&username=anna&password=x&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Invalid user credentials"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /Account is not fully set up|Account disabled|Account temporarily disabled|user_temporarily_disabled|Account is temporarily|resolve_required_actions/,
      explanation:
        'The account is disabled or still has a required action, such as a new password or a confirmed e-mail.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=password&username=anna&password=x&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Account is not fully set up"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /Invalid client (?:or Invalid client )?credentials|Client not enabled$|Client secret not provided|Public client not allowed|Parameter client_assertion|Client authentication with (?:signed JWT|client secret)|Unable to load public key/,
      explanation:
        'The client id or secret is wrong for this realm, or the client is public where a secret is sent.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"unauthorized_client","error_description":"Invalid client or Invalid client credentials"}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /Incorrect redirect_uri|Invalid parameter: redirect_uri/,
      explanation: 'The redirect URI differs from the one of the login or is not registered.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Incorrect redirect_uri"}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /Invalid token issuer/,
      explanation:
        'Keycloak derives the issuer from the host name by which it is called; a token fetched under another name is foreign. Set the hostname of the server.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Invalid token issuer. Expected \'https://keycloak.example.com/realms/demo\'"}',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /Realm (?:does not exist|not enabled)|RealmNotFound|Unable to find matching target resource method/,
      explanation: 'The realm in the path does not exist here; releases before 17 had /auth in front.',
      seen: { status: 404, sent: {}, body: '{"error":"Realm does not exist"}' },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /RESTEASY003210: Could not find resource/,
      path: /^\/auth\//,
      explanation:
        'Since release 17 the path begins with /realms, without /auth, unless http-relative-path says so.',
      seen: {
        status: 404,
        url: 'https://keycloak.example.com/auth/realms/demo/protocol/openid-connect/token',
        sent: {},
        body: '{"error":"RESTEASY003210: Could not find resource for full path: https://keycloak.example.com/auth/realms/demo/protocol/openid-connect/token"}',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /^error_description: HTTPS required$/,
      explanation:
        'The realm takes plain HTTP from private addresses only: call it by https, or let the proxy pass on X-Forwarded-Proto and tell Keycloak to read it.',
      seen: {
        status: 403,
        sent: {},
        url: 'http://keycloak.example.com/realms/demo/protocol/openid-connect/token',
        posted: 'grant_type=password&username=anna&password=x&client_id=app',
        body: '{"error":"invalid_request","error_description":"HTTPS required"}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /Cookie not found\. Please make sure cookies are enabled|Restart login cookie not found|Your login attempt timed out|You are already logged in/i,
      explanation:
        'The login page’s own cookie did not come back: it stood open too long, was opened in a second tab, or the cookie lacks SameSite=None and Secure.',
      seen: {
        status: 400,
        sent: {},
        url: 'https://keycloak.example.com/realms/demo/login-actions/authenticate?session_code=a&execution=b&client_id=app&tab_id=c',
        posted: 'username=anna&password=x',
        body: '<html><head><title>Sign in to demo</title></head><body><div id="kc-error-message"><p class="instruction">Cookie not found. Please make sure cookies are enabled in your browser.</p></div></body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /Client not allowed for direct access grants|not_allowed|Client not enabled to retrieve service account|not allowed for this client|Client not allowed to exchange/,
      explanation:
        'The client’s settings do not allow this grant: direct access grants, service accounts and token exchange are switches of the client.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=password&username=anna&password=x&client_id=app',
        body: '{"error":"unauthorized_client","error_description":"Client not allowed for direct access grants"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Invalid scopes: /,
      explanation: 'A scope asked for is not assigned to the client.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_scope","error_description":"Invalid scopes: orders.read"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /error: (?:HTTP 403 Forbidden|not_authorized|access_denied)/,
      status: [403],
      explanation:
        'The account lacks a role; the admin API wants roles of realm-management, and a token of the right realm.',
      seen: {
        status: 403,
        url: 'https://keycloak.example.com/admin/realms/demo/users',
        body: '{"error":"HTTP 403 Forbidden"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Missing openid scope/,
      explanation: 'The user-info endpoint takes tokens with the scope openid only (since release 19).',
      seen: {
        status: 403,
        url: 'https://keycloak.example.com/realms/demo/protocol/openid-connect/userinfo',
        body: '{"error":"insufficient_scope","error_description":"Missing openid scope"}',
      },
    },
  ],
});
