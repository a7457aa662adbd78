import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureDevops = defineProvider({
  id: 'azure-devops',
  name: 'Azure DevOps',
  category: 'code-host',
  address: 'https://dev.azure.com/contoso/_apis/projects',
  hosts: /^(dev\.azure\.com|.*\.visualstudio\.com|ssh\.dev\.azure\.com|pkgs\.dev\.azure\.com)$/,
  fields: [['x-tfs-processid']],
  audience: {
    own: /499b84ac-1321-427f-aa17-267ca6975798|app\.vstoken\.visualstudio\.com|visualstudio|dev\.azure\.com/i,
    wanted: '499b84ac-1321-427f-aa17-267ca6975798',
  },
  sources: [
    'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    'https://learn.microsoft.com/en-us/azure/devops/integrate/get-started/authentication/service-principal-managed-identity',
  ],
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
