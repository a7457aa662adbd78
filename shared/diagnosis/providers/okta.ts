import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const okta = defineProvider({
  id: 'okta',
  name: 'Okta',
  category: 'identity',
  address: 'https://example.okta.com/api/v1/users',
  hosts: /\.(okta|oktapreview|okta-emea)\.com$/,
  fields: [['x-okta-request-id']],
  body: /"errorCode"\s*:\s*"E\d{7}"/,

  sources: ['https://developer.okta.com/docs/reference/error-codes/'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['E0000004', 'E0000011'],
      explanation:
        'Okta does not know the login or the API token; an SSWS token ends after thirty days without use.',
    },
    { cause: 'session-expired', weight: STATED, code: ['E0000005'], explanation: 'Okta’s session is over.' },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['E0000006', 'E0000015', 'E0000022'],
      explanation: 'The token’s owner may not do this.',
    },
    { cause: 'rate-limited', weight: STATED, code: ['E0000047'], explanation: 'Okta’s rate limit answered.' },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['E0000069', 'E0000119', 'E0000080'],
      explanation: 'The account is locked.',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['E0000068', 'E0000079', 'MFA_REQUIRED', 'MFA_ENROLL'],
      explanation: 'Okta demands a further factor.',
    },
    {
      cause: 'consent-missing',
      weight: STATED,
      says: /consent_required|no_matching_policy|Policy evaluation failed/i,
      explanation: 'No policy or consent covers the request.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['E0000038'],
      says: /invalid_scope|scopes? are not configured/i,
      explanation: 'The scope is not granted to the app.',
    },
    { cause: 'token-rejected', weight: STATED, code: ['E0000095'], explanation: 'Okta refuses the token.' },
  ],
});
