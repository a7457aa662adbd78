import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'token 1f0e1d2c-0f1e-4c3b-8a9b-0123456789ab' };

export const snyk = defineProvider({
  id: 'snyk',
  name: 'Snyk',
  category: 'security',
  address: 'https://api.snyk.io/rest/orgs',
  hosts: /(^|\.)snyk\.io$/,
  body: /"code":"SNYK-\d{4}"|"SNYK-[A-Z]+-\d+"/,
  keys: [{ form: /^snyk_(?:uat|sat)\./, kind: 'token', goes: ['authorization token'] }],
  misleads: [
    {
      says: '401 Unauthorized',
      means:
        'Also the answer to a good token of another region: api.eu.snyk.io, api.us.snyk.io and api.au.snyk.io know none but their own.',
    },
  ],
  sources: [
    'https://docs.snyk.io/scan-with-snyk/error-catalog',
    'https://docs.snyk.io/snyk-api/authentication-for-api',
  ],
  doors: ['authorization token', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['SNYK-0005'],
      sent: /^authorization /,
      explanation:
        'Snyk does not know the token: it was revoked, is of another region, or belongs to a service account that is gone.',
      seen: {
        sent: token,
        body: '{"jsonapi":{"version":"1.0"},"errors":[{"status":"401","code":"SNYK-0005","title":"Authentication error","detail":"Unauthorized"}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      says: /^(?:message|error|title|detail): (?:Not authori[sz]ed|Unauthori[sz]ed|Invalid auth token provided)/i,
      sent: /^authorization /,
      explanation: 'Snyk does not know the token: it was revoked, or is of another region.',
      seen: { sent: token, body: '{"code":401,"error":"Not authorised","message":"Not authorised"}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /Forbidden|Organization does not have the|not entitled|API (?:access )?(?:is )?not (?:available|enabled)/i,
      explanation:
        'The token’s owner is no member of this organisation, or its plan is without the API: Snyk’s free and team plans do not have it.',
      seen: {
        status: 403,
        sent: token,
        body: '{"jsonapi":{"version":"1.0"},"errors":[{"status":"403","title":"Forbidden","detail":"Forbidden"}]}',
      },
    },
  ],
});
