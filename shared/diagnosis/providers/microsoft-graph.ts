import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const microsoftGraph = defineProvider({
  id: 'microsoft-graph',
  name: 'Microsoft Graph',
  category: 'productivity',
  address: 'https://graph.microsoft.com/v1.0/me',
  hosts: /^(dod-)?graph\.microsoft\.(com|us)$/,
  audience: {
    own: /^(https:\/\/(dod-)?graph\.microsoft\.(com|us)\/?|00000003-0000-0000-c000-000000000000)$/i,
    wanted: 'https://graph.microsoft.com',
  },
  sources: [
    'https://learn.microsoft.com/en-us/graph/errors',
    'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
    'https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge',
    'https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/1741',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['Authorization_RequestDenied', 'ErrorAccessDenied', 'Authorization_IdentityNotFound'],
      explanation:
        'The app or user lacks the permission in Graph; application and delegated permissions are two different lists.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['InvalidAuthenticationTokenExpired', 'ExpiredAuthenticationToken', 'TokenExpired'],
      explanation: 'The token is over.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      code: ['InvalidAuthenticationTokenAudience'],
      explanation: 'The token was made for another resource.',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /TokenIssuedBeforeRevocationTimestamp|TokenCreatedWithOutdatedPolicies/,
      explanation:
        'Continuous access evaluation: the sessions of this user were revoked, the password was changed or a policy is newer than the token. A refresh alone does not help where the challenge’s claims are not sent along.',
      seen: '{"error":{"code":"InvalidAuthenticationToken","message":"Continuous access evaluation resulted in claims challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp"}}',
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /LocationConditionEvaluation/,
      explanation:
        'Continuous access evaluation: the token is used from an address that the location policy does not allow, or from another one than it was asked for from.',
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      explanation: 'Graph could not use the token; the words behind the code say more.',
    },
  ],
});
