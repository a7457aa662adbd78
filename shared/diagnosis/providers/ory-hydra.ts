import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const oryHydra = defineProvider({
  id: 'ory-hydra',
  name: 'Ory Hydra',
  category: 'identity',
  address: 'https://example-abc.projects.oryapis.com/oauth2/token',
  hosts: /\.oryapis\.com$/,
  body: /The provided authorization grant \(e\.g\., authorization code, resource owner credentials\)|The (?:OAuth 2\.0 Client|request is missing a required parameter, includes an invalid parameter value)|"error"\s*:\s*"(?:request_unauthorized|token_inactive|token_expired|request_forbidden)"/,
  sources: ['https://github.com/ory/fosite/blob/master/errors.go'],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /Client authentication failed \(e\.g\., unknown client|supports client authentication method '/i,
      explanation:
        'Hydra does not know the client, its secret, or its method: the client is registered for one of client_secret_basic, client_secret_post, private_key_jwt or none.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_client","error_description":"Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method). The OAuth 2.0 Client supports client authentication method \'client_secret_basic\', but method \'client_secret_post\' was requested."}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /authorization code, resource owner credentials\) or refresh token is invalid, expired, revoked/i,
      explanation: 'Code or refresh token is over or used; a second use withdraws all tokens of that login.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"The provided authorization grant (e.g., authorization code, resource owner credentials) or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client."}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN + HINTED,
      says: /'redirect_uri' parameter does not match any of the OAuth 2\.0 Client's pre-registered/i,
      explanation: 'The redirect URI is not registered for the client, letter by letter.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_request","error_description":"The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. The \'redirect_uri\' parameter does not match any of the OAuth 2.0 Client\'s pre-registered redirect urls."}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['request_unauthorized'],
      says: /The request could not be authorized/i,
      explanation: 'The token is unknown, over or withdrawn.',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      code: ['token_inactive'],
      explanation: 'The token is no longer active.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['token_expired'],
      explanation: 'The token’s time is over.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /The OAuth 2\.0 Client is not allowed to use authorization grant|client is not authorized to request a token using this method/i,
      explanation: 'The client’s grant_types do not list this grant.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"unauthorized_client","error_description":"The client is not authorized to request a token using this method. The OAuth 2.0 Client is not allowed to use authorization grant \'client_credentials\'."}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /The OAuth 2\.0 Client is not allowed to request scope/i,
      explanation: 'The scope is not on the client’s list.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_scope","error_description":"The requested scope is invalid, unknown, or malformed. The OAuth 2.0 Client is not allowed to request scope \'orders\'."}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /Requested audience '[^']*' has not been whitelisted/i,
      explanation: 'The audience is not on the client’s list.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_request","error_description":"The request is missing a required parameter, includes an invalid parameter value. Requested audience \'https://api.example.com\' has not been whitelisted by the OAuth 2.0 Client."}',
      },
    },
  ],
});
