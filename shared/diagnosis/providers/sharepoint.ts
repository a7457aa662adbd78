import { HINTED, PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sharepoint = defineProvider({
  id: 'sharepoint',
  name: 'SharePoint',
  category: 'productivity',
  address: 'https://contoso.sharepoint.com/_api/web',
  paths: /\/(?:_api\/(?:web|search|site|lists)|_vti_bin\/)/,
  hosts: /\.sharepoint\.com$/,
  fields: [['sprequestguid'], ['x-ms-diagnostics', /\d{7};reason=/]],
  audience: {
    own: /sharepoint\.com|00000003-0000-0ff1-ce00-000000000000/i,
    wanted: 'the tenant’s SharePoint address',
  },
  sources: ['https://learn.microsoft.com/en-us/sharepoint/dev/solution-guidance/security-apponly-azuread'],
  doors: [
    'authorization bearer',
    'authorization ntlm',
    'authorization negotiate',
    'query access_token',
    'query tempauth',
  ],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN + HINTED,
      says: /Unsupported app only token/i,
      explanation: 'SharePoint takes app-only tokens only when they were obtained with a certificate.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"error_description":"Unsupported app only token."}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Token type is not allowed/i,
      explanation:
        'The tenant no longer takes app-only tokens of Azure ACS, which appregnew.aspx makes: register the application in Entra ID and log in with a certificate.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"error":"invalid_request","error_description":"Token type is not allowed."}',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /ID3035|invalid JWT token/i,
      explanation:
        'SharePoint cannot use this token: often its audience is Graph’s and not the tenant’s SharePoint address.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"error_description":"Invalid JWT token. ID3035: The request was not valid or is malformed."}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /security validation for this page is invalid/i,
      explanation:
        'The form digest of the page is over: each change needs a fresh X-RequestDigest from /_api/contextinfo.',
      seen: {
        status: 403,
        sent: { Cookie: 'FedAuth=77u' },
        body: '{"error":{"code":"-2130575251, Microsoft.SharePoint.SPException","message":{"value":"The security validation for this page is invalid and might be corrupted. Please use your web browser’s Back button to try your operation again."}}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /-2147024891, System\.UnauthorizedAccessException|Access (?:is )?denied\. You do not have permission/i,
      explanation: 'The app or user lacks the permission on this site.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"error":{"code":"-2147024891, System.UnauthorizedAccessException","message":{"value":"Access denied. You do not have permission to perform this action or access this resource."}}}',
      },
    },
  ],
});
