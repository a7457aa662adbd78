import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureDevOps = defineProvider({
  id: 'azure-devops',
  name: 'Azure DevOps',
  hosts: /^(dev\.azure\.com|.*\.visualstudio\.com|ssh\.dev\.azure\.com|pkgs\.dev\.azure\.com)$/,
  fields: [[/^x-tfs-processid$/i]],
  source:
    'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Personal Access Token used has expired/i,
      explanation: 'The personal access token is over; the reason is told in X-TFS-ServiceError alone.',
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /TF401444|TF400813: (?:Resource not available for anonymous|The user '[^']+')/i,
      explanation: 'Azure DevOps does not connect the credential with a user.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /TF401027|TF50309|VS800075|VS403/i,
      explanation: 'The user lacks this permission in the project.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /VS403463|conditional access/i,
      explanation: 'A policy of the organisation refuses the place or device.',
    },
  ],
});

export const azureStorage = defineProvider({
  id: 'azure-storage',
  name: 'Azure Storage',
  hosts: /\.(blob|queue|table|file|dfs)\.core\.windows\.net$/,
  fields: [[/^x-ms-error-code$/i]],
  source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/authorize-with-shared-key',
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      code: ['AuthorizationFailure', 'AuthorizationSourceIPMismatch', 'IpAuthorizationSourceMismatch'],
      explanation: 'The account’s firewall does not know this network.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: [
        'AuthorizationPermissionMismatch',
        'AuthorizationServiceMismatch',
        'AuthorizationResourceTypeMismatch',
      ],
      explanation: 'The identity or shared access signature lacks the permission for this operation.',
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      code: ['KeyBasedAuthenticationNotPermitted'],
      explanation: 'Shared keys are switched off for the account.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /Signature not valid in the specified time frame.*expiry|Signed expiry time/i,
      explanation: 'The shared access signature’s time is over.',
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      code: ['NoAuthenticationInformation', 'PublicAccessNotPermitted'],
      explanation: 'Anonymous reading is switched off.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /MAC signature found|Signature did not match/i,
      explanation: 'The shared key’s signature differs; the answer shows the text that the server signed.',
    },
    {
      cause: 'credentials-conflict',
      weight: TOLD,
      code: ['InvalidAuthenticationInfo'],
      explanation:
        'Authorization and a signature in the address stand in each other’s way, or the field cannot be read.',
    },
  ],
});

export const azureStaticWebApps = defineProvider({
  id: 'azure-static-web-apps',
  name: 'Azure Static Web Apps',
  hosts: /\.azurestaticapps\.net$/,
  source: 'https://learn.microsoft.com/en-us/azure/static-web-apps/apis-functions',
  signs: [
    {
      cause: 'header-stripped',
      weight: PROVEN,
      status: [401, 403],
      path: /^\/api\//,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Static Web Apps replaces Authorization by a token of its own before the function sees it. Send yours in a field of another name.',
    },
  ],
});
