import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const paypal = defineProvider({
  id: 'paypal',
  name: 'PayPal',
  category: 'payment',
  address: 'https://api-m.paypal.com/v2/checkout/orders',
  hosts: /(^|\.)paypal\.com$/,
  testHosts: /sandbox/,
  misleads: [
    {
      says: 'Token signature verification failed',
      means: 'Mostly that a sandbox token went to the live host, or the other way round.',
    },
  ],
  sources: [
    'https://developer.paypal.com/api/rest/troubleshooting/rest_not_authorized',
    'https://developer.paypal.com/community/blog/paypal-authorization-error',
    'https://developer.paypal.com/community/blog/paypal-api-error-permission-denied',
    'https://developer.paypal.com/api/errors/not-authorized',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 28_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-issuer-mismatch',
      weight: TOLD,
      says: /Token signature verification failed/i,
      explanation:
        'Sandbox and live each sign their own tokens; get the token from the same environment as the call.',
      seen: '{"error":"invalid_token","error_description":"Token signature verification failed"}',
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /token passed in was not found in the system|Access Token not found in cache/i,
      explanation:
        'PayPal does not know the access token any more: it is over, or of the other environment. Get a new one.',
      seen: '{"error":"invalid_token","error_description":"The token passed in was not found in the system"}',
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /Client Authentication failed/i,
      path: /oauth2\/token/,
      explanation: 'Client id and secret do not fit, or belong to the other of sandbox and live.',
      seen: {
        url: 'https://api-m.paypal.com/v1/oauth2/token',
        posted: 'grant_type=client_credentials',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":"invalid_client","error_description":"Client Authentication failed"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      code: ['AUTHENTICATION_FAILURE'],
      sent: /./,
      explanation:
        'PayPal did not accept the credential: an access token that is over, or a client id in its place.',
      seen: '{"name":"AUTHENTICATION_FAILURE","message":"Authentication failed due to invalid authentication credentials or a missing Authorization header."}',
    },
    {
      cause: 'consent-missing',
      weight: STATED,
      says: /PAYEE_NOT_CONSENTED|CONSENT_(?:NEEDED|REQUIRED)/,
      explanation:
        'The payee has not allowed the calling app to act for it; send the payee through the consent once more.',
      seen: { status: 403, body: '{"name":"NOT_AUTHORIZED","details":[{"issue":"PAYEE_NOT_CONSENTED"}]}' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /PAYEE_ACCOUNT_(?:NOT_VERIFIED|RESTRICTED|LOCKED_OR_CLOSED|INVALID)/,
      explanation: 'The receiving account must be verified or freed of its restriction first.',
      seen: {
        status: 403,
        body: '{"name":"NOT_AUTHORIZED","details":[{"issue":"PAYEE_ACCOUNT_NOT_VERIFIED"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['NOT_AUTHORIZED', 'PERMISSION_DENIED'],
      explanation:
        'The app’s features or the account do not cover this call; switch the feature on in the app’s settings and get a new token.',
      seen: {
        status: 403,
        body: '{"name":"NOT_AUTHORIZED","message":"Authorization failed due to insufficient permissions.","details":[{"issue":"PERMISSION_DENIED","description":"You do not have permission to access or perform operations on this resource"}]}',
      },
    },
  ],
});
