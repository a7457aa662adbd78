import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const weaviate = defineProvider({
  id: 'weaviate',
  name: 'Weaviate',
  category: 'database',
  address: 'https://acme.weaviate.network/v1/objects',
  hosts: /\.weaviate\.(?:network|cloud)$|^weaviate\./,
  body: /"message"\s*:\s*"anonymous access not enabled/,
  sources: [
    'https://docs.weaviate.io/deploy/configuration/authentication',
    'https://github.com/weaviate/weaviate/blob/main/usecases/auth/authentication/apikey/client.go',
  ],
  misleads: [
    {
      says: 'anonymous access not enabled',
      means: 'No Bearer came: keys for models, such as X-OpenAI-Api-Key, do not count.',
    },
  ],
  few: 'It says one sentence of its own; all else is generic.',
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /anonymous access not enabled/i,
      notSent: /^authorization /,
      explanation: 'Send the key of the cluster as Authorization: Bearer.',
      seen: {
        sent: {},
        body: '{"code":401,"message":"anonymous access not enabled, please provide an auth scheme such as OIDC"}',
      },
    },
  ],
});
