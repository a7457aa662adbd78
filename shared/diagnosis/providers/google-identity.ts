import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const googleIdentity = defineProvider({
  id: 'google-identity',
  name: 'Google identity',
  category: 'identity',
  address: 'https://oauth2.googleapis.com/token',
  family: 'google-cloud',
  hosts: /^(accounts\.google\.com|oauth2\.googleapis\.com|(www\.)?googleapis\.com)$/,

  sources: ['https://developers.google.com/identity/protocols/oauth2/web-server'],
  signs: [
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
      cause: 'consent-missing',
      weight: TOLD,
      says: /admin_policy_enforced|org_internal|unauthorized_client: Client is unauthorized to retrieve/i,
      explanation: 'An administrator has to allow the app or the delegation.',
    },
  ],
});
