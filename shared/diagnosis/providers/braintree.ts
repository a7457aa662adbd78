import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const braintree = defineProvider({
  id: 'braintree',
  name: 'Braintree',
  category: 'payment',
  address: 'https://payments.braintree-api.com/graphql',
  hosts: /(^|\.)braintree(-api|gateway)\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^sandbox_/, kind: 'tokenization key', environment: 'test' },
    { form: /^production_/, kind: 'tokenization key', environment: 'live' },
  ],
  sources: [
    'https://github.com/braintree/braintree_python/blob/fb15ff95c42b38d534490aae564f04084c2e96e7/braintree/exceptions/authentication_error.py',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Authentication credentials are (?:invalid|not valid)|errorclass: AUTHENTICATION/i,
      explanation: 'Public and private key do not fit, or belong to the other of sandbox and production.',
      seen: '{"errors":[{"message":"Authentication credentials are invalid.","extensions":{"errorClass":"AUTHENTICATION"}}]}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /errorclass: AUTHORIZATION|is not authorized to/i,
      explanation: 'The user behind the keys lacks the role for this call.',
      seen: {
        status: 200,
        body: '{"errors":[{"message":"The authenticated user is not authorized to perform this action.","extensions":{"errorClass":"AUTHORIZATION"}}]}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /Braintree-Version/i,
      explanation: 'The API wants the date of its version in Braintree-Version.',
      seen: { status: 400, body: '{"errors":[{"message":"Braintree-Version must be provided."}]}' },
    },
  ],
});
