/**
 * Audiences that well-known APIs accept in a JWT. `own` is a pattern over each `aud`; a token whose audiences all fail it was
 * issued for another API.
 */
export interface KnownAudience {
  readonly host: RegExp;
  readonly own: RegExp;
  readonly wanted: string;
  readonly source: string;
}

export const knownAudiences: readonly KnownAudience[] = [
  {
    host: /^(graph|dod-graph)\.microsoft\.(com|us)$/,
    own: /^(https:\/\/(dod-)?graph\.microsoft\.(com|us)\/?|00000003-0000-0000-c000-000000000000)$/i,
    wanted: 'https://graph.microsoft.com',
    source: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
  },
  {
    host: /^management\.azure\.com$/,
    own: /^https:\/\/management\.(core\.windows\.net|azure\.com)\/?|797f4846-ba00-4fd7-ba43-dac1f8f63013/i,
    wanted: 'https://management.azure.com/',
    source: 'https://learn.microsoft.com/en-us/rest/api/azure/',
  },
  {
    host: /\.vault\.azure\.net$/,
    own: /^https:\/\/vault\.azure\.net\/?|cfa8b339-82a2-471a-a3c9-0fc0be7a4093/i,
    wanted: 'https://vault.azure.net',
    source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/authentication-requests-and-responses',
  },
  {
    host: /\.(blob|queue|table|file|dfs)\.core\.windows\.net$/,
    own: /^https:\/\/(storage\.azure\.com|[\w-]+\.(blob|queue|table|file|dfs)\.core\.windows\.net)\/?|e406a681-f3d4-42a8-90b6-c2b029497af1/i,
    wanted: 'https://storage.azure.com/',
    source: 'https://learn.microsoft.com/en-us/azure/storage/blobs/authorize-access-azure-active-directory',
  },
  {
    host: /^(dev\.azure\.com|.*\.visualstudio\.com)$/,
    own: /499b84ac-1321-427f-aa17-267ca6975798|app\.vstoken\.visualstudio\.com|visualstudio|dev\.azure\.com/i,
    wanted: '499b84ac-1321-427f-aa17-267ca6975798',
    source:
      'https://learn.microsoft.com/en-us/azure/devops/integrate/get-started/authentication/service-principal-managed-identity',
  },
  {
    host: /\.crm\d*\.dynamics\.com$/,
    own: /dynamics\.com|00000007-0000-0000-c000-000000000000/i,
    wanted: 'the organisation’s own address',
    source: 'https://learn.microsoft.com/en-us/power-apps/developer/data-platform/authenticate-oauth',
  },
  {
    host: /\.sharepoint\.com$/,
    own: /sharepoint\.com|00000003-0000-0ff1-ce00-000000000000/i,
    wanted: 'the tenant’s SharePoint address',
    source: 'https://learn.microsoft.com/en-us/sharepoint/dev/solution-guidance/security-apponly-azuread',
  },
];

/** Hosts that check the audience of an identity token against the full address of the service that is called. */
export const addressAudience = /\.(cloudfunctions\.net|run\.app)$/;
