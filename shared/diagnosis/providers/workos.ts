import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const workos = defineProvider({
  id: 'workos',
  name: 'WorkOS',
  category: 'identity',
  address: 'https://api.workos.com/user_management/authenticate',
  hosts: /^api\.workos\.com$/,
  sources: [
    'https://github.com/workos/workos-node/blob/main/src/common/exceptions/authentication.exception.ts',
    'https://github.com/workos/workos-node/blob/main/src/common/exceptions/oauth.exception.ts',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      code: ['invalid_client'],
      says: /Invalid client (?:ID|secret)/i,
      explanation: 'The API key and client id do not belong to one environment.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      code: ['invalid_grant'],
      says: /The code '[^']*' has expired or is invalid/i,
      explanation: 'The code was used or is older than ten minutes.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: [
        'email_verification_required',
        'sso_required',
        'organization_selection_required',
        'password_reset_required',
      ],
      explanation:
        'The login needs one more step, which the code names: confirm the e-mail, choose an organisation, or sign in by SSO.',
      seen: { status: 403, sent: {} },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['mfa_enrollment', 'mfa_challenge'],
      explanation: 'A second factor is due.',
      seen: { status: 403, sent: {} },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['invalid_credentials'],
      says: /message: Unauthorized/i,
      explanation: 'WorkOS does not know the key, or e-mail and password.',
      seen: { sent: { Authorization: 'Bearer sk_test_a2V5XzAx' } },
    },
  ],
});
