import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureApiManagement = defineProvider({
  id: 'azure-api-management',
  name: 'Azure API Management',
  category: 'gateway',
  address: 'https://contoso.azure-api.net/echo/resource',
  hosts: /\.azure-api\.net$/,
  fields: [['ocp-apim-*']],
  challenge: /AzureApiManagement/i,
  body: /subscription key/i,

  sources: ['https://learn.microsoft.com/en-us/azure/api-management/api-management-subscriptions'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No API key found|Jwt is missing|Missing API key|Missing JWT token|subscription key/i,
      notSent: /./,
      explanation: 'The gateway saw no credential.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      says: /No API key found|due to missing subscription key/i,
      sent: /^(authorization|field|query) /,
      explanation: 'The gateway looks for the key in another field or parameter.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid authentication credentials|due to invalid subscription key/i,
      explanation: 'The gateway does not know the key.',
    },
  ],
});
