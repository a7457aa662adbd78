import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://googleads.googleapis.com/v17/customers/8205391234/googleAds:searchStream';
const sent = { Authorization: 'Bearer ya29.a0AfB_byDq7', 'developer-token': 'k7Zq1mN4pX9vB2cL5tR8wA' };
const seen = (
  status: number,
  kind: string,
  code: string,
  message: string,
  fields: Readonly<Record<string, string>> = sent,
) => ({
  status,
  url,
  sent: fields,
  posted: '{"query":"SELECT campaign.id FROM campaign"}',
  body: JSON.stringify({
    error: {
      code: status,
      message: 'The caller does not have permission',
      status: 'PERMISSION_DENIED',
      details: [
        {
          '@type': 'type.googleapis.com/google.ads.googleads.v17.errors.GoogleAdsFailure',
          errors: [{ errorCode: { [kind]: code }, message }],
        },
      ],
    },
  }),
});

export const googleAds = defineProvider({
  id: 'google-ads',
  name: 'Google Ads',
  category: 'commerce',
  address: url,
  family: 'google-cloud',
  hosts: /^googleads\.googleapis\.com$/,
  sends: ['developer-token', 'login-customer-id'],
  sources: [
    'https://developers.google.com/google-ads/api/docs/common-errors',
    'https://developers.google.com/google-ads/api/rest/auth',
    'https://github.com/googleads/google-ads-java/issues/751',
    'https://github.com/Opteo/google-ads-api/issues/155',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  needs: [{ at: ['field developer-token'] }],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      code: ['DEVELOPER_TOKEN_PARAMETER_MISSING', 'LOGIN_CUSTOMER_ID_PARAMETER_MISSING'],
      explanation:
        'Beside the access token every call carries the fields developer-token and, under a manager, login-customer-id.',
      seen: seen(400, 'requestError', 'DEVELOPER_TOKEN_PARAMETER_MISSING', 'Developer token was not found.', {
        Authorization: 'Bearer ya29.a0AfB_byDq7',
      }),
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      code: ['USER_PERMISSION_DENIED'],
      says: /must be set in the 'login-customer-id' header/,
      lacks: 'login-customer-id',
      explanation: 'Through a manager account its number goes into login-customer-id, without hyphens.',
      seen: seen(
        403,
        'authorizationError',
        'USER_PERMISSION_DENIED',
        "User doesn't have permission to access customer. Note: If you're accessing a client customer, the manager's customer id must be set in the 'login-customer-id' header.",
      ),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'USER_PERMISSION_DENIED',
        'CUSTOMER_NOT_ENABLED',
        'ACTION_NOT_PERMITTED',
        'SERVICE_ACCESS_DENIED',
      ],
      sent: /^/,
      explanation: 'This user does not reach the customer through the manager that login-customer-id names.',
      seen: seen(
        403,
        'authorizationError',
        'USER_PERMISSION_DENIED',
        "User doesn't have permission to access customer.",
        { ...sent, 'login-customer-id': '8905991234' },
      ),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + STATED,
      code: ['DEVELOPER_TOKEN_NOT_APPROVED', 'CLOUD_PROJECT_NOT_UNDER_ORGANIZATION', 'NOT_ADS_USER'],
      explanation: 'The developer token is good for test accounts only until Google grants it basic access.',
      seen: seen(
        403,
        'authorizationError',
        'DEVELOPER_TOKEN_NOT_APPROVED',
        'The developer token is only approved for use with test accounts.',
      ),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['DEVELOPER_TOKEN_INVALID', 'DEVELOPER_TOKEN_PROHIBITED'],
      says: /Developer token is not allowed with project/i,
      explanation:
        'The developer token is unknown, or was first used with another Cloud project, to which it is bound.',
      seen: seen(
        403,
        'authorizationError',
        'DEVELOPER_TOKEN_PROHIBITED',
        "Developer token is not allowed with project '123456789277'.",
      ),
    },
    {
      cause: 'mfa-required',
      weight: PROVEN + STATED,
      code: ['TWO_STEP_VERIFICATION_NOT_ENROLLED'],
      explanation: 'The user must set up two-step verification and log in anew.',
      seen: seen(
        401,
        'authenticationError',
        'TWO_STEP_VERIFICATION_NOT_ENROLLED',
        'An account administrator changed this account’s authentication settings.',
      ),
    },
  ],
});
