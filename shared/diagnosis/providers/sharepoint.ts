import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sharepoint = defineProvider({
  id: 'sharepoint',
  name: 'SharePoint',
  category: 'productivity',
  address: 'https://contoso.sharepoint.com/_api/web',
  hosts: /\.sharepoint\.com$/,

  audience: {
    own: /sharepoint\.com|00000003-0000-0ff1-ce00-000000000000/i,
    wanted: 'the tenant’s SharePoint address',
  },
  sources: ['https://learn.microsoft.com/en-us/sharepoint/dev/solution-guidance/security-apponly-azuread'],
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Access denied\. You do not have permission to perform this action or access this resource|UnauthorizedAccessException|Attempted to perform an unauthorized operation/i,
      explanation:
        'The token is good, but user or app has no right in this site: share the site, or grant the app Sites.Selected for it, or Sites.FullControl.All.',
      seen: {
        status: 403,
        body: '{"odata.error":{"code":"-2147024891, System.UnauthorizedAccessException","message":{"lang":"en-US","value":"Access denied. You do not have permission to perform this action or access this resource."}}}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /legacy authentication|Access denied\. Before opening files in this location, you must first browse to the web site/i,
      explanation: 'The tenant blocks logins by user and password: use OAuth.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: 'Access denied. Before opening files in this location, you must first browse to the web site and select the option to login automatically.',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Token type is not allowed/i,
      explanation:
        'New tenants do not take app-only tokens from Azure ACS: register the app in Entra ID with a certificate.',
      seen: '{"error_description":"Token type is not allowed."}',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /The request has been throttled|too many requests/i,
      explanation:
        'SharePoint throttles; Retry-After tells how long to wait. A User-Agent with a name of its own is throttled less.',
      seen: {
        status: 429,
        body: '{"error":{"code":"TooManyRequests","message":"The request has been throttled"}}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Unsupported app only token/i,
      explanation:
        'SharePoint takes app-only tokens only when they were obtained with a certificate: give the app one and ask Entra ID for the token with it, not with a secret.',
      seen: {
        received: {
          'x-ms-diagnostics':
            '3001000;reason="There has been an error authenticating the request.";category="invalid_client"',
        },
        body: '{"error":{"code":"-1, Microsoft.SharePoint.Client.InvalidClientException","message":"Unsupported app only token."}}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: TOLD,
      says: /ID3035|invalid JWT token/i,
      explanation:
        'SharePoint cannot use this token: ask for one for the tenant’s SharePoint address; one for Graph does not do.',
    },
    {
      cause: 'session-expired',
      weight: TOLD,
      says: /security validation for this page is invalid/i,
      explanation:
        'The form digest of the page is over: ask /_api/contextinfo for a new one and send it as X-RequestDigest.',
      seen: {
        status: 403,
        sent: { Cookie: 'FedAuth=x; rtFa=y' },
        body: '{"odata.error":{"code":"-2130575251, Microsoft.SharePoint.SPException","message":{"lang":"en-US","value":"The security validation for this page is invalid and might be corrupted. Please use your web browser\'s Back button to try your operation again."}}}',
      },
    },
  ],
});
