import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureKeyVault = defineProvider({
  id: 'azure-key-vault',
  name: 'Azure Key Vault',
  category: 'cloud',
  address: 'https://contoso.vault.azure.net/secrets/x?api-version=7.4',
  hosts: /\.vault\.azure\.net$/,
  audience: {
    own: /^https:\/\/vault\.azure\.net\/?|cfa8b339-82a2-471a-a3c9-0fc0be7a4093/i,
    wanted: 'https://vault.azure.net',
  },
  sources: [
    'https://learn.microsoft.com/en-us/azure/key-vault/general/authentication-requests-and-responses',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /AKV10000|Request is missing a Bearer or PoP token/i,
      notSent: /^authorization /,
      explanation:
        'The first request of Key Vault’s clients goes without a token, to learn tenant and resource from the challenge; yours ended there.',
      seen: {
        status: 401,
        sent: {},
        body: '{"error":{"code":"Unauthorized","message":"AKV10000: Request is missing a Bearer or PoP token."}}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /AKV10022|Invalid audience/i,
      explanation: 'The token was made for another resource than https://vault.azure.net.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"error":{"code":"Unauthorized","message":"AKV10022: Invalid audience. Expected https://vault.azure.net, found: https://management.azure.com."}}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /AKV10032|Invalid issuer/i,
      explanation: 'The token is of another tenant than the vault’s.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"error":{"code":"Unauthorized","message":"AKV10032: Invalid issuer. Expected one of https://sts.windows.net/a/, found https://sts.windows.net/b/."}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /AKV10046|AKV10001|AKV1000\d/i,
      explanation: 'Key Vault cannot verify the token.',
      seen: {
        status: 401,
        body: '{"error":{"code":"Unauthorized","message":"AKV10046: Unable to resolve the key used for signature validation."}}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + HINTED,
      says: /Client address is not authorized|ForbiddenByFirewall|Public network access is disabled/i,
      explanation: 'The vault’s firewall does not know this network.',
      seen: {
        status: 403,
        body: '{"error":{"code":"Forbidden","message":"Client address is not authorized and caller is not a trusted service.","innererror":{"code":"ForbiddenByFirewall"}}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['ForbiddenByPolicy', 'ForbiddenByRbac'],
      says: /does not have secrets get permission|Caller is not authorized to perform action/i,
      explanation:
        'Neither an access policy nor a role of the vault allows it; a vault uses one of the two systems only.',
      seen: { status: 403 },
    },
  ],
});
