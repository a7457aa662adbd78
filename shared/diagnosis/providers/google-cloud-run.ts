import { STATED, SUGGESTED, TOLD } from '../weights.ts';
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
      says: /Your client does not have permission to get URL|The request was not authenticated|Forbidden/i,
      status: [403],
      sent: /^authorization /,
      explanation:
        'The identity of the token has no roles/run.invoker on the service, or the token’s audience is not its address.',
      seen: {
        status: 403,
        body: '<html><head><title>403 Forbidden</title></head><body><h1>Error: Forbidden</h1><h2>Your client does not have permission to get URL <code>/</code> from this server.</h2></body></html>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Your client does not have permission to get URL/i,
      status: [403],
      notSent: /./,
      explanation: 'The service takes identity tokens only, and none was sent.',
      seen: {
        status: 403,
        sent: {},
        body: '<html><head><title>403 Forbidden</title></head><body><h1>Error: Forbidden</h1><h2>Your client does not have permission to get URL <code>/</code> from this server.</h2></body></html>',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /The access token could not be verified|invalid_token/i,
      explanation:
        'Cloud Run wants a Google-signed ID token whose aud is the service’s address; an access token (ya29.…) is none.',
      seen: {
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token" error_description="The access token could not be verified"',
        },
        body: '',
      },
    },
  ],
});
