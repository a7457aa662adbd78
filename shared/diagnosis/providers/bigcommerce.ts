import { PROVEN, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const bigcommerce = defineProvider({
  id: 'bigcommerce',
  name: 'BigCommerce',
  category: 'commerce',
  address: 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products',
  hosts: /(^|\.)(bigcommerce\.com|mybigcommerce\.com)$/,
  misleads: [
    {
      says: "You don't have a required scope",
      means: 'Is also said where the store hash in the path is wrong.',
    },
  ],
  sources: [
    'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
    'https://openillumi.com/en/en-bigcommerce-api-403-uri-fix',
  ],
  doors: ['field x-auth-token', 'field x-auth-client', 'authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /don.t have a required scope/i,
      explanation:
        'The API account was made without the scope of this call; scopes cannot be changed later, so make a new account.',
      seen: {
        status: 403,
        sent: { 'X-Auth-Token': 'abcdefghijklmnopqrstuvwxyz12345' },
        body: '{"status":403,"title":"You don\'t have a required scope to access the endpoint","type":"https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes"}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      sent: /^authorization authorization: bearer /i,
      status: [401],
      explanation: 'BigCommerce reads the access token from X-Auth-Token, not from Authorization.',
      seen: '{"status":401,"title":"Unauthorized"}',
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      sent: /^field x-auth-token: /,
      status: [401],
      explanation: 'The token is not one of this store; the address names the store by its hash.',
      seen: {
        sent: { 'X-Auth-Token': 'abcdefghijklmnopqrstuvwxyz12345' },
        body: '{"status":401,"title":"Unauthorized"}',
      },
    },
  ],
});
