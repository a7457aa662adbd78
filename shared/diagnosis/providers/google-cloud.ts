import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const googleCloud = defineProvider({
  id: 'google-cloud',
  name: 'Google Cloud',
  category: 'cloud',
  address: 'https://compute.googleapis.com/compute/v1/projects/p/zones',
  hosts: /(\.googleapis\.com|\.appspot\.com)$/,
  fields: [['server', /^(ESF|Google Frontend|scaffolding on HTTPServer2)$/]],
  keys: [
    { form: /^AIza[\w-]{35}$/, kind: 'API key', goes: ['field x-goog-api-key', 'query key'] },
    {
      form: /^ya29\./,
      kind: 'OAuth access token',
      goes: ['authorization bearer', 'query access_token', 'authorization oauth'],
    },
    { form: /^GOCSPX-/, kind: 'OAuth client secret' },
  ],
  sources: ['https://cloud.google.com/docs/authentication/troubleshoot'],
  signs: [
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
      cause: 'required-header-missing',
      weight: STATED,
      says: /quota project|x-goog-user-project/i,
      explanation: 'User credentials need a project to which the use is billed.',
    },
  ],
});
