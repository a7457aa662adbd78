import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const square = defineProvider({
  id: 'square',
  name: 'Square',
  category: 'payment',
  address: 'https://connect.squareup.com/v2/locations',
  hosts: /squareup(sandbox)?\.com$/,
  testHosts: /squareupsandbox/,
  keys: [
    { form: /^sandbox-/, kind: 'application id', environment: 'test' },
    { form: /^sq0idp-/, kind: 'application id', environment: 'live' },
    { form: /^sq0csp-/, kind: 'application secret', environment: 'live' },
    { form: /^(sq0|EAAA[^l])/, kind: 'access token', environment: 'live' },
  ],
  misleads: [
    {
      says: 'This request could not be authorized.',
      means: 'Often a sandbox token at the live host, or the other way round.',
    },
  ],
  sources: [
    'https://developer.squareup.com/reference/square/enums/ErrorCode',
    'https://developer.squareup.com/docs/build-basics/handling-errors',
    'https://developer.squareup.com/docs/devtools/sandbox/overview',
  ],
  doors: ['authorization bearer', 'authorization client'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['ACCESS_TOKEN_EXPIRED'],
      explanation: 'An OAuth access token of Square lasts thirty days; refresh it.',
      seen: '{"errors":[{"category":"AUTHENTICATION_ERROR","code":"ACCESS_TOKEN_EXPIRED","detail":"The provided access token has expired."}]}',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['ACCESS_TOKEN_REVOKED'],
      explanation: 'The seller or the app withdrew the token; the seller must authorize the app again.',
      seen: '{"errors":[{"category":"AUTHENTICATION_ERROR","code":"ACCESS_TOKEN_REVOKED"}]}',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['INSUFFICIENT_SCOPES'],
      explanation:
        'The seller has not granted this permission; ask for it and let the seller authorize again.',
      seen: {
        status: 403,
        body: '{"errors":[{"category":"AUTHENTICATION_ERROR","code":"INSUFFICIENT_SCOPES","detail":"The merchant has not given your application sufficient permissions to do that."}]}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: [
        'CLIENT_DISABLED',
        'APPLICATION_DISABLED',
        'CARD_PROCESSING_NOT_ENABLED',
        'MERCHANT_SUBSCRIPTION_NOT_FOUND',
      ],
      explanation: 'Square has switched off the application or the seller’s feature.',
      seen: '{"errors":[{"category":"AUTHENTICATION_ERROR","code":"CLIENT_DISABLED"}]}',
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      code: ['V1_APPLICATION', 'V1_ACCESS_TOKEN'],
      explanation: 'The application or token is from before March 2016; make a new one.',
      seen: '{"errors":[{"category":"AUTHENTICATION_ERROR","code":"V1_ACCESS_TOKEN"}]}',
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      code: ['UNAUTHORIZED'],
      sent: /./,
      explanation:
        'Square does not know the token on this host; sandbox tokens work at connect.squareupsandbox.com only.',
      seen: '{"errors":[{"category":"AUTHENTICATION_ERROR","code":"UNAUTHORIZED","detail":"This request could not be authorized."}]}',
    },
    {
      cause: 'client-authentication-failed',
      weight: TOLD,
      says: /service\.not_authorized/i,
      path: /oauth2\//,
      explanation: 'Application id and secret do not belong together or to this environment.',
      seen: {
        url: 'https://connect.squareup.com/oauth2/token',
        posted: '{"client_id":"sq0idp-x","client_secret":"x","grant_type":"authorization_code","code":"x"}',
        body: '{"message":"Not Authorized","type":"service.not_authorized"}',
      },
    },
  ],
});
