import { TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const googleCloudRun = defineProvider({
  id: 'google-cloud-run',
  name: 'Google Cloud Run and Functions',
  category: 'cloud',
  address: 'https://service-abc123-ew.a.run.app/',
  family: 'google-cloud',
  hosts: /\.(run\.app|cloudfunctions\.net)$/,
  audience: 'address',
  sources: ['https://cloud.google.com/run/docs/authenticating/service-to-service'],
  signs: [
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /SERVICE_DISABLED|has not been used in project|Your client does not have permission to (?:get|the requested) URL/i,
      status: [403],
      explanation: 'The API is switched off in the project or the account lacks the role.',
    },
  ],
});
