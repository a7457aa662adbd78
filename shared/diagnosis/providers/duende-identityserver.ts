import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const duendeIdentityserver = defineProvider({
  id: 'duende-identityserver',
  name: 'Duende IdentityServer',
  category: 'identity',
  address: 'https://identity.example.com/connect/token',
  hosts: /^identity(server)?\./,
  body: /"error"\s*:\s*"(?:unsupported_grant_type|invalid_grant|invalid_client|invalid_scope)"\s*\}$/,
  sources: [
    'https://github.com/DuendeSoftware/IdentityServer/blob/main/src/IdentityServer/Validation/Default/TokenRequestValidator.cs',
    'https://github.com/IdentityServer/IdentityServer4/blob/main/src/IdentityServer4/src/Validation/Default/TokenRequestValidator.cs',
  ],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      code: ['invalid_client'],
      path: /\/connect\/token/,
      explanation:
        'IdentityServer says only invalid_client, for an unknown client and for a wrong secret alike; secrets are stored as SHA-256 and sent as they are. Its log tells which.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_client"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /invalid_username_or_password/i,
      explanation: 'User name or password is wrong.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=password&username=anna&password=x&client_id=app',
        body: '{"error":"invalid_grant","error_description":"invalid_username_or_password"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      code: ['invalid_grant'],
      path: /\/connect\/token/,
      explanation:
        'Code or refresh token is over, used, of another client, or its redirect URI or PKCE verifier differs; the log tells which.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_grant"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      code: ['unauthorized_client', 'unsupported_grant_type'],
      path: /\/connect\/token/,
      explanation: 'The client’s AllowedGrantTypes do not list this grant.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"unauthorized_client"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['invalid_scope'],
      path: /\/connect\/token/,
      explanation: 'A scope is not defined, or not on the client’s AllowedScopes.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_scope"}',
      },
    },
  ],
});
