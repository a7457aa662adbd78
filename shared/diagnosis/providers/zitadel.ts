import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const zitadel = defineProvider({
  id: 'zitadel',
  name: 'ZITADEL',
  category: 'identity',
  address: 'https://example-abc123.zitadel.cloud/oauth/v2/token',
  sends: ['x-zitadel-orgid'],
  hosts: /\.zitadel\.(cloud|ch)$|^zitadel\./,
  body: /"(?:AUTH|AUTHZ|OIDC|QUERY|COMMAND|USER|APP|ZITADEL|Errors\.\w+|AUTH-|AUTHZ-)-\w{4,6}"|Errors\.(?:Token|User|Org|Instance|AuthRequest)\.|\((?:AUTH|AUTHZ|OIDC|QUERY|COMMAND|APP)-\w{4,6}\)/,
  sources: ['https://github.com/zitadel/zitadel/blob/main/internal/static/i18n/en.yaml'],
  doors: ['authorization bearer', 'authorization basic', 'authorization dpop'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /auth header missing/i,
      notSent: /^authorization /,
      explanation: 'ZITADEL saw no Authorization.',
      seen: {
        status: 401,
        sent: {},
        url: 'https://example-abc123.zitadel.cloud/management/v1/users/_search',
        body: '{"code":16,"message":"auth header missing","details":[]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Errors\.Token\.Invalid|invalid token|AUTH-7fs1e/i,
      explanation: 'ZITADEL does not know the token: of another instance, over or withdrawn.',
      seen: {
        status: 401,
        url: 'https://example-abc123.zitadel.cloud/auth/v1/users/me',
        body: '{"code":16,"message":"Errors.Token.Invalid (AUTH-7fs1e)"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /No matching permissions found|membership not found|AUTHZ-\w+/i,
      explanation: 'The account has no manager role for this; or x-zitadel-orgid names another organisation.',
      seen: {
        status: 403,
        url: 'https://example-abc123.zitadel.cloud/management/v1/users/_search',
        body: '{"code":7,"message":"No matching permissions found (AUTH-5mWD2)"}',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /Instance not found|unable to set instance using origin|Errors\.Instance\.NotFound/i,
      explanation:
        'No instance answers to this host name: the external domain of the installation differs from the one called.',
      seen: {
        status: 404,
        sent: {},
        url: 'https://example-abc123.zitadel.cloud/oauth/v2/token',
        body: '{"code":5,"message":"Instance not found. Make sure you got the domain right. (QUERY-1kIjX)"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /invalid client|client not found|invalid secret|Errors\.App\.(?:NotFound|ClientSecretInvalid|OIDCConfigInvalid)/i,
      explanation: 'ZITADEL does not know the application or its secret.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_client","error_description":"Errors.App.ClientSecretInvalid"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /Errors\.User\.RefreshToken\.(?:Invalid|NotFound|Expired)|Errors\.AuthRequest\.NoCode|invalid code/i,
      explanation: 'Code or refresh token is over or was used.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Errors.User.RefreshToken.Invalid"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Errors\.User\.(?:Locked|Inactive|NotActive|Initial)/i,
      explanation: 'The user is locked, inactive or not set up yet.',
      seen: { status: 400, sent: {}, body: '{"code":9,"message":"Errors.User.Locked (USER-5N9ds)"}' },
    },
  ],
});
