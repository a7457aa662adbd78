import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const vault = defineProvider({
  id: 'vault',
  name: 'HashiCorp Vault',
  category: 'security',
  address: 'https://vault.example.com:8200/v1/secret/data/app',
  sends: ['x-vault-token', 'x-vault-namespace'],
  paths:
    /^\/v1\/(?:secret|sys|kv|pki|transit|auth\/(?:token|approle|userpass|kubernetes|jwt|oidc|ldap|aws|github))\//,
  hosts: /^vault\.|\.hashicorp\.cloud$/,
  body: /^\s*\{"(?:request_id|errors)"\s*:\s*\[?"?(?:[12] errors? occurred|permission denied|missing client token|Vault is sealed|bad token|invalid (?:role|username|secret)|namespace|error (?:validating|looking up))/,
  keys: [
    { form: /^hvs\./, kind: 'service token', goes: ['field x-vault-token', 'authorization bearer'] },
    { form: /^hvb\./, kind: 'batch token', goes: ['field x-vault-token', 'authorization bearer'] },
    { form: /^hvr\./, kind: 'recovery token' },
  ],
  sources: ['https://github.com/hashicorp/vault/blob/main/sdk/logical/error.go'],
  doors: ['field x-vault-token', 'authorization bearer'],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN,
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
      weight: PROVEN,
      says: /missing client token/i,
      path: /^\/v1\/(?!auth\/[^?]+\/login)/,
      notSent: /^(field x-vault-token|authorization )/,
      explanation: 'Vault reads the token from X-Vault-Token or Authorization: Bearer and saw none.',
      seen: { status: 400, sent: {}, body: '{"errors":["missing client token"]}' },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      says: /permission denied\s+\* invalid token|invalid token\s+\* permission denied/i,
      explanation:
        'It is not the policy: Vault does not know the token, because it is over, was revoked, or is of another cluster or namespace.',
      seen: {
        status: 403,
        sent: { 'X-Vault-Token': 'hvs.CAESIJ2kZx81kQp07v' },
        body: '{"errors":["2 errors occurred:\\n\\t* permission denied\\n\\t* invalid token\\n\\n"]}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      status: [400],
      says: /no audiences bound to the role|fetching keys oidc: get keys failed/i,
      explanation:
        'The role at Vault has no bound_audiences, which a token with an audience needs since 1.16, or Vault cannot read its issuer’s keys.',
      seen: {
        status: 400,
        url: 'https://vault.example.com:8200/v1/auth/jwt/login',
        sent: {},
        posted: '{"role":"ci","jwt":"eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJhIn0.c2ln"}',
        body: '{"errors":["audience claim found in JWT but no audiences bound to the role"]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      status: [400, 403],
      says: /does not match any associated bound claim values|claim "[^"]+" is missing|service account name not authorized|namespace not authorized|role .* could not be found/i,
      explanation:
        'The token is good; the role at Vault is bound to other claims, accounts or namespaces than it carries.',
      seen: {
        status: 400,
        url: 'https://vault.example.com:8200/v1/auth/jwt/login',
        sent: {},
        posted: '{"role":"ci","jwt":"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOmFjbWUvYXBwIn0.c2ln"}',
        body: '{"errors":["error validating claims: claim \\"ref\\" does not match any associated bound claim values"]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + STATED,
      says: /^errors(?:\.\d+)?: permission denied$/i,
      status: [403],
      path: /^\/v1\/(?:[\w-]+\/)*auth\/[^?]+\/login/,
      explanation:
        'The login was refused before any policy is looked at: the cluster or issuer that Vault asks did not accept the token, for its audience, its issuer or because Vault’s own token for that question is over.',
      seen: {
        status: 403,
        url: 'https://vault.example.com:8200/v1/auth/kubernetes/login',
        sent: {},
        posted: '{"role":"app","jwt":"eyJhbGciOiJSUzI1NiJ9.e30.c2ln"}',
        body: '{"errors":["permission denied"]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /permission denied/i,
      status: [403],
      sent: /^(field x-vault-token|authorization )/,
      explanation:
        'Vault says it to a token without a policy for this path, to one that is over or unknown, and where the namespace is missing; version 2 of the key-value store has data/ in its paths.',
      seen: {
        status: 403,
        sent: { 'X-Vault-Token': 'hvs.CAESIJ2kZx81kQp07vTn' },
        body: '{"errors":["1 error occurred:\\n\\t* permission denied\\n\\n"]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + HINTED,
      says: /invalid token|bad token/i,
      status: [403],
      sent: /^field x-vault-token:/,
      explanation:
        'Newer releases say outright that the token is not known: over, withdrawn, or of another cluster.',
      seen: {
        status: 403,
        sent: { 'X-Vault-Token': 'hvs.CAESIJ2kZx81kQp07vTn' },
        body: '{"errors":["2 errors occurred:\\n\\t* permission denied\\n\\t* invalid token\\n\\n"]}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Vault is sealed/i,
      explanation: 'Vault must be unsealed before it can check anything.',
      seen: {
        status: 503,
        sent: { 'X-Vault-Token': 'hvs.CAESIJ2kZx81kQp07vTn' },
        body: '{"errors":["Vault is sealed"]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /invalid (?:username or password|role or secret ID|secret id|role ID)/i,
      explanation: 'The login method does not know the pair; a secret id may be used up or over.',
      seen: {
        status: 400,
        posted: '{"role_id":"a","secret_id":"b","password":"b"}',
        sent: {},
        url: 'https://vault.example.com:8200/v1/auth/approle/login',
        body: '{"errors":["invalid role or secret ID"]}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /error validating claims?: aud claim|invalid audience/i,
      explanation: 'The JWT role’s bound_audiences does not hold the token’s aud.',
      seen: {
        status: 400,
        posted: '{"role":"ci","jwt":"eyJ","password":"x"}',
        sent: {},
        url: 'https://vault.example.com:8200/v1/auth/jwt/login',
        body: '{"errors":["error validating token: invalid audience (aud) claim: audience claim does not match any expected audience"]}',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /no handler for route/i,
      explanation: 'Nothing is mounted at this path: the mount’s name or the namespace differs.',
      seen: {
        status: 404,
        sent: { 'X-Vault-Token': 'hvs.CAESIJ2kZx81kQp07vTn' },
        body: '{"errors":["no handler for route \\"secret/app\\". route entry not found."]}',
      },
    },
  ],
});
