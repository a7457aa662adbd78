import { TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const servarr = defineProvider({
  id: 'servarr',
  name: 'Sonarr, Radarr and kin',
  category: 'device',
  address: 'https://sonarr.example.com/api/v3/system/status',
  paths: /\/api\/v[13]\/(?:movie|series|episode|indexer|qualityprofile|rootfolder|system\/status)\b/,
  hosts: /^(sonarr|radarr|lidarr|prowlarr|readarr|whisparr)\./,
  fields: [['x-application-version']],
  sources: [
    'https://github.com/Sonarr/Sonarr/blob/ed0f21609b25560ed284bc9a85162d547dcce75e/src/Sonarr.Http/Authentication/ApiKeyAuthenticationHandler.cs',
  ],
  few: 'These applications answer every refusal with the same word.',
  doors: ['field x-api-key', 'query apikey', 'authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      sent: /^authorization /,
      status: [401],
      explanation:
        'The API key goes into X-Api-Key or the query’s apikey; Authorization is read by the web page only.',
      seen: '{"error":"Unauthorized"}',
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      sent: /^(?:field x-api-key|query apikey): /,
      status: [401],
      explanation: 'The key is not the one under Settings, General; each application has its own.',
      seen: { sent: { 'X-Api-Key': '0123456789abcdef0123456789abcdef' }, body: '{"error":"Unauthorized"}' },
    },
  ],
});
