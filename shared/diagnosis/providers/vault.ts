import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const vault = defineProvider({
  id: 'vault',
  name: 'HashiCorp Vault',
  category: 'security',
  address: 'https://vault.example.com:8200/v1/secret/data/app',
  hosts: /^vault[.-]|\.vault\.[\w-]+\.aws\.hashicorp\.cloud$/,
  body: /^\{"errors":\["(?:1 error occurred:|permission denied|missing client token|namespace not authorized|invalid (?:role|secret) )/,
  keys: [
    { form: /^hv[sb]\.[\w-]{20,}$/, kind: 'token', goes: ['field x-vault-token', 'authorization bearer'] },
  ],
  misleads: [
    {
      says: 'permission denied',
      means:
        'Said to an unknown, expired or revoked token, to a policy that is missing and to a wrong path alike.',
    },
    {
      says: 'missing client token',
      means: 'At a login path: no login method is mounted there, often for want of a namespace.',
    },
  ],
  sources: [
    'https://developer.hashicorp.com/vault/docs/commands/namespace',
    'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    'https://github.com/hashicorp/vault-k8s/issues/279',
  ],
  signs: [
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /missing client token/i,
      path: /^\/v1\/auth\/[^?]+\/login/,
      explanation:
        'No login method is mounted at this path. A hosted Vault keeps them in the namespace admin: send X-Vault-Namespace, or name the mount as it is called.',
      seen: {
        status: 400,
        url: 'https://vault.example.com:8200/v1/auth/kubernetes/login',
        sent: {},
        posted: '{"role":"app","jwt":"eyJhbGciOiJSUzI1NiJ9.e30.c2ln"}',
        body: '{"errors":["missing client token"]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /missing client token/i,
      notSent: /./,
      path: /^\/v1\/(?!auth\/[^?]+\/login)/,
      explanation: 'Vault saw no token; it reads X-Vault-Token and Bearer.',
      seen: {
        status: 400,
        url: 'https://vault.example.com:8200/v1/secret/data/app',
        sent: {},
        body: '{"errors":["missing client token"]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /bad token|invalid token/i,
      explanation: 'Vault does not know the token: it is over, was revoked, or belongs to another Vault.',
      seen: {
        status: 403,
        sent: { 'X-Vault-Token': 'hvs.CAESIJ01' },
        body: '{"errors":["permission denied","invalid token"]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /1 error occurred:\s*\* permission denied/i,
      explanation: 'No policy of this token allows the path; version 2 of the key store has /data/ in it.',
      seen: {
        status: 403,
        sent: { 'X-Vault-Token': 'hvs.CAESIJ01' },
        body: '{"errors":["1 error occurred:\\n\\t* permission denied\\n\\n"]}',
      },
    },
  ],
});
