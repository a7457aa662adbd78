import { SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const traefik = defineProvider({
  id: 'traefik',
  name: 'Traefik',
  category: 'proxy',
  address: 'https://app.example.com/dashboard',
  challenge: /^(basic|digest) traefik$/i,
  fields: [['x-traefik-*'], ['server', /^traefik/i]],
  sources: ['https://github.com/traefik/traefik/blob/master/pkg/middlewares/auth/basic_auth.go'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: TOLD,
      status: [401],
      notSent: /^authorization /,
      explanation: 'Traefik’s own BasicAuth or DigestAuth asks, before the request reaches the application.',
      seen: { received: { 'WWW-Authenticate': 'Basic realm="traefik"' }, body: '401 Unauthorized\n' },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      status: [401],
      sent: /^authorization authorization: (basic|digest) /i,
      explanation:
        'No line of the middleware’s users fits; in a Compose file each $ of a hash has to be doubled.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTpwdw==' },
        received: { 'WWW-Authenticate': 'Basic realm="traefik"' },
        body: '401 Unauthorized\n',
      },
    },
    {
      cause: 'credentials-conflict',
      weight: SUGGESTED,
      status: [401],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Traefik’s BasicAuth and the application both want Authorization: only one can have it. Let the middleware guard another route, or send the application’s token in a field of another name.',
      seen: { received: { 'WWW-Authenticate': 'Basic realm="traefik"' }, body: '401 Unauthorized\n' },
    },
  ],
});
