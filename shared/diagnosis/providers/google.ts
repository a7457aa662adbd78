import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const google = defineProvider({
  id: 'google',
  name: 'Google Cloud',
  hosts:
    /(\.googleapis\.com|accounts\.google\.com|\.run\.app|\.cloudfunctions\.net|\.appspot\.com|^www\.googleapis\.com)$/,
  fields: [
    [/^x-goog-iap-generated-response$/i],
    [/^server$/i, /^(ESF|Google Frontend|scaffolding on HTTPServer2)$/],
  ],
  source: 'https://cloud.google.com/docs/authentication/troubleshoot',
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      says: /IAP credentials/i,
      explanation: 'Identity-Aware Proxy stands before the application and wants an ID token of its own.',
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /API keys are not supported by this API/i,
      explanation: 'This API wants a token that stands for an account; a key stands for a project only.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['CREDENTIALS_MISSING'],
      notSent: /./,
      explanation: 'No credential reached the API.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['API_KEY_INVALID', 'keyInvalid', 'badRequest.keyInvalid'],
      explanation: 'Google does not know the API key.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: [
        'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        'insufficientPermissions',
        'insufficientAuthenticationScopes',
      ],
      explanation: 'The token was given for fewer scopes.',
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      code: ['ACCESS_TOKEN_TYPE_UNSUPPORTED'],
      explanation:
        'The API does not take this kind of token, such as an ID token or one from another product.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['ACCESS_TOKEN_EXPIRED', 'authError.expired'],
      explanation: 'The access token is over after an hour.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'IAM_PERMISSION_DENIED',
        'SERVICE_DISABLED',
        'accessNotConfigured',
        'CONSUMER_INVALID',
        'BILLING_DISABLED',
        'notFound.permission',
        'insufficientFilePermissions',
      ],
      explanation: 'The API is not switched on in the project, or the account has no role for it.',
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /SERVICE_DISABLED|has not been used in project|Your client does not have permission to (?:get|the requested) URL/i,
      status: [403],
      explanation: 'The API is switched off in the project or the account lacks the role.',
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      code: [
        'API_KEY_HTTP_REFERRER_BLOCKED',
        'API_KEY_ANDROID_APP_BLOCKED',
        'API_KEY_IOS_APP_BLOCKED',
        'API_KEY_SERVICE_BLOCKED',
        'ipRefererBlocked',
      ],
      explanation: 'The key is restricted to certain pages, apps or APIs.',
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['API_KEY_IP_ADDRESS_BLOCKED'],
      explanation: 'The key is restricted to certain addresses.',
    },
    {
      cause: 'clock-skew',
      weight: STATED,
      says: /reasonable timeframe|Check your iat and exp/i,
      explanation: 'Google compares the assertion’s iat and exp with its own clock.',
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /redirect_uri_mismatch/i,
      explanation: 'Google compares the redirect URI letter by letter.',
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /Token has been expired or revoked|Bad Request.*invalid_grant/i,
      explanation:
        'A refresh token ends when the user withdraws it, after six months without use, and after seven days while the app is in testing.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account not found|disabled_client|deleted_client/i,
      explanation: 'The account or client behind it is gone.',
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /The OAuth client was not found|invalid_client/i,
      explanation: 'Google does not know the OAuth client or its secret.',
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /quota project|x-goog-user-project/i,
      explanation: 'User credentials need a project to which the use is billed.',
    },
    {
      cause: 'consent-missing',
      weight: TOLD,
      says: /admin_policy_enforced|org_internal|unauthorized_client: Client is unauthorized to retrieve/i,
      explanation: 'An administrator has to allow the app or the delegation.',
    },
  ],
});

export const firebase = defineProvider({
  id: 'firebase',
  name: 'Firebase',
  hosts:
    /(firebaseio\.com|identitytoolkit\.googleapis\.com|firestore\.googleapis\.com|securetoken\.googleapis\.com)$/,
  body: /Firebase|auth\/[a-z-]+/,
  source: 'https://firebase.google.com/docs/auth/admin/errors',
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /auth\/id-token-expired|Firebase ID token has expired/i,
      explanation: 'A Firebase ID token lasts an hour.',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /auth\/(?:id-token|session-cookie)-revoked/i,
      explanation: 'The user’s tokens were withdrawn.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /incorrect "aud"|invalid 'aud'/i,
      explanation: 'The token belongs to another Firebase project, or is Google’s own and not Firebase’s.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: STATED,
      says: /incorrect "iss"|invalid 'iss'/i,
      explanation: 'The token does not come from securetoken.google.com for this project.',
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /expects an ID token, but was given a custom token|legacy custom token/i,
      explanation: 'A custom token must first be exchanged for an ID token by signing in.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['INVALID_PASSWORD', 'EMAIL_NOT_FOUND', 'INVALID_LOGIN_CREDENTIALS'],
      explanation: 'Firebase does not know e-mail and password.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['USER_DISABLED'],
      explanation: 'The account is disabled.',
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      code: ['TOKEN_EXPIRED', 'INVALID_REFRESH_TOKEN', 'USER_NOT_FOUND'],
      explanation: 'The refresh token is no longer accepted.',
    },
  ],
});
