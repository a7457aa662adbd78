import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureResourceManager = defineProvider({
  id: 'azure-resource-manager',
  name: 'Azure Resource Manager',
  category: 'cloud',
  address: 'https://management.azure.com/subscriptions?api-version=2022-12-01',
  hosts: /^management\.azure\.com$/,
  fields: [['www-authenticate', /management\.(azure|core\.windows)/]],
  audience: {
    own: /^https:\/\/management\.(core\.windows\.net|azure\.com)\/?|797f4846-ba00-4fd7-ba43-dac1f8f63013/i,
    wanted: 'https://management.azure.com/',
  },
  sources: [
    'https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/common-deployment-errors',
    'https://learn.microsoft.com/en-us/rest/api/azure/',
  ],
  lives: { seconds: 3_600, ends: 'token-expired' },
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['ExpiredAuthenticationToken', 'TokenExpired', 'InvalidAuthenticationTokenExpired'],
      explanation: 'The token is over.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['InvalidAuthenticationTokenTenant'],
      explanation: 'The token comes from another tenant than the one that owns the subscription.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      code: ['InvalidAuthenticationTokenAudience'],
      explanation: 'The token was made for another resource.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'AuthorizationFailed',
        'LinkedAuthorizationFailed',
        'RoleAssignmentNotFound',
        'ScopeLocked',
        'RequestDisallowedByPolicy',
      ],
      explanation:
        'The identity has no role for this action at this scope; a new assignment takes some minutes and a fresh token.',
      seen: { status: 403 },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      explanation: 'The words behind the code say what is wrong with the token.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['AuthenticationFailed'],
      says: /The 'Authorization' header is missing/i,
      notSent: /^authorization /,
      explanation: 'No token was sent.',
      seen: {
        status: 401,
        sent: {},
        body: '{"error":{"code":"AuthenticationFailed","message":"Authentication failed. The \'Authorization\' header is missing."}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      code: [
        'SubscriptionNotFound',
        'SubscriptionNotRegistered',
        'MissingSubscriptionRegistration',
        'ReadOnlyDisabledSubscription',
      ],
      explanation: 'The identity sees no such subscription, or a resource provider is not registered in it.',
      seen: { status: 403 },
    },
  ],
});
