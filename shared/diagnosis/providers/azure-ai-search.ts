import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureAiSearch = defineProvider({
  id: 'azure-ai-search',
  name: 'Azure AI Search',
  category: 'cloud',
  address: 'https://acme-search.search.windows.net/indexes?api-version=2023-11-01',
  hosts: /\.search\.windows\.net$/,
  keys: [
    {
      form: /^[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}$/,
      kind: 'admin or query key',
      goes: ['field api-key', 'query api-key'],
    },
  ],
  sources: [
    'https://learn.microsoft.com/en-us/azure/search/search-security-api-keys',
    'https://learn.microsoft.com/en-us/azure/search/search-security-rbac',
  ],
  doors: ['field api-key', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      status: [401, 403],
      sent: /^authorization authorization: (?:bearer )?(?!eyJ)[A-Za-z0-9]{32,60}$/i,
      lacks: 'api-key',
      explanation:
        'A key goes into the field api-key; Authorization: Bearer is for tokens of Microsoft Entra.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer 8F1C2D3E4B5A69788695A4B3C2D1E0F98F1C2D3E4BAzSeBCDE12' },
        body: '',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [403],
      sent: /^field api-key/,
      explanation:
        'The service does not take the key: regenerated, of another service, or keys are switched off in favour of roles. A query key opens queries alone.',
      seen: {
        status: 403,
        sent: { 'api-key': '8F1C2D3E4B5A69788695A4B3C2D1E0F98F1C2D3E4BAzSeBCDE12' },
        body: '',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      sent: /^authorization authorization: bearer eyJ/i,
      explanation: 'The token’s identity has no role at the data plane, or the service takes keys alone.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImF1ZCI6Imh0dHBzOi8vc2VhcmNoLmF6dXJlLmNvbSJ9.c2ln',
        },
        body: '',
      },
    },
  ],
});
