import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const refusal = '{"type":"error","status":"401","message":"must authenticate"}';

export const rancher = defineProvider({
  id: 'rancher',
  name: 'Rancher',
  category: 'cloud',
  address: 'https://rancher.example.com/v3/clusters',
  hosts: /^rancher\./,
  fields: [['x-api-cattle-auth']],
  body: /"type"\s*:\s*"error"[\s\S]*"message"\s*:\s*"must authenticate"/,
  keys: [
    {
      form: /^token-[a-z0-9]{5}:[a-z0-9]{54}$/,
      kind: 'API key',
      goes: ['authorization bearer', 'authorization basic'],
    },
    {
      form: /^kubeconfig-[\w.-]+:[a-z0-9]{54}$/,
      kind: 'token of a kubeconfig',
      goes: ['authorization bearer'],
    },
  ],
  sources: [
    'https://ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys',
    'https://github.com/rancher/rancher/issues/13525',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 57_600, ends: 'session-expired', of: 'cookie' },
  signs: [
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /must authenticate/i,
      sent: /^authorization authorization: bearer eyJ/i,
      explanation:
        'Rancher knows its own tokens alone (token-…, kubeconfig-…). The token of a cluster’s service account is good at that cluster’s own API server, past Rancher.',
      seen: {
        sent: {
          Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50In0.c2ln',
        },
        url: 'https://rancher.example.com/k8s/clusters/c-x7k2m/api/v1/namespaces',
        body: refusal,
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /must authenticate/i,
      sent: /^authorization (?!.*bearer eyJ)/i,
      explanation:
        'Rancher does not know the key: over, deleted, or its second half is missing (name and secret belong together).',
      seen: {
        sent: { Authorization: 'Bearer token-mkd5x:xjpbbgv264zwtldnrhnbc6q4dkz8xgb7mx47f8nb2x5nh56mr8nxx2' },
        body: refusal,
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /must authenticate/i,
      notSent: /./,
      explanation: 'Nothing was sent; an API key goes as Bearer, or as user and password of Basic.',
      seen: { sent: {}, body: refusal },
    },
  ],
});
