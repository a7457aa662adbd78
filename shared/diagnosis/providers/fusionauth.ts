import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const fusionauth = defineProvider({
  id: 'fusionauth',
  name: 'FusionAuth',
  category: 'identity',
  address: 'https://example.fusionauth.io/oauth2/token',
  sends: ['x-fusionauth-tenantid'],
  hosts: /\.fusionauth\.io$/,
  body: /"error_reason"\s*:\s*"/,
  sources: ['https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints'],
  doors: ['authorization', 'authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      status: [401],
      path: /^\/api\//,
      sent: /^authorization authorization: bearer (?!eyJ)/i,
      explanation:
        'FusionAuth reads an API key as the bare value of Authorization; behind Bearer it looks for a signed token.',
      seen: {
        url: 'https://example.fusionauth.io/api/user?email=a%40example.com',
        sent: { Authorization: 'Bearer 33052c8a-c283-4e96-9d2a-eb1215c69f8f' },
        body: '',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      code: [
        'client_authentication_missing',
        'invalid_client_id',
        'invalid_client_authentication',
        'client_id_mismatch',
      ],
      explanation: 'FusionAuth does not accept the application’s id or secret in this tenant.',
      seen: { sent: {}, posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue' },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN + HINTED,
      code: [
        'auth_code_not_found',
        'invalid_pkce_code_verifier',
        'missing_pkce_code_verifier',
        'refresh_token_not_found',
        'refresh_token_type_not_supported',
      ],
      says: /Invalid Authorization Code|Invalid Refresh Token/i,
      explanation: 'Code or refresh token is over, was used, or its PKCE verifier does not fit.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      code: ['invalid_redirect_uri'],
      explanation: 'The redirect URI is not authorized for the application.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['invalid_user_credentials', 'user_not_found'],
      explanation: 'FusionAuth does not know the login and password.',
      seen: { sent: {}, posted: 'grant_type=password&username=anna&password=x&client_id=app' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: [
        'change_password_required',
        'email_not_verified',
        'registration_not_verified',
        'registration_missing_requirement',
        'user_locked',
        'user_expired',
      ],
      explanation: 'The user has to change the password, confirm an address, or is locked or over.',
      seen: { status: 400, sent: {}, posted: 'grant_type=password&username=anna&password=x&client_id=app' },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['two_factor_required'],
      explanation: 'A second factor is due.',
      seen: { status: 400, sent: {}, posted: 'grant_type=password&username=anna&password=x&client_id=app' },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      code: ['grant_type_disabled', 'not_licensed', 'unauthorized_client'],
      explanation: 'The application does not allow this grant.',
      seen: { status: 400, sent: {}, posted: 'grant_type=password&username=anna&password=x&client_id=app' },
    },
  ],
});
