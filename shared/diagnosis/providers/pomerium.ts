import { HINTED, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const pomerium = defineProvider({
  id: 'pomerium',
  name: 'Pomerium',
  category: 'proxy',
  address: 'https://app.example.com/api/items',
  fields: [['x-pomerium-*'], ['location', /\/\.pomerium\//]],
  body: /pomerium/i,
  sources: ['https://github.com/pomerium/pomerium/blob/main/internal/httputil/errors.go'],
  lives: { seconds: 50_400, ends: 'session-expired' },
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: STATED + HINTED,
      status: [302, 401],
      sent: /^authorization /,
      explanation:
        'Pomerium wants a login of its own; programs authenticate with a service account’s token in Authorization: Pomerium or X-Pomerium-Authorization.',
      seen: {
        status: 401,
        received: { 'X-Pomerium-Intercepted-Response': 'true' },
        body: '<html><title>401 Unauthorized</title><p>pomerium</p></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      explanation: 'Pomerium knows the user; the route’s policy does not allow it.',
      seen: {
        status: 403,
        sent: { Cookie: '_pomerium=a1b2' },
        body: '<html><title>403 Forbidden</title><p>You do not have access. pomerium</p></html>',
      },
    },
    {
      cause: 'client-certificate-required',
      weight: STATED,
      status: [495, 496],
      explanation: 'The route’s policy wants a client certificate that Pomerium accepts.',
      seen: {
        status: 496,
        sent: {},
        body: '<html><title>496 Client Certificate Required</title><p>pomerium</p></html>',
      },
    },
  ],
});
