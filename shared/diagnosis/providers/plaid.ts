import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const plaid = defineProvider({
  id: 'plaid',
  name: 'Plaid',
  category: 'payment',
  address: 'https://production.plaid.com/accounts/get',
  hosts: /(^|\.)plaid\.com$/,
  testHosts: /^sandbox\./,
  keys: [
    { form: /^access-sandbox-/, kind: 'access token', environment: 'test' },
    { form: /^access-production-/, kind: 'access token', environment: 'live' },
    { form: /^public-sandbox-/, kind: 'public token', environment: 'test' },
    { form: /^public-production-/, kind: 'public token', environment: 'live' },
  ],
  sources: [
    'https://plaid.com/docs/errors/',
    'https://plaid.com/docs/errors/invalid-input',
    'https://plaid.com/docs/quickstart/glossary/',
  ],
  doors: ['field plaid-secret', 'field plaid-client-id'],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN + HINTED,
      says: /Development environment is no longer available/i,
      explanation:
        'The host development.plaid.com and what was linked there ended in June 2024: call sandbox.plaid.com or production.plaid.com, with the secret of that one.',
      seen: {
        status: 400,
        url: 'https://development.plaid.com/link/token/create',
        sent: {},
        posted: '{"client_id":"5e2c7d0f9b8a6c4d3e1f0a9b","secret":"3f0a9b8c7d6e5f4a3b2c1d0e9f8a7b"}',
        body: '{"error_code":"INVALID_API_KEYS","error_message":"As of June 20, 2024, the Development environment is no longer available and Development Items have been deleted. Migrate API activity to Production or Sandbox instead.","error_type":"INVALID_INPUT"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['INVALID_API_KEYS'],
      explanation: 'client_id and secret do not fit; each environment has a secret of its own.',
      seen: {
        status: 400,
        posted: '{"client_id":"5","secret":"x"}',
        body: '{"error_type":"INVALID_INPUT","error_code":"INVALID_API_KEYS","error_message":"invalid client_id or secret provided"}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['UNAUTHORIZED_ENVIRONMENT'],
      says: /access token is for the wrong environment|not the (?:same|correct) environment/i,
      explanation: 'Keys and tokens belong to one environment; the account is not enabled for this one.',
      seen: {
        status: 400,
        body: '{"error_type":"INVALID_INPUT","error_code":"UNAUTHORIZED_ENVIRONMENT","error_message":"you are not authorized to create items in this api environment"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['INVALID_ACCESS_TOKEN'],
      explanation:
        'Plaid does not know the access token: cut, of another environment, or its item was removed.',
      seen: {
        status: 400,
        body: '{"error_type":"INVALID_INPUT","error_code":"INVALID_ACCESS_TOKEN","error_message":"provided access token is in an invalid format. expected format: access-<environment>-<identifier>"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: ['INVALID_PUBLIC_TOKEN'],
      explanation: 'A public token can be exchanged once and lasts thirty minutes.',
      seen: {
        status: 400,
        body: '{"error_type":"INVALID_INPUT","error_code":"INVALID_PUBLIC_TOKEN","error_message":"could not find matching public token"}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      code: ['ITEM_LOGIN_REQUIRED'],
      explanation: 'The bank asks the user to log in again; send the user through Link in update mode.',
      seen: {
        status: 400,
        body: '{"error_type":"ITEM_ERROR","error_code":"ITEM_LOGIN_REQUIRED","error_message":"the login details of this item have changed"}',
      },
    },
    {
      cause: 'consent-missing',
      weight: PROVEN,
      code: ['ADDITIONAL_CONSENT_REQUIRED'],
      explanation: 'The user has not consented to this product; send the user through Link once more.',
      seen: {
        status: 400,
        body: '{"error_type":"INVALID_INPUT","error_code":"ADDITIONAL_CONSENT_REQUIRED"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['UNAUTHORIZED_ROUTE_ACCESS', 'INVALID_PRODUCT'],
      explanation: 'The account or the user’s consent does not cover this product.',
      seen: {
        status: 400,
        body: '{"error_type":"INVALID_INPUT","error_code":"UNAUTHORIZED_ROUTE_ACCESS","error_message":"you are not authorized to access this route in this api environment"}',
      },
    },
  ],
});
