import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const quickbooks = defineProvider({
  id: 'quickbooks',
  name: 'QuickBooks Online',
  category: 'commerce',
  address: 'https://quickbooks.api.intuit.com/v3/company/1234/companyinfo/1234',
  hosts: /(^|\.)quickbooks\.api\.intuit\.com$|(^|-)quickbooks\.api\.intuit\.com$/,
  body: /schema\.intuit\.com/,
  testHosts: /^sandbox-/,
  misleads: [
    {
      says: 'ApplicationAuthorizationFailed (3100)',
      means:
        'Often that the company in the path is not the one that the token was made for, or lies in the other environment.',
    },
  ],
  sources: [
    'https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/handling-common-errors',
    'https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Token expired/i,
      explanation: 'An access token of Intuit lasts an hour; refresh it.',
      seen: '{"warnings":null,"fault":{"error":[{"message":"message=AuthenticationFailed; errorCode=003200; statusCode=401","detail":"Token expired: AB11111111111","code":"3200"}],"type":"AUTHENTICATION"}}',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /Token (?:was |has been )?revoked/i,
      explanation: 'The company disconnected the app; it must be connected again.',
      seen: '{"fault":{"error":[{"message":"message=AuthenticationFailed; errorCode=003200; statusCode=401","detail":"Token revoked","code":"3200"}],"type":"AUTHENTICATION"}}',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Malformed bearer token|not properly encoded/i,
      explanation: 'What stands behind Bearer is no token of Intuit; it may be cut or quoted.',
      seen: '{"fault":{"error":[{"message":"message=AuthenticationFailed; errorCode=003200; statusCode=401","detail":"Malformed bearer token: BearerToken not properly encoded","code":"3200"}],"type":"AUTHENTICATION"}}',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: TOLD,
      code: ['3100'],
      says: /errorCode=003100|ApplicationAuthorizationFailed/i,
      explanation:
        'The token belongs to another company or environment than the address; compare the realm id.',
      seen: {
        status: 403,
        body: '{"fault":{"error":[{"message":"message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403","code":"3100"}],"type":"SERVICE"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['120'],
      says: /-11014|do not have access to use QuickBooks/i,
      explanation:
        'The person who connected the company is no longer a user of it; an administrator must connect again.',
      seen: '<?xml version="1.0"?><IntuitResponse xmlns="http://schema.intuit.com/finance/v3"><Fault type="AuthorizationFault"><Error code="120"><Message>Authorization Failure</Message><Detail>AuthorizationFailure: -11014-You do not have access to use QuickBooks Online.</Detail></Error></Fault></IntuitResponse>',
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['3200'],
      says: /errorCode=003200/i,
      explanation: 'Intuit refuses the token; refresh it, and check that it was made for this environment.',
      seen: '{"fault":{"error":[{"message":"message=AuthenticationFailed; errorCode=003200; statusCode=401","code":"3200"}],"type":"AUTHENTICATION"}}',
    },
  ],
});
