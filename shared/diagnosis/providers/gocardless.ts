import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const gocardless = defineProvider({
  id: 'gocardless',
  name: 'GoCardless',
  category: 'payment',
  address: 'https://api.gocardless.com/customers',
  hosts: /(^|\.)gocardless\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^sandbox_/, kind: 'key', environment: 'test' },
    { form: /^live_/, kind: 'key', environment: 'live' },
  ],
  misleads: [
    {
      says: 'access_token_not_found',
      means: 'Mostly a sandbox token at the live address, or the other way.',
    },
  ],
  sources: ['https://developer.gocardless.com/api-reference/'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      code: ['access_token_not_found', 'access_token_not_active'],
      explanation: 'GoCardless does not know the token here: sandbox and live each have their own.',
      seen: {
        sent: { Authorization: 'Bearer live_abc' },
        body: '{"error":{"message":"The access token you\'ve used is not a valid live API access token","errors":[{"reason":"access_token_not_found","message":"Access token not found"}],"documentation_url":"https://developer.gocardless.com/api-reference#access_token_not_found","type":"invalid_api_usage","request_id":"x","code":401}}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['access_token_revoked'],
      explanation: 'Somebody revoked the token, or the merchant disconnected the app.',
      seen: {
        sent: { Authorization: 'Bearer live_abc' },
        body: '{"error":{"message":"The access token has been revoked","errors":[{"reason":"access_token_revoked","message":"Access token revoked"}],"type":"invalid_api_usage","code":401}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['missing_authorization_header', 'header_missing'],
      notSent: /./,
      explanation: 'GoCardless saw no token; it goes into Authorization: Bearer.',
      seen: {
        sent: {},
        body: '{"error":{"message":"Missing authorization header","errors":[{"reason":"missing_authorization_header","message":"Missing authorization header"}],"type":"invalid_api_usage","code":401}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['forbidden', 'insufficient_permissions'],
      explanation: 'The token is for reading only, or the endpoint is not enabled for this account.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer live_abc' },
        body: '{"error":{"message":"Insufficient permissions","errors":[{"reason":"insufficient_permissions","message":"Insufficient permissions"}],"type":"invalid_api_usage","code":403}}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /GoCardless-Version|version_not_(?:found|supported)|missing_version_header/i,
      explanation: 'GoCardless wants its version in the field GoCardless-Version.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer live_abc' },
        body: '{"error":{"message":"Missing version header","errors":[{"reason":"missing_version_header","message":"GoCardless-Version header is missing"}],"type":"invalid_api_usage","code":400}}',
      },
    },
  ],
});
