import { SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureOpenai = defineProvider({
  id: 'azure-openai',
  name: 'Azure OpenAI',
  category: 'ai',
  address: 'https://contoso.openai.azure.com/openai/deployments/x/chat/completions?api-version=2024-02-01',
  hosts: /\.(openai|cognitiveservices|services\.ai)\.azure\.com$/,

  sources: ['https://learn.microsoft.com/en-us/azure/ai-services/openai/reference'],
  signs: [
    {
      cause: 'url-wrong',
      weight: SUGGESTED,
      says: /invalid subscription key or wrong API endpoint/i,
      explanation: 'Azure’s keys belong to one resource and region.',
    },
  ],
});
