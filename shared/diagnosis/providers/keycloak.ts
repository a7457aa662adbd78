import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const keycloak = defineProvider({
  id: 'keycloak',
  name: 'Keycloak',
  category: 'identity',
  address: 'https://keycloak.example.com/realms/demo/protocol/openid-connect/token',
  hosts: /keycloak/,
  challenge: /^bearer .*(realm)/,
  body: /"error_description":"(?:Session not active|Invalid user credentials|Account (?:is not fully set up|disabled)|Token is not active|Token verification failed|Stale token|Client not enabled|Incorrect redirect_uri|Code not valid|Maximum allowed refresh token reuse exceeded|Session doesn't have required client|Offline user session not found|Invalid client (?:or Invalid client )?credentials|Invalid refresh token|Invalid token issuer[^"]*|PKCE[^"]*)/,

  sources: ['https://www.keycloak.org/docs/latest/server_admin/'],
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
