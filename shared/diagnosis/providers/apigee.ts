import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const apigee = defineProvider({
  id: 'apigee',
  name: 'Apigee',
  category: 'gateway',
  address: 'https://example-eval.apigee.net/orders',
  hosts: /\.apigee\.net$/,
  body: /"errorcode"\s*:\s*"(?:oauth|keymanagement|steps)|"ErrorCode"\s*:\s*"invalid_\w+"/,
  misleads: [
    {
      says: 'Invalid API call as no apiproduct match found',
      means: 'The token is sound; the product of its app does not list this path, proxy or environment.',
    },
  ],
  sources: [
    'https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauth-http-status-code-reference',
    'https://cloud.google.com/apigee/docs/api-platform/reference/policies/error-code-reference',
  ],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      code: [
        'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
        'oauth.v2.InvalidApiKeyForGivenResource',
        'keymanagement.service.apiresource_doesnot_exist',
      ],
      explanation: 'The key or token belongs to no API product that covers this proxy, path and environment.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: [
        'steps.oauth.v2.FailedToResolveAPIKey',
        'oauth.v2.MissingAuthorization',
        'steps.oauth.v2.FailedToResolveAccessToken',
      ],
      notSent: /./,
      explanation: 'Apigee’s policy found no key or token in the place where it looks.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      code: ['steps.oauth.v2.FailedToResolveAPIKey', 'steps.oauth.v2.FailedToResolveAccessToken'],
      sent: /./,
      explanation: 'Something was sent, yet not in the field or parameter that the policy names.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['keymanagement.service.access_token_expired'],
      explanation: 'Apigee knows the token and its time is over.',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: [
        'keymanagement.service.invalid_access_token',
        'oauth.v2.InvalidAccessToken',
        'steps.oauth.v2.InvalidAccessToken',
      ],
      explanation:
        'Apigee does not know this access token: another organisation’s or environment’s, or withdrawn.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: [
        'keymanagement.service.invalid_client-app_not_approved',
        'keymanagement.service.DeveloperStatusNotActive',
        'keymanagement.service.CompanyStatusNotActive',
        'oauth.v2.ApiKeyNotApproved',
        'keymanagement.service.apikey_expired',
      ],
      explanation: 'The key, its app or its developer is not approved or no longer active.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['oauth.v2.InvalidApiKey'],
      explanation: 'Apigee does not know the key.',
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      code: [
        'oauth.v2.InvalidClientIdentifier',
        'keymanagement.service.invalid_client-invalid_client_id',
        'oauth.v2.invalid_client-invalid_client_id',
      ],
      says: /Client ?Id is Invalid|Client credentials are invalid/i,
      explanation: 'Apigee does not accept the OAuth client.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['steps.oauth.v2.InsufficientScope', 'oauth.v2.InsufficientScope'],
      explanation: 'The token was given for fewer scopes than the proxy asks for.',
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['steps.accesscontrol.IPDeniedAccess', 'accesscontrol.IPDeniedAccess'],
      explanation: 'The proxy’s AccessControl policy refuses this address.',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['steps.jwt.InvalidToken'],
      explanation: 'The VerifyJWT policy could not use the token.',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      code: ['steps.jwt.FailedToDecode'],
      explanation: 'What the policy reads is no JWT: a part is missing, or it is not Base64.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['steps.jwt.TokenExpired'],
      explanation: 'The JWT’s exp has passed.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      code: ['steps.jwt.JwtAudienceMismatch'],
      explanation: 'The JWT’s aud is not the one that the policy wants.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['steps.jwt.JwtIssuerMismatch'],
      explanation: 'The JWT’s iss is not the one that the policy wants.',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      code: [
        'steps.jwt.KeyIdMissing',
        'steps.jwt.NoMatchingPublicKey',
        'steps.jwt.AlgorithmMismatch',
        'steps.jwt.WrongKeyType',
      ],
      explanation: 'The policy has no key or algorithm that fits the token.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['policies.ratelimit.QuotaViolation', 'policies.ratelimit.SpikeArrestViolation'],
      explanation: 'The proxy’s quota is used up.',
      seen: { status: 429 },
    },
  ],
});
