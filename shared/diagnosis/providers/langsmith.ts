import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (sent: Readonly<Record<string, string>>, body: string) => ({
  status: 403,
  url: 'https://api.smith.langchain.com/runs/multipart',
  sent,
  posted: '{}',
  body,
});

export const langsmith = defineProvider({
  id: 'langsmith',
  name: 'LangSmith',
  category: 'observability',
  address: 'https://api.smith.langchain.com/runs/multipart',
  hosts: /^(?:[a-z]+\.)?api\.smith\.langchain\.com$/,
  few: 'It has one refusal for all of them.',
  misleads: [
    {
      says: '403 Forbidden',
      means: 'Said of a key that it does not know, too: each region has keys of its own.',
    },
  ],
  sources: [
    'https://docs.langchain.com/langsmith/create-account-api-key',
    'https://github.com/langchain-ai/langsmith-sdk/issues/2112',
    'https://github.com/teddylee777/langchain-teddynote/issues/7',
  ],
  doors: ['field x-api-key', 'authorization bearer'],
  keys: [
    { form: /^lsv2_pt_/, kind: 'personal access token', goes: ['field x-api-key'] },
    { form: /^lsv2_sk_/, kind: 'service key', goes: ['field x-api-key'] },
    { form: /^ls__/, kind: 'API key', goes: ['field x-api-key'] },
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      status: [403],
      says: /^(?:\w+: )?Forbidden$/i,
      sent: /^field x-api-key: ls(?:v2)?_/,
      explanation:
        'The key is unknown here: eu.api, apac.api and api.smith.langchain.com each have their own. One of an organisation with several workspaces wants X-Tenant-Id.',
      seen: seen(
        { 'x-api-key': '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' },
        '{"error":"Forbidden"}',
      ),
    },
  ],
});
